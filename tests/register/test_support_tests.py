"""What the support test found is kept as long as the claim is read as it was then, in every database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from armswire.model.claim import Claim, Evidence, Step
from armswire.model.finding import Finding, Support
from armswire.register import queries
from armswire.register.checks.support import check_support
from armswire.register.record import record
from armswire.register.review.items import Need, QueueFilter
from armswire.register.review.queue import count_needs, list_queue
from armswire.register.store import Register, open_register
from armswire.register.support_tests import SupportRecord, get_support, keep_support
from tests.factories import TEXT, make_article, make_claim

NORWAY, POLAND = make_claim(document="a"), make_claim(supplier="POL", document="b")


def found_of(claim: Claim, *, flagged: bool = True, reader: str = "1") -> SupportRecord:
    finding = Finding(
        claim.id,
        claim.document,
        Support.STAYS if flagged else Support.WORDS,
        "supplier",
        ["KOR"],
        (Evidence(0, 7, "Norland"),),
        (Step("supplier", "role:supplier", "“Norland” is named here", 0, 7, "nor/Norland"),),
        (Step("supplier", "role:supplier", "its neighbour, “Norland's” own", None, None, None),),
    )
    return SupportRecord(claim.id, claim.document, reader, "2", (finding, replace(finding, support=Support.TWICE)))


@pytest.fixture
def register(place: str) -> Iterator[Register]:
    with open_register(place) as opened:
        for claim in (NORWAY, POLAND):
            record(opened, make_article(claim.document, TEXT), [claim], reader="1")
        yield opened


def flagged(register: Register) -> list[str]:
    return [item.id for item in list_queue(register, QueueFilter(Need.FLAGGED)).items]


def test_what_was_found_is_kept_and_found_anew_replaces_it(register: Register) -> None:
    records = list(queries.list_claims(register))
    keep_support(register, [found_of(NORWAY), found_of(POLAND, flagged=False)])
    assert get_support(register, records) == {NORWAY.id: found_of(NORWAY), POLAND.id: found_of(POLAND, flagged=False)}
    assert flagged(register) == [NORWAY.id]
    assert count_needs(register)[Need.FLAGGED] == 1
    keep_support(register, [found_of(NORWAY, flagged=False)])
    assert flagged(register) == []
    assert list(check_support(register)) == []


def test_nothing_outlives_the_reading_that_it_was_found_of(register: Register) -> None:
    keep_support(register, [found_of(NORWAY), found_of(POLAND)])
    # The same claim, read by a newer version with another trace.
    record(register, make_article("a", TEXT), [NORWAY], reader="2")
    assert flagged(register) == [POLAND.id]
    assert set(get_support(register, queries.list_claims(register))) == {POLAND.id}
    # What is found too late of the older reading is of no use, nor is what was found of no claim.
    keep_support(register, [found_of(NORWAY), found_of(make_claim(recipient="PER", document="a"), reader="2")])
    assert flagged(register) == [POLAND.id]
    assert list(check_support(register)) == []


def test_what_failed_is_tried_again(register: Register) -> None:
    failed = Finding(NORWAY.id, "a", Support.FAILED, problem="no room")
    keep_support(register, [SupportRecord(NORWAY.id, "a", "1", "1", (failed,))])
    assert get_support(register, queries.list_claims(register)) == {}


def test_the_queue_goes_on_behind_its_place(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    from armswire.register.review import candidates

    monkeypatch.setattr(candidates, "PORTION", 1)
    keep_support(register, [found_of(NORWAY), found_of(POLAND)])
    asked = QueueFilter(Need.FLAGGED)
    first = list_queue(register, asked, None, 1)
    second = list_queue(register, asked, first.next, 1)
    assert [item.id for item in (*first.items, *second.items)] == sorted([NORWAY.id, POLAND.id])
    assert all(item.transfer is not None for item in (*first.items, *second.items))
