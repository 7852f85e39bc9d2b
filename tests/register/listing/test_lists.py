"""Lists as people ask for them, in every database: filters, facets, pages, orders, words."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select, select, text

from armswire.errors import SettingError
from armswire.model.transfer import Transfer
from armswire.register import queries, schema
from armswire.register.hindsight import look_back
from armswire.register.listing.articles import ArticleFilter, find_articles
from armswire.register.listing.claims import ClaimFilter, find_claims
from armswire.register.listing.facets import count_facets, count_transfers
from armswire.register.listing.fitting import fitting
from armswire.register.listing.paging import Listing
from armswire.register.listing.transfer_filter import FACETS, TransferFilter
from armswire.register.listing.transfers import TransferOrder, find_transfers
from armswire.register.record import record
from armswire.register.store import Register, open_register
from tests.factories import make_article, make_claim, make_item, make_source

SUPPLIERS, RECIPIENTS = ("NOR", "DEU", "KOR"), ("UKR", "POL")
THINGS = (("shells", "ML3", None), ("tanks", "ML6", "leopard_2"), ("helmets", "ML13", None))
# Filters, and how many transfers of the fixture fit.
COUNTS = {
    TransferFilter(): 18,
    TransferFilter(supplier=("NOR",)): 6,
    TransferFilter(supplier=("NOR", "DEU"), recipient=("POL",)): 6,
    TransferFilter(actor=("POL",)): 9,
    TransferFilter(intermediary=("none",)): 18,
    TransferFilter(item=("ML6",)): 6,
    TransferFilter(item=("ML6", "ML3"), supplier=("KOR",)): 4,
    TransferFilter(stage=("pledge",)): 5,
    TransferFilter(stage=("delivery",), speaker=("article",)): 4,
    TransferFilter(speaker=("government_body",)): 9,
    TransferFilter(dispute=("none",)): 18,
    TransferFilter(dispute=("open",)): 0,
    TransferFilter(since=date(2026, 1, 1)): 2,
    TransferFilter(until=date(2012, 3, 1)): 3,
    TransferFilter(since=date(2012, 3, 5), until=date(2012, 3, 5)): 1,
    TransferFilter(min_origins=1): 18,
    TransferFilter(min_origins=2): 0,
    TransferFilter(words="tank"): 6,
    TransferFilter(words="OVER lot1*"): 9,
    TransferFilter(words='"tanks of lot4" -helmets'): 1,
    TransferFilter(words="over -tanks"): 12,
    TransferFilter(words="howitzer"): 0,
    TransferFilter(document="d03"): 1,
}


@pytest.fixture
def register(place: str) -> Iterator[Register]:
    """One transfer for each supplier, recipient and thing, told in different years and words."""
    with open_register(place) as opened:
        for number, (supplier, recipient, (text, ml, designation)) in enumerate(product(SUPPLIERS, RECIPIENTS, THINGS)):
            name, year = f"d{number:02}", 2010 + number
            claim = make_claim(
                "delivery" if number % 4 else "pledge",
                supplier,
                recipient,
                document=name,
                items=[make_item(text, ml, designation=designation)],
                date=f"{year}-03-01/{year}-03-05",
                attribution=[make_source("the ministry", supplier)] if number % 2 else [],
                text=f"{supplier} handed the {text} of lot{number} over.",
            )
            record(opened, make_article(name, claim.evidence.text, published=f"{year}-03-10"), [claim])
        yield opened


def ids_of(listed: Iterator[Transfer]) -> list[str]:
    return [transfer.id for transfer in listed]


def explain(register: Register, statement: Select[Any]) -> list[str]:
    with register.reading() as connection:
        told = str(statement.compile(connection, compile_kwargs={"literal_binds": True}))
        return [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {told}"))]


def walk(register: Register, listing: Listing[Transfer], limit: int) -> list[str]:
    found, cursor = list[str](), None
    while True:
        page = listing.page(register, cursor, limit)
        assert len(page.records) <= limit
        found += [transfer.id for transfer in page.records]
        cursor = page.next
        if cursor is None:
            return found


@pytest.mark.parametrize("order", TransferOrder)
@pytest.mark.parametrize("is_down", [False, True])
def test_pages_together_are_the_list(register: Register, order: TransferOrder, is_down: bool) -> None:
    listing = find_transfers(order=order, is_down=is_down)
    whole = ids_of(listing.stream(register))
    assert len(whole) == len(set(whole)) == 18
    for limit in (1, 7, 18, 19):
        assert walk(register, listing, limit) == whole
    assert whole == ids_of(find_transfers(order=order, is_down=not is_down).stream(register))[::-1]


def test_orders_are_those_that_they_are_called(register: Register) -> None:
    def sort(order: TransferOrder) -> list[Transfer]:
        return list(find_transfers(order=order).stream(register))

    # By name: Germany, Norway, South Korea; by the number of the category, not by its first digit.
    assert [one.supplier[0].actor for one in sort(TransferOrder.SUPPLIER)] == ["DEU"] * 6 + ["NOR"] * 6 + ["KOR"] * 6
    assert [one.items[0].item.ml for one in sort(TransferOrder.ITEM)] == ["ML3"] * 6 + ["ML6"] * 6 + ["ML13"] * 6
    firsts = [one.stages[0].date for one in sort(TransferOrder.FIRST)]
    assert firsts == sorted(firsts, key=lambda dates: (dates is None, dates and dates.start))


def test_a_page_goes_on_where_it_was_left_though_articles_came_in(register: Register) -> None:
    listing = find_transfers(order=TransferOrder.LAST)
    before = ids_of(listing.stream(register))
    page = listing.page(register, None, 10)
    new = make_claim("delivery", "FRA", "POL", document="new", date="2001-01-01")
    record(register, make_article("new", published="2001-01-02"), [new])
    rest = listing.page(register, page.next, 10)
    assert [one.id for one in (*page.records, *rest.records)] == before


@pytest.mark.parametrize(("wanted", "count"), COUNTS.items())
def test_filters(register: Register, wanted: TransferFilter, count: int) -> None:
    listed = ids_of(find_transfers(wanted).stream(register))
    assert len(listed) == count_transfers(register, wanted) == count
    assert walk(register, find_transfers(wanted), 4) == listed


@pytest.mark.parametrize(
    "wanted", [TransferFilter(), TransferFilter(supplier=("NOR",)), TransferFilter(words="shells", stage=("delivery",))]
)
def test_a_facet_counts_what_a_list_with_it_would_have(register: Register, wanted: TransferFilter) -> None:
    counted = count_facets(register, wanted)
    assert set(counted) == set(FACETS)
    for facet, values in counted.items():
        assert values, facet
        assert [one.count for one in values] == sorted((one.count for one in values), reverse=True)
        for one in values:
            chosen = {**{name: getattr(wanted, name) for name in wanted.__slots__}, facet: (one.value,)}
            assert count_transfers(register, TransferFilter(**chosen)) == one.count, (facet, one)


def test_what_is_chosen_in_a_facet_leaves_its_other_values_to_choose(register: Register) -> None:
    counted = count_facets(register, TransferFilter(supplier=("NOR",), item=("ML3",)))
    assert {one.value: one.count for one in counted["supplier"]} == {"NOR": 2, "DEU": 2, "KOR": 2}


def test_claims_and_articles_have_pages_and_words(register: Register) -> None:
    claims = find_claims(ClaimFilter(words="helmet"))
    first = claims.page(register, None, 4)
    second = claims.page(register, first.next, 4)
    assert [one.claim.document for one in (*first.records, *second.records)] == [f"d{n:02}" for n in range(2, 18, 3)]
    assert second.next is None
    found = find_articles(ArticleFilter(words="helmets", since=date(2020, 1, 1), until=date(2022, 12, 31)))
    assert [one.article.id for one in found.stream(register)] == ["d11"]


def test_words_are_found_as_of_a_day(register: Register) -> None:
    look_back(register, date(2014, 1, 1))
    assert count_transfers(register, TransferFilter(words="handed")) == 4
    assert len(list(find_claims(ClaimFilter(words="handed")).stream(register))) == 4
    assert {one.value: one.count for one in count_facets(register, TransferFilter())["supplier"]} == {"NOR": 4}


def test_a_claim_that_is_read_again_is_found_once(register: Register) -> None:
    claim = next(iter(queries.list_claims(register))).claim
    record(register, make_article("d00", claim.evidence.text, published="2010-03-10"), [claim], reader="2")
    assert len(list(find_claims(ClaimFilter(words="lot0")).stream(register))) == 1


@pytest.mark.parametrize(
    "listing",
    [
        find_claims(ClaimFilter(words="helmet")),
        find_articles(ArticleFilter(words="helmet")),
        find_transfers(TransferFilter(words="helmet")),
    ],
)
def test_a_search_begins_with_the_words_and_looks_at_no_other_rows(tmp_path: Path, listing: Listing[Any]) -> None:
    with open_register(str(tmp_path / "a.db")) as register:
        plan = explain(register, listing.statement.where(*listing.fitting(register)))
    assert any("claim_words" in step or "article_words" in step for step in plan)
    assert [step for step in plan if step.startswith("SCAN") and "_words" not in step] == []


@pytest.mark.parametrize("wanted", COUNTS)
def test_few_and_many_are_looked_for_in_different_ways_and_are_the_same(
    register: Register, wanted: TransferFilter
) -> None:
    rows = schema.transfers.c
    few, many = (
        [row.id for row in register.rows(select(rows.id).where(*fitting(register, wanted, at_most)))]
        for at_most in (1000, 1)
    )
    assert sorted(few) == sorted(many)


@pytest.mark.parametrize("order", TransferOrder)
def test_where_many_fit_the_order_is_walked_along_and_no_row_is_read(tmp_path: Path, order: TransferOrder) -> None:
    wanted = TransferFilter(supplier=("NOR",), standing=("confirmed", "reported"))
    with open_register(str(tmp_path / "a.db")) as register:
        listing = find_transfers(wanted, order)
        many = listing.statement.where(*fitting(register, wanted, 0)).order_by(*listing.sorting.order())
        plan = explain(register, many)
    assert plan[0].startswith("SCAN transfers USING COVERING INDEX")
    assert all("COVERING INDEX" in step or "CORRELATED" in step for step in plan), plan


@pytest.mark.parametrize("words", ["", "!!! -", "-tanks", '"'])
def test_without_a_word_there_is_nothing_to_search(words: str) -> None:
    with pytest.raises(SettingError, match="no word"):
        find_claims(ClaimFilter(words=words))


@pytest.mark.parametrize(
    "words",
    ["tanks'; DROP TABLE claims --", "NEAR(tanks, 3)", "tanks OR", "tanks:*", "AND", "a & | ! b", "\x00tanks", "*"],
)
def test_words_are_never_a_language(register: Register, words: str) -> None:
    with contextlib.suppress(SettingError):
        list(find_claims(ClaimFilter(words=words)).stream(register))
    assert queries.count(register).claims == 18


def test_a_cursor_of_another_list_is_refused(register: Register) -> None:
    cursor = find_transfers(order=TransferOrder.LAST).page(register, None, 2).next
    for listing in (find_transfers(), find_transfers(order=TransferOrder.LAST, is_down=True)):
        with pytest.raises(SettingError, match="belongs to no page"):
            listing.page(register, cursor)
    for wrong in ("", "x", "bnVsbA", "W10", "WyJsYXN0IixmYWxzZSwxLDJd", "é"):
        with pytest.raises(SettingError, match="belongs to no page"):
            find_transfers(order=TransferOrder.LAST).page(register, wrong)
    for limit in (0, -1, 501):
        with pytest.raises(SettingError, match="so many rows"):
            find_transfers().page(register, None, limit)
