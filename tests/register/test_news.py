"""What the newest articles brought, in every database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from armswire.register.listing.asking import read_filter
from armswire.register.listing.disputes import DisputeFilter, find_disputes
from armswire.register.listing.facets import count_transfers
from armswire.register.listing.overdue import find_overdue
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.news import find_news_since
from armswire.register.record import record
from armswire.register.store import Register, open_register
from tests.factories import make_article, make_claim, make_item

TANKS = [make_item("tanks", "ML6")]


@pytest.fixture
def register(place: str) -> Iterator[Register]:
    """Shells that are promised and then denied, tanks that are new, and a promise of long ago."""
    stories = [
        ("old", "2031-01-10", make_claim("agreement", "NOR", "UKR", document="old", date="2029-05-01/2029-05-31")),
        ("first", "2031-03-01", make_claim("delivery", document="first", date="2031-02-20")),
        ("denial", "2031-03-08", make_claim("delivery", document="denial", polarity="negated", date="2031-02-20")),
        ("tanks", "2031-03-10", make_claim("delivery", "DEU", "POL", document="tanks", items=TANKS, date="2031-03-09")),
    ]
    with open_register(place) as opened:
        for name, day, claim in stories:
            record(opened, make_article(name, claim.evidence.text, published=day), [claim])
        record(opened, make_article("undated", published=None), [])
        yield opened


def test_what_is_new_is_counted_from_a_day_on(register: Register) -> None:
    news = find_news_since(register, date(2031, 3, 5), shown=1)
    assert (news.articles, news.claims, news.transfers, news.first_told) == (2, 2, 2, 1)
    assert news.disputes == 1
    assert [one.article.id for one in news.newest] == ["tanks"]
    assert find_news_since(register, date(2031, 3, 11), shown=5).articles == 0


def test_lists_show_what_is_in_the_news(register: Register) -> None:
    since = date(2031, 3, 5)
    assert count_transfers(register, TransferFilter(told_since=since)) == 2
    assert count_transfers(register, TransferFilter(told_since=since, supplier=("DEU",))) == 1
    assert len(list(find_disputes(DisputeFilter(told_since=since)).stream(register))) == 1
    assert list(find_disputes(DisputeFilter(told_since=date(2031, 3, 9))).stream(register)) == []


def test_overdue_is_what_was_promised_and_not_reported_by_a_day(register: Register) -> None:
    wanted = read_filter(TransferFilter, register, {"overdue": ["now"]})
    assert wanted.overdue == date(2031, 3, 10)
    (late,) = find_overdue(wanted).page(register).records
    assert late.supplier[0].actor == "NOR"
    assert count_transfers(register, wanted) == 1
    assert count_transfers(register, TransferFilter(overdue=date(2030, 5, 30))) == 0
    assert count_transfers(register, TransferFilter(overdue=date(2030, 5, 31))) == 1
