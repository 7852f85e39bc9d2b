"""What the newest articles brought, in every database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from armswire.errors import SettingError
from armswire.register.arrival import STEP
from armswire.register.listing.articles import ArticleFilter, find_last_arrived
from armswire.register.listing.asking import read_filter
from armswire.register.listing.disputes import DisputeFilter, find_disputes
from armswire.register.listing.facets import count_transfers
from armswire.register.listing.overdue import find_overdue
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.news import find_arrived_since, find_last_arrival, find_published_since
from armswire.register.record import record
from armswire.register.store import Register, open_register
from tests.factories import make_article, make_claim, make_item

# Each an hour after the other.
ARRIVALS = {
    name: datetime(2031, 3, 11, hour, tzinfo=UTC)
    for name, hour in (("old", 7), ("first", 8), ("denial", 9), ("tanks", 10), ("undated", 11))
}
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
            article = make_article(name, claim.evidence.text, published=day)
            record(opened, article, [claim], arrived=ARRIVALS[name])
        record(opened, make_article("undated", published=None), [], arrived=ARRIVALS["undated"])
        yield opened


def test_what_is_new_is_counted_from_a_day_on(register: Register) -> None:
    news = find_published_since(register, date(2031, 3, 5), shown=1)
    assert (news.articles, news.claims, news.transfers, news.first_told) == (2, 2, 2, 1)
    assert news.disputes == 1
    assert [one.article.id for one in news.newest] == ["tanks"]
    assert find_published_since(register, date(2031, 3, 11), shown=5).articles == 0


def test_what_came_in_is_new_whenever_it_was_published(register: Register) -> None:
    moment = find_last_arrival(register)
    assert moment == ARRIVALS["undated"]
    assert find_arrived_since(register, moment + STEP, shown=5).articles == 0
    # What it tells of was told by the newer article, which came in before.
    claim = make_claim("delivery", "DEU", "POL", document="late", items=TANKS, date="2031-03-09")
    record(
        register, make_article("late", claim.evidence.text, published="2031-03-01"), [claim], arrived=moment + 2 * STEP
    )
    news = find_arrived_since(register, moment + STEP, shown=5)
    assert (news.articles, news.claims, news.transfers, news.first_told) == (1, 1, 1, 0)
    assert [one.article.id for one in news.newest] == ["late"]
    everything = find_arrived_since(register, ARRIVALS["old"], shown=9)
    assert (everything.articles, everything.transfers, everything.first_told) == (6, 3, 3)
    assert [one.article.id for one in everything.newest] == ["tanks", "denial", "first", "late", "old", "undated"]


def test_lists_show_what_is_in_the_news(register: Register) -> None:
    since = date(2031, 3, 5)
    assert count_transfers(register, TransferFilter(told_since=since)) == 2
    assert count_transfers(register, TransferFilter(told_since=since, supplier=("DEU",))) == 1
    assert len(list(find_disputes(DisputeFilter(told_since=since)).stream(register))) == 1
    assert list(find_disputes(DisputeFilter(told_since=date(2031, 3, 9))).stream(register)) == []


@pytest.mark.parametrize(
    ("given", "transfers", "disputes", "articles"),
    [
        ("2031", 3, 1, ["undated", "tanks", "denial", "first", "old"]),
        ("2031-03-11T09", 2, 1, ["undated", "tanks", "denial"]),
        ("2031-03-11T10:00Z", 1, 0, ["undated", "tanks"]),
        ("2031-03-11T11:00:00.000001", 0, 0, []),
    ],
)
def test_lists_show_what_came_in(
    register: Register, given: str, transfers: int, disputes: int, articles: list[str]
) -> None:
    asked = {"arrived_since": [given]}
    assert count_transfers(register, read_filter(TransferFilter, register, asked)) == transfers
    assert len(list(find_disputes(read_filter(DisputeFilter, register, asked)).stream(register))) == disputes
    listing = find_last_arrived(read_filter(ArticleFilter, register, asked))
    assert [one.article.id for one in listing.stream(register)] == articles


@pytest.mark.parametrize(
    "given", ["", "soon", "2031-13", "2031-03-11T25", "2031-03-11 10:00", "2031-03-11T10:00+01:00"]
)
def test_other_moments_are_refused(register: Register, given: str) -> None:
    with pytest.raises(SettingError, match="no moment"):
        read_filter(TransferFilter, register, {"arrived_since": [given]})


def test_overdue_is_what_was_promised_and_not_reported_by_a_day(register: Register) -> None:
    wanted = read_filter(TransferFilter, register, {"overdue": ["now"]})
    assert wanted.overdue == date(2031, 3, 10)
    (late,) = find_overdue(wanted).page(register).records
    assert late.supplier[0].actor == "NOR"
    assert count_transfers(register, wanted) == 1
    assert count_transfers(register, TransferFilter(overdue=date(2030, 5, 30))) == 0
    assert count_transfers(register, TransferFilter(overdue=date(2030, 5, 31))) == 1
