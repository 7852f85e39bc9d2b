"""Why claims are one transfer or two: from the pairs that joined them, and from what parts them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from armswire.errors import SettingError
from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.judgement import Verdict
from armswire.register import judging, queries
from armswire.register.grounds.explain import compare_records, explain_claim, explain_transfer
from armswire.register.grounds.ground import PartedBy, Parting
from armswire.register.grounds.neighbourhood import Neighbourhood
from armswire.register.grounds.surroundings import MOST_RIVALS, look_around
from armswire.register.hindsight import look_back
from armswire.register.judged import NOTHING_JUDGED
from armswire.register.judgements import add_judgement
from armswire.register.judging import Act
from armswire.register.record import record
from armswire.register.store import Register, open_register
from armswire.register.witness import call_witness
from tests.factories import make_article, make_claim, make_item
from tests.register.cases import RULES, article, run
from tests.register.test_order import read_articles

SHELLS = make_claim("agreement", document="shells", items=[make_item(quantity=100_000)], date="2031-03-01")
AGAIN = make_claim("delivery", document="again", items=[make_item()], date="2031-03-20")
WEAPONS = make_claim("consideration", document="weapons", items=[make_item("weapons", "ARMS")], date="2031-03-05")
HELMETS = make_claim("delivery", document="helmets", items=[make_item("helmets", "ML13")], date="2031-03-02")
LATER = make_claim("agreement", document="later", items=[make_item(quantity=500_000)], date="2031-04-01")
ACT = Act("Anna", date(2031, 5, 1), "I read it again")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with open_register(tmp_path / "armswire.db") as opened:
        yield opened


def add(register: Register, *claims: Claim) -> None:
    for document in dict.fromkeys(claim.document for claim in claims):
        mine = [claim for claim in claims if claim.document == document]
        record(register, make_article(document, f"The {document} go south.", published="2031-03-25"), mine)


def home(register: Register, claim: Claim) -> str:
    transfer = queries.get_claim(register, claim.id).transfer
    assert transfer is not None
    return transfer


def parted(register: Register, one: Claim, other: Claim) -> Parting:
    return compare_records(register, queries.get_claim(register, one.id), queries.get_claim(register, other.id))


def test_a_claim_is_told_which_claims_it_is_alike_to_and_how_much(register: Register) -> None:
    add(register, SHELLS, AGAIN, HELMETS)
    grounds = explain_claim(register, queries.get_claim(register, AGAIN.id))
    assert grounds.transfer == home(register, SHELLS)
    (alike,) = grounds.alike
    assert {alike.one, alike.other} == {SHELLS.id, AGAIN.id}
    assert alike.score == pytest.approx(sum(slot.points for slot in alike.slots))
    assert alike.score >= grounds.threshold == RULES.join.value
    assert [bond.comparison for bond in grounds.bonds] == [alike]
    assert grounds.parting is not None
    assert grounds.parting.transfer == home(register, HELMETS)


def test_what_a_slot_sets_apart(register: Register) -> None:
    add(register, SHELLS, HELMETS)
    parting = parted(register, SHELLS, HELMETS)
    assert (parting.by, parting.transfer) == (PartedBy.SLOT, home(register, HELMETS))
    assert [slot.slot for slot in parting.nearest.slots if slot.apart] == ["items"]


def test_what_is_not_alike_enough(register: Register) -> None:
    nameless = make_claim("delivery", recipient="", document="nameless", items=[], date="2031-03-20")
    add(register, SHELLS, nameless)
    parting = parted(register, SHELLS, nameless)
    assert parting.by is PartedBy.SCORE
    assert parting.nearest.score < RULES.join.value


def test_what_others_of_two_transfers_keep_apart(register: Register) -> None:
    own_stock = make_claim("end_use", recipient="USA", items=[make_item()], document="shells", date="2031-03-01",
                           start=300)  # fmt: skip
    bought = make_claim("agreement", intermediary="USA", document="shells", items=[make_item(quantity=9)],
                        date="2031-03-01")  # fmt: skip
    weighed = make_claim("consideration", document="weapons", items=[make_item("weapons", "ARMS")], date="2031-06-20")
    add(register, own_stock, bought, weighed)
    assert home(register, own_stock) == home(register, bought) != home(register, weighed)
    parting = explain_transfer(register, queries.get_transfer(register, home(register, bought))).parting
    assert parting is not None
    assert parting.by in (PartedBy.OTHERS, PartedBy.SLOT)
    told = parting.against or parting.nearest
    assert any(slot.apart for slot in told.slots)


def test_a_claim_that_could_be_of_two_is_said_to_be_a_guess(register: Register) -> None:
    tanks = make_claim("agreement", document="tanks", items=[make_item("tanks", "ML6")], date="2031-03-01")
    add(register, SHELLS, tanks, WEAPONS)
    assert len({home(register, claim) for claim in (SHELLS, tanks, WEAPONS)}) == 3
    parting = parted(register, WEAPONS, SHELLS)
    assert parting.by is PartedBy.GUESS
    assert parting.nearest.joins(RULES)


def test_what_is_alike_but_tied_to_what_is_nearer(register: Register) -> None:
    early, late = (
        [make_claim("agreement", document=f"{day}.{n}", items=[make_item()], date=day) for n in range(5)]
        for day in ("2031-03-01", "2031-05-20")
    )
    add(register, *early, *late)
    assert home(register, early[0]) != home(register, late[0])
    parting = parted(register, early[0], late[0])
    assert parting.by is PartedBy.NEARER
    assert parting.nearest.joins(RULES)


def test_a_person_told_them_apart(register: Register) -> None:
    add(register, SHELLS, AGAIN)
    assert parted(register, SHELLS, AGAIN).by is None
    add_judgement(register, judging.split(register, [AGAIN.id], ACT))
    assert home(register, SHELLS) != home(register, AGAIN)
    assert parted(register, SHELLS, AGAIN).by is PartedBy.JUDGEMENT


def test_a_person_joined_them(register: Register) -> None:
    add(register, SHELLS, HELMETS)
    add_judgement(register, judging.merge(register, [home(register, SHELLS), home(register, HELMETS)], ACT))
    transfer = queries.get_transfer(register, home(register, SHELLS))
    (bond,) = explain_transfer(register, transfer).bonds
    assert bond.judged
    assert bond.comparison.apart
    assert explain_claim(register, queries.get_claim(register, HELMETS.id)).alike == ()


def test_what_a_person_rejected_is_not_compared(register: Register) -> None:
    add(register, SHELLS, AGAIN)
    add_judgement(register, judging.judge_claim(register, Verdict.REJECT, AGAIN.id, ACT))
    with pytest.raises(SettingError, match="rejected"):
        parted(register, SHELLS, AGAIN)
    assert explain_claim(register, queries.get_claim(register, AGAIN.id)).transfer is None


def test_a_record_is_not_compared_with_itself(register: Register) -> None:
    add(register, SHELLS)
    with pytest.raises(SettingError, match="nothing to compare"):
        parted(register, SHELLS, SHELLS)


def test_as_known_on_a_day_only_what_was_known_counts(register: Register) -> None:
    record(register, make_article("shells", "One.", published="2031-03-02"), [SHELLS])
    record(register, make_article("again", "Two.", published="2031-03-25"), [AGAIN])
    look_back(register, date(2031, 3, 10))
    grounds = explain_claim(register, queries.get_claim(register, SHELLS.id))
    assert (grounds.alike, grounds.bonds, grounds.parting) == ((), (), None)


def test_the_rest_of_a_register_is_not_looked_at(register: Register) -> None:
    """A claim is explained by its neighbourhood and a few rivals, however much there is."""
    many = [
        make_claim("delivery", "DEU", f"org:Recipient {n}", document=f"far{n}", items=[make_item()], date="2031-03-02")
        for n in range(60)
    ]
    rivals = [
        make_claim("agreement", document=f"deal{n}", items=[make_item(quantity=n + 1)], date=f"20{n + 40}-01-01")
        for n in range(MOST_RIVALS + 10)
    ]
    add(register, SHELLS, AGAIN, HELMETS, *many, *rivals)
    around = look_around(register, [SHELLS.id])
    assert {SHELLS.id, AGAIN.id, HELMETS.id} <= around.claims.keys()
    assert around.claims.keys().isdisjoint(claim.id for claim in many)
    assert len(around.claims) <= 2 + MOST_RIVALS
    far = rivals[-1].id
    assert far not in around.claims


@settings(max_examples=80, deadline=None)
@given(read_articles())
def test_the_pairs_that_joined_claims_hang_every_transfer_together(read: list[tuple[Article, list[Claim]]]) -> None:
    claims = list({claim.id: claim for _, found in read for claim in found}.values())
    transfers = run(claims).transfers
    known = {claim: transfer.id for transfer in transfers for claim in transfer.claims}
    beside = {name: [claim for claim in claims if claim.document == name] for name in {c.document for c in claims}}
    called = (call_witness(claim, article(claim.document), RULES, beside[claim.document]) for claim in claims)
    joining = [witness for witness in called if witness.names_party]
    around = Neighbourhood(joining, [], known, RULES, NOTHING_JUDGED)
    for transfer in transfers:
        bonds = around.bonds(transfer.id)
        assert len(bonds) == len(transfer.claims) - 1
        reached = {transfer.claims[0]}
        for _ in bonds:
            for bond in bonds:
                ends = {bond.comparison.one, bond.comparison.other}
                reached |= ends if ends & reached else set()
        assert reached == set(transfer.claims)
        scores = [bond.comparison.score for bond in bonds]
        assert scores == sorted(scores, reverse=True)
        parting = around.part(transfer.claims)
        assert parting is None or (parting.by is not None and parting.transfer != transfer.id)
