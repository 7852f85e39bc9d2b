"""A gives to B, C refills A: two transfers that one article links."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from armswire.model.claim import Claim, Item
from armswire.model.judgement import Verdict
from armswire.model.route import BackfillSide
from armswire.model.transfer import Transfer
from armswire.register import judging, queries
from armswire.register.checks.derived import check_derived
from armswire.register.checks.links import check_links
from armswire.register.hindsight import look_back
from armswire.register.judgements import add_judgement
from armswire.register.judging import Act
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim, make_item
from tests.register.cases import run

TANKS = [make_item("tanks", "ML6")]
SHELLS = [make_item("shells", "ML3")]
ACT = Act("Ada", date(2031, 5, 1), "misread")
HELMETS = [make_item("helmets", "ML13", lethal=False)]


def gift(document: str = "a", start: int = 0, items: Sequence[Item] = TANKS, recipient: str = "UKR") -> Claim:
    return make_claim("pledge", "CHL", recipient, document=document, items=items, start=start)


def refill(document: str = "a", start: int = 90, terms: str = "") -> Claim:
    conditions = [terms] if terms else []
    return make_claim("end_use", "DEU", "CHL", document=document, items=TANKS, start=start, conditions=conditions)


def links(transfers: tuple[Transfer, ...]) -> dict[str, list[tuple[str, str | None]]]:
    """The side and the other transfer's supplier, by supplier."""
    suppliers = {transfer.id: transfer.supplier[0].actor for transfer in transfers}
    return {
        suppliers[transfer.id]: [
            (one.side.value, None if one.other is None else suppliers[one.other]) for one in transfer.backfills
        ]
        for transfer in transfers
    }


def test_what_is_given_in_exchange_is_linked_with_the_gift_from_both_sides() -> None:
    claims = [gift(), refill()]
    found = run(claims).transfers
    assert links(found) == {"CHL": [("gift", "DEU")], "DEU": [("refill", "CHL")]}
    for transfer in found:
        (backfill,) = transfer.backfills
        assert backfill.giver == ("CHL",)
        assert backfill.claims == tuple(sorted(claim.id for claim in claims))


def test_stocks_are_filled_with_what_was_taken_from_them() -> None:
    terms = "refill its depleted stocks"
    assert links(run([gift(items=HELMETS), refill(terms=terms)]).transfers)["DEU"] == [("refill", None)]
    near = [gift(items=HELMETS, start=60), gift(items=TANKS, recipient="POL"), refill(terms=terms)]
    (backfill,) = next(t for t in run(near).transfers if t.supplier[0].actor == "DEU").backfills
    assert near[1].id in backfill.claims


def test_in_exchange_can_be_for_anything_the_nearest_counts() -> None:
    claims = [gift(items=SHELLS, recipient="POL", start=0), gift(items=HELMETS, start=200), refill(start=300)]
    (backfill,) = next(t for t in run(claims).transfers if t.supplier[0].actor == "DEU").backfills
    assert claims[1].id in backfill.claims


def test_an_end_user_is_no_backfill_and_no_article_answers_for_another() -> None:
    assert links(run([gift(), refill(terms="Chile is the end user")]).transfers) == {"CHL": [], "DEU": []}
    assert links(run([gift("a"), refill("b")]).transfers) == {"CHL": [], "DEU": [("refill", None)]}


def test_a_gift_that_comes_back_is_none() -> None:
    claims = [make_claim("pledge", "CHL", "DEU", items=TANKS), refill()]
    assert links(run(claims).transfers) == {"CHL": [], "DEU": [("refill", None)]}


def test_the_register_links_what_came_in_apart_and_forgets_what_is_rejected(tmp_path: Path) -> None:
    with open_register(tmp_path / "armswire.db") as register:
        # Each transfer is known before an article tells of both.
        record(register, make_article("one", published="2031-01-01"), [gift("one")])
        record(register, make_article("two", published="2031-01-02"), [make_claim(
            "pledge", "DEU", "CHL", document="two", items=TANKS)])  # fmt: skip
        assert links(tuple(queries.list_transfers(register))) == {"CHL": [], "DEU": []}
        both = [gift("three"), refill("three")]
        record(register, make_article("three", published="2031-01-03"), both)
        linked = {"CHL": [("gift", "DEU")], "DEU": [("refill", "CHL")]}
        found = tuple(queries.list_transfers(register))
        assert links(found) == linked
        assert all(queries.get_transfer(register, transfer.id) == transfer for transfer in found)
        assert not [*check_derived(register), *check_links(register)]
        add_judgement(register, judging.judge_claim(register, Verdict.REJECT, both[1].id, ACT))
        assert links(tuple(queries.list_transfers(register))) == {"CHL": [], "DEU": []}
        assert not [*check_derived(register), *check_links(register)]


def test_nobody_knew_of_a_link_before_it_was_told(tmp_path: Path) -> None:
    with open_register(tmp_path / "armswire.db") as register:
        record(register, make_article("one", published="2031-01-01"), [gift("one")])
        record(register, make_article("three", published="2031-01-03"), [gift("three"), refill("three")])
        (early,) = [t for t in queries.list_transfers(register) if t.backfills and t.supplier[0].actor == "CHL"]
        assert early.backfills[0].side is BackfillSide.GIFT
    with open_register(tmp_path / "armswire.db") as register:
        look_back(register, date(2031, 1, 2))
        assert [t.backfills for t in queries.list_transfers(register)] == [()]
