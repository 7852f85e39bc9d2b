"""What is new, and what is overdue, as the overview shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from armswire.model.ranges import DateRange
from armswire.model.thread import ThreadStep
from armswire.model.transfer import Transfer
from armswire.register.news import News
from armswire.register.promises import find_due, find_promise
from armswire.register.rows import ArticleRecord
from armswire.register.threads import name_step
from armswire.serving import addresses
from armswire.web.views.transfers import TransferHeading, view_heading
from armswire.web.visits import Visit
from armswire.wording.ago import say_ago
from armswire.wording.entries import say_items

# Days before the newest article that count as new where nobody knows the last visit.
WITHOUT_A_VISIT = 7


@dataclass(frozen=True, slots=True)
class NewArticle:
    """A new article: its page, and the register narrowed to what it tells of."""

    title: str
    outlet: str
    published: date | None
    address: str
    transfers: str


@dataclass(frozen=True, slots=True)
class NewsView:
    """What is new. `since` is the day from which on articles are new; `visit` when the last visit was, None for none.

    `late` are articles of earlier days that came in since; `mark` is what is seen once somebody says so.
    """

    news: News
    since: date
    visit: Visit
    late: int
    articles: tuple[NewArticle, ...]
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


def first_new_day(visit: Visit) -> date:
    """From which day on articles are new."""
    if visit.seen is not None:
        return visit.seen.day + timedelta(days=1) if visit.seen.day < date.max else date.max
    return max(visit.now.day, date.min + timedelta(days=WITHOUT_A_VISIT)) - timedelta(days=WITHOUT_A_VISIT - 1)


def view_news(news: News, visit: Visit) -> NewsView:
    """What is new since the last visit."""
    since = first_new_day(visit)
    more = 0 if visit.seen is None else visit.now.articles - visit.seen.articles
    return NewsView(
        news=news,
        since=since,
        visit=visit,
        late=max(0, more - news.articles),
        articles=tuple(map(_view_article, news.newest)),
        transfers=addresses.with_query(addresses.TRANSFERS, {"told_since": since.isoformat()}),
        disputes=addresses.with_query(addresses.DISPUTES, {"told_since": since.isoformat(), "state": "open"}),
        list_address=addresses.with_query(addresses.ARTICLES, {"since": since.isoformat()}),
        mark=str(visit.now),
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
    )
