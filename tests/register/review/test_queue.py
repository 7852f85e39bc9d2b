"""What waits for a person: what is in each queue, in which order, and what leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from armswire.errors import SettingError, UnknownRecordError
from armswire.model.claim import Claim
from armswire.model.judgement import Verdict
from armswire.register import queries
from armswire.register.deciding import decide
from armswire.register.judgements import add_judgements
from armswire.register.judging import Act
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.record import record
from armswire.register.review import candidates, queue, waiting
from armswire.register.review.asking import read_queue
from armswire.register.review.items import Hide, Need, QueueFilter, QueueItem
from armswire.register.review.matter import get_matter
from armswire.register.review.queue import count_needs, get_item, list_queue
from armswire.register.store import Register, open_register
from armswire.wording.review import NEEDS, say_waiting, say_why
from tests.factories import make_article, make_claim, make_item, make_source

PAIRS = [("KOR", "UKR"), ("POL", "PER"), ("USA", "EGY"), ("FRA", "IND"), ("NOR", "CHL")]
ALONE = [
    make_claim("delivery", supplier, recipient, document=f"alone-{supplier}", date=f"2031-0{month}-01",
               certainty="possible" if supplier in ("POL", "NOR") else "certain")
    for month, (supplier, recipient) in enumerate(PAIRS, 1)
]  # fmt: skip
MINISTRY = [make_source("the ministry", "KOR", "government_body")]
DENIED = make_claim(
    "delivery", "KOR", "UKR", document="denied", polarity="negated", answer="denies", attribution=MINISTRY,
    date="2031-01-01",
)  # fmt: skip


@pytest.fixture
def register(place: str) -> Iterator[Register]:
    with open_register(place) as opened:
        for claim in (*ALONE, DENIED):
            record(opened, make_article(claim.document, outlet=f"The {claim.document}"), [claim])
        yield opened


def judge(register: Register, claim: Claim, verdict: Verdict = Verdict.ACCEPT, by: str = "Anna") -> str:
    made = decide(register, verdict, [claim.id], Act(by, date(2031, 5, 1), f"{by} says so"))
    add_judgements(register, made)
    return made[0].id


def walk(register: Register, asked: QueueFilter, limit: int = 2) -> list[QueueItem]:
    """All items, a few at a time."""
    found: list[QueueItem] = []
    cursor = None
    for _ in range(50):
        part = list_queue(register, asked, cursor, limit)
        assert len(part.items) <= limit
        found += part.items
        cursor = part.next
        if cursor is None:
            return found
    raise AssertionError("the queue has no end")


@pytest.mark.parametrize(("portion", "limit"), [(1, 1), (1, 10), (2, 3), (24, 2)])
def test_each_queue_holds_what_has_its_need_once(
    register: Register, monkeypatch: pytest.MonkeyPatch, portion: int, limit: int
) -> None:
    monkeypatch.setattr(candidates, "PORTION", portion)
    monkeypatch.setattr(candidates, "_CLAIMS_PORTION", portion)
    [dispute] = queries.list_disputes(register)
    assert [one.id for one in walk(register, QueueFilter(Need.DISPUTED), limit)] == [dispute.id]
    single = [one.id for one in queries.list_transfers(register) if len(one.origins) == 1]
    assert [one.id for one in walk(register, QueueFilter(Need.SINGLE), limit)] == single
    unsure = sorted(claim.id for claim in ALONE if claim.certainty.value == "possible")
    assert [one.id for one in walk(register, QueueFilter(Need.UNCERTAIN), limit)] == unsure
    assert walk(register, QueueFilter(Need.CONTRARY), limit) == []


def test_what_i_have_judged_leaves_my_queue_and_nobody_elses(register: Register) -> None:
    polish = ALONE[1]
    judge(register, polish)
    for by, hide, is_there in (
        ("Anna", Hide.MINE, False),
        (" ANNA", Hide.MINE, False),
        ("Boris", Hide.MINE, True),
        (None, Hide.MINE, True),
        ("Boris", Hide.JUDGED, False),
        ("Anna", Hide.NONE, True),
    ):
        shown = walk(register, QueueFilter(Need.UNCERTAIN, by, hide))
        assert (polish.id in [one.id for one in shown]) is is_there, (by, hide)


def test_what_was_taken_back_comes_again(register: Register) -> None:
    name = judge(register, ALONE[1])
    add_judgements(register, decide(register, Verdict.WITHDRAW, [name], Act("Anna", date(2031, 5, 1))))
    assert ALONE[1].id in [one.id for one in walk(register, QueueFilter(Need.UNCERTAIN, "Anna", Hide.MINE))]


def test_a_dispute_is_left_when_each_of_its_claims_was_judged(register: Register) -> None:
    asked = QueueFilter(Need.DISPUTED, "Anna", Hide.MINE)
    judge(register, DENIED)
    [item] = walk(register, asked)
    # The claim that is left comes into the hand first.
    assert get_matter(register, item, "Anna").claim.claim.id == ALONE[0].id
    judge(register, ALONE[0])
    assert walk(register, asked) == []


def test_contrary_judgements_are_a_need_until_somebody_settles_it(register: Register) -> None:
    yes, no = judge(register, ALONE[2]), judge(register, ALONE[2], Verdict.REJECT, "Boris")
    [item] = walk(register, QueueFilter(Need.CONTRARY, "Clara", Hide.MINE))
    assert set(item.judgements) == {yes, no}
    assert item.claims == (ALONE[2].id,)
    assert get_item(register, item.id) == item
    assert count_needs(register)[Need.CONTRARY] == 1
    quarrel = get_matter(register, item, "Clara").quarrel
    assert quarrel is not None
    assert {quarrel.one.judgement.id, quarrel.other.judgement.id} == {yes, no}
    add_judgements(register, decide(register, Verdict.SETTLE, [no], Act("Clara", date(2031, 5, 2), "read twice")))
    assert walk(register, QueueFilter(Need.CONTRARY)) == []
    with pytest.raises(UnknownRecordError, match="not contrary"):
        get_item(register, item.id)


def test_a_queue_is_narrowed_as_any_list_of_transfers(register: Register) -> None:
    wanted = TransferFilter(supplier=("POL",))
    for need in (Need.SINGLE, Need.UNCERTAIN):
        [item] = walk(register, QueueFilter(need, wanted=wanted))
        assert item.claims == (ALONE[1].id,)
    assert walk(register, QueueFilter(Need.DISPUTED, wanted=wanted)) == []


def test_nobody_waits_while_many_are_looked_at_that_are_done(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "PORTION", 1)
    monkeypatch.setattr(queue, "MOST_LOOKED_AT", 2)
    part = list_queue(register, QueueFilter(Need.SINGLE, "Anna", Hide.MINE), None, 10)
    assert len(part.items) == 2
    assert part.next is not None


def test_the_matter_has_what_stands_beside_a_claim(register: Register) -> None:
    again = make_claim("delivery", "POL", "PER", document="again", date="2034-02-01")
    missiles = make_claim(
        "delivery", "POL", "PER", document="missiles", items=[make_item("missiles", "ML4")], date="2031-02-05"
    )
    for claim in (again, missiles):
        record(register, make_article(claim.document, outlet=f"The {claim.document}"), [claim])
    transfer = queries.get_claim(register, ALONE[1].id).transfer
    matter = get_matter(register, get_item(register, str(transfer)), "Anna")
    assert matter.claim.claim.id == ALONE[1].id
    # Of the same kind of arms first, however far in time.
    assert [one.claims for one in matter.others] == [(again.id,), (missiles.id,)]
    judge(register, ALONE[1])
    assert get_matter(register, get_item(register, str(transfer)), "Anna").by_me == {ALONE[1].id}


@pytest.mark.parametrize("cursor", ["abc", "W10", "é"])
def test_a_place_of_another_queue_is_refused(register: Register, cursor: str) -> None:
    for need in Need:
        with pytest.raises(SettingError, match="no page of this list"):
            list_queue(register, QueueFilter(need), cursor)


def test_all_of_a_queue_is_listed_with_what_brings_it_there(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "PORTION", 2)
    judge(register, ALONE[2])
    judge(register, ALONE[2], Verdict.REJECT, "Boris")
    for need in Need:
        found = list(waiting.list_waiting(register, QueueFilter(need)))
        assert [one.item for one in found] == walk(register, QueueFilter(need))
        for one in found:
            assert one.claim is not None
            assert one.claim.claim.id == one.item.claims[0]
            assert (one.transfer.id if one.transfer else None) == one.item.transfer
            assert (one.dispute is not None, one.quarrel is not None) == (need is Need.DISPUTED, need is Need.CONTRARY)
            assert say_waiting(one)
            assert say_why(one, {}) not in ("", NEEDS[need][1])


@pytest.mark.parametrize(
    ("given", "about"),
    [({}, "need"), ({"need": ["single", "uncertain"]}, "need"), ({"need": ["single"], "hide": ["all"]}, "hide")],
)
def test_a_queue_that_cannot_be_meant_is_refused(register: Register, given: dict[str, list[str]], about: str) -> None:
    with pytest.raises(SettingError) as refused:
        read_queue(register, given)
    assert refused.value.place == about
