"""What is new, and what is overdue, as the overview shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from armswire.model.dispute import DisputeState
from armswire.model.ranges import DateRange
from armswire.model.thread import ThreadStep
from armswire.model.transfer import Transfer
from armswire.register.arrival import write_moment
from armswire.register.news import News
from armswire.register.promises import find_due, find_promise
from armswire.register.rows import ArticleRecord
from armswire.register.threads import name_step
from armswire.serving import addresses
from armswire.web.views.transfers import TransferHeading, view_heading
from armswire.web.visits import Mark
from armswire.wording.ago import say_ago
from armswire.wording.entries import say_items
from armswire.wording.versions import say_version

# Days before the newest article that count as new where nobody knows the last visit.
WITHOUT_A_VISIT = 7

# Filters that are called otherwise where articles are listed.
_OF_ARTICLES = {"told_since": "since"}


@dataclass(frozen=True, slots=True)
class NewArticle:
    """A new article: its page, and the register narrowed to what it tells of; `version` is what it changed, if it is
    another text of an address."""

    title: str
    outlet: str
    published: date | None
    address: str
    transfers: str
    version: str


@dataclass(frozen=True, slots=True)
class NewsView:
    """What is new: what came in since the last visit, or what was published from a day on, where there was none.

    `seen` is when the last visit was, `since` that day; `mark` is what is seen once somebody says so.
    """

    news: News
    seen: datetime | None
    since: date | None
    articles: tuple[NewArticle, ...]
    edited: tuple[NewArticle, ...]
    transfers: str
    disputes: str
    list_address: str
    mark: str


@dataclass(frozen=True, slots=True)
class Overdue:
    """A promise that nobody has reported kept: how long ago it was made, and since when it is due if a day was told."""

    heading: TransferHeading
    items: tuple[str, ...]
    promised: str
    due: str


def first_new_day(horizon: date | None) -> date:
    """From which day of publication on articles are new to somebody who was never here; `horizon` is the last day."""
    return max(horizon or date.min, date.min + timedelta(days=WITHOUT_A_VISIT)) - timedelta(days=WITHOUT_A_VISIT - 1)


def view_arrived(news: News, seen: Mark, now: Mark) -> NewsView:
    """What came in since a visit."""
    return _view(news, now, "arrived_since", write_moment(seen.new_from), {"sort": "arrived"}, seen=seen.moment)


def view_published(news: News, since: date, now: Mark) -> NewsView:
    """What was published from a day on."""
    return _view(news, now, "told_since", since.isoformat(), {}, since=since)


def _view(
    news: News,
    now: Mark,
    name: str,
    value: str,
    order: Mapping[str, str],
    *,
    seen: datetime | None = None,
    since: date | None = None,
) -> NewsView:
    return NewsView(
        news=news,
        seen=seen,
        since=since,
        articles=tuple(map(_view_article, news.newest)),
        edited=tuple(map(_view_article, news.edited)),
        transfers=addresses.with_query(addresses.TRANSFERS, {name: value}),
        disputes=addresses.with_query(addresses.DISPUTES, {name: value, "state": DisputeState.OPEN.value}),
        list_address=addresses.with_query(addresses.ARTICLES, {_OF_ARTICLES.get(name, name): value, **order}),
        mark=str(now),
    )


def view_overdue(transfers: Iterable[Transfer], names: Mapping[str, str], today: date) -> Iterator[Overdue]:
    """Overdue promises, seen from a day. `names` are those of actors."""
    for transfer in transfers:
        promise = find_promise(transfer.thread.steps)
        if promise is not None:
            due = find_due(transfer.thread.steps)
            yield Overdue(
                view_heading(transfer, names),
                tuple(say_items(transfer)),
                _say_promise(promise, today),
                "" if due is None else say_ago(DateRange(due, due), today),
            )


def _say_promise(promise: ThreadStep, today: date) -> str:
    told = promise.date or (promise.told and DateRange(promise.told, promise.told))
    return f"{name_step(promise)} {say_ago(told, today)}" if told else name_step(promise)


def _view_article(record: ArticleRecord) -> NewArticle:
    article = record.article
    return NewArticle(
        title=article.title or article.id,
        outlet=article.outlet or "",
        published=article.published,
        address=addresses.article_address(article.id),
        transfers=addresses.with_query(addresses.TRANSFERS, {"document": article.id}),
        version="" if record.version is None else say_version(record.version),
    )
