"""Numbers, years, sums and models in brackets, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import pytest

from armswire.lexicon.brackets import DoubtName, TierDoubt
from armswire.model.claim import Claim, Item
from armswire.model.entry import Entry, EntryField, find_entry
from armswire.model.ranges import Money
from armswire.model.transfer import Transfer
from armswire.register.brackets import doubts
from armswire.register.facts import ArticleFacts
from tests.factories import make_claim, make_item, make_source
from tests.register.cases import RULES, article, only_transfer

MINISTRY = make_source("the defence ministry", "KOR")
OFFICIAL = make_source("an official", "USA", "anonymous_official")
GUNS = [make_item("howitzers", "ML2", designation="K9", quantity=24)]


def entry(told: Transfer | Sequence[Claim], field: str, *articles: ArticleFacts, place: int | None = None) -> Entry:
    transfer = told if isinstance(told, Transfer) else only_transfer(told, *articles)
    found = find_entry(transfer.entries, EntryField(field), place)
    assert found is not None, transfer.entries
    return found


def fields(transfer: Transfer) -> list[str]:
    return [one.field.value for one in transfer.entries]


def counted(*quantities: Item) -> list[Claim]:
    """One order, told by several articles with these numbers."""
    return [
        make_claim(document=f"d{n}", items=[item], date="2031-03-01", attribution=[MINISTRY][:n])
        for n, item in enumerate(quantities)
    ]


def test_every_doubt_of_the_file_is_looked_for() -> None:
    looked = set(doubts._OF_VALUE) | set(doubts._OF_TRANSFER) | set(get_args(TierDoubt))
    assert looked == set(RULES.brackets.doubts) == set(get_args(DoubtName))


def test_what_is_ordered_and_delivered_for_certain_stands_without_brackets() -> None:
    claims = [
        make_claim(items=GUNS, date="2031-01-05", value=Money(5_000_000, 5_000_000, "USD")),
        make_claim("delivery", items=GUNS, date="2031-02-01/2031-02-28", start=80),
    ]
    transfer = only_transfer(claims)
    assert [(one.field.value, one.shown) for one in transfer.entries] == [
        ("number_ordered", "24"),
        ("number_delivered", "24"),
        ("designation", "K9"),
        ("order_year", "2031"),
        ("delivery_years", "2031"),
        ("value", "5,000,000 USD"),
    ]
    assert entry(transfer, "number_ordered", place=0).claims == (claims[0].id,)
    assert entry(transfer, "number_delivered", place=0).claims == (claims[1].id,)


@pytest.mark.parametrize(
    ("item", "shown", "why"),
    [
        (make_item(quantity=100_000, approximate=True), "(100,000)", "approximate in the source"),
        (make_item(quantity=(100, 200)), "(100 to 200)", "only a range is given"),
        (
            make_item(quantity=(200_000, 999_999), approximate=True),
            "(200,000 to 999,999)",
            "approximate in the source; only a range is given",
        ),
    ],
)
def test_a_number_nobody_counted(item: Item, shown: str, why: str) -> None:
    number = entry(counted(item), "number_ordered", place=0)
    assert (number.shown, number.why) == (shown, why)


def test_two_sources_that_differ_are_named() -> None:
    claims = counted(make_item(quantity=100), make_item(quantity=140))
    transfer = only_transfer(claims)
    first, second = (entry(transfer, "number_ordered", place=place) for place in (0, 1))
    assert {first.text, second.text} == {"100", "140"}
    assert first.why == f"sources differ, also told: {second.text}"
    assert first.doubts[0].claims == tuple(sorted(claim.id for claim in claims))


def test_an_exact_number_that_others_call_approximate() -> None:
    rough, exact = make_item(quantity=100_000, approximate=True), make_item(quantity=100_000)
    told = [make_claim(document="a", items=[exact]), make_claim(document="b", items=[rough])]
    assert entry(told, "number_ordered", place=0).why == "another source calls it approximate"
    on_record = [make_claim(document="a", items=[exact], attribution=[MINISTRY]), told[1]]
    assert entry(on_record, "number_ordered", place=0).shown == "100,000"


def test_one_anonymous_source_and_nobody_else() -> None:
    whispered = make_claim(items=GUNS, date="2031-03-01", attribution=[OFFICIAL])
    transfer = only_transfer([whispered])
    told = [entry(transfer, field, place=0).why for field in ("number_ordered", "designation")]
    assert told == ["on one anonymous source"] * 2
    assert entry(transfer, "order_year").why == "on one anonymous source"
    elsewhere = make_claim(document="b", items=GUNS, date="2031-03-01", attribution=[OFFICIAL])
    assert entry([whispered, elsewhere], "number_ordered", place=0).shown == "24"


def test_a_source_that_is_not_sure() -> None:
    claims = [make_claim(items=GUNS, certainty="probable", date="2031-03-01")]
    assert entry(claims, "number_ordered", place=0).why == "the source is not sure of it"
    assert entry(claims, "order_year").why == "the source is not sure of it"
    assert entry(claims, "designation", place=0).shown == "K9"


@pytest.mark.parametrize(
    ("stage", "polarity", "why"),
    [
        ("pledge", "affirmed", "promised; no order is reported"),
        ("delivery", "affirmed", "number of the delivery; no order is reported with a number"),
        ("request", "affirmed", "only talked of; no order is reported with a number"),
        ("refusal", "affirmed", "only talked of; no order is reported with a number"),
        ("delivery", "negated", "only in what is denied or left open"),
    ],
)
def test_a_number_that_no_order_gives(stage: str, polarity: str, why: str) -> None:
    number = entry([make_claim(stage, items=GUNS, polarity=polarity)], "number_ordered", place=0)
    assert (number.shown, number.why) == ("(24)", why)


def test_of_several_stages_the_order_gives_the_number_of_the_order() -> None:
    claims = [
        make_claim("request", items=[make_item(quantity=(20, 40))]),
        make_claim("agreement", items=[make_item(quantity=30)], start=80),
    ]
    assert entry(claims, "number_ordered", place=0).shown == "30"


def test_a_year_without_a_date_is_that_of_the_publication() -> None:
    year = entry([make_claim(items=GUNS)], "order_year")
    assert (year.shown, year.why) == ("(2031)", "date inferred from the day of publication")
    winter = entry([make_claim(items=GUNS)], "order_year", article("dispatch-1", "2031-01-10"))
    assert winter.shown == "(2030-2031)"
    unknown = only_transfer([make_claim(items=GUNS)], article("dispatch-1", None))
    assert "order_year" not in fields(unknown)


def test_a_date_over_the_turn_of_a_year_leaves_the_year_open() -> None:
    year = entry([make_claim(items=GUNS, date="2030-11-01/2031-02-28")], "order_year")
    assert (year.shown, year.why) == ("(2030-2031)", "the date given spans several years")


def test_two_years_of_an_order_differ_and_two_years_of_delivery_do_not() -> None:
    orders = [
        make_claim(document="a", items=GUNS, date="2030-12-20"),
        make_claim(document="b", items=GUNS, date="2031-01-10"),
    ]
    assert entry(orders, "order_year").why.startswith("sources differ, also told: 203")
    deliveries = [
        make_claim("delivery", document="a", items=GUNS, date="2030-12-20"),
        make_claim("delivery", document="b", items=GUNS, date="2031-01-10"),
    ]
    assert entry(deliveries, "delivery_years").shown == "2030-2031"


def test_a_promise_has_a_year_of_its_own_and_the_year_of_what_is_promised() -> None:
    transfer = only_transfer([make_claim("pledge", items=GUNS, date="2032-05-01/2032-05-31")])
    ordered, delivered = entry(transfer, "order_year"), entry(transfer, "delivery_years")
    assert ordered.shown == "(2031)"
    assert ordered.why == "no order is reported; year of the promise; date inferred from the day of publication"
    assert (delivered.shown, delivered.why) == ("(2032)", "no report of delivery; year for which it was promised")


def test_a_promise_without_a_date_tells_no_year_of_delivery() -> None:
    assert "delivery_years" not in fields(only_transfer([make_claim("pledge", items=GUNS)]))


def test_a_delivery_that_a_party_denies() -> None:
    claims = [
        make_claim("delivery", document="a", items=GUNS, date="2031-03-01"),
        make_claim("delivery", document="b", items=GUNS, polarity="negated", answer="denies", attribution=[MINISTRY]),
    ]
    assert entry(claims, "delivery_years").why == "a party denies the delivery"


def test_models_that_differ() -> None:
    claims = [
        make_claim(document="a", items=[make_item("tanks", "ML6", designation="K2", quantity=180)], date="2031-03-01"),
        make_claim(document="b", items=[make_item("tanks", "ML6", designation="K1", quantity=180)], date="2031-03-01"),
    ]
    transfer = only_transfer(claims)
    shown = {one.shown for one in transfer.entries if one.field is EntryField.DESIGNATION}
    assert shown == {"(K1)", "(K2)"}
    assert entry(transfer, "designation", place=0).why == "sources name different models"


def test_sums_of_other_articles_are_told_beside() -> None:
    claims = [
        make_claim(document="a", value=Money(5, 5, "USD")),
        make_claim(document="b", value=Money(7, 7, "USD")),
        make_claim(document="c", value=Money(9, 9, "EUR")),
    ]
    shown = [(one.shown, one.why) for one in only_transfer(claims).entries if one.field is EntryField.VALUE]
    assert shown == [
        ("9 EUR", ""),
        ("(5 USD)", "sources differ, also told: 7 USD"),
        ("(7 USD)", "sources differ, also told: 5 USD"),
    ]
