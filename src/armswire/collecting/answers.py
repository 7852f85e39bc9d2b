"""What a server answered → the articles in it, each with where, when and under which record it is kept."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from armswire.articles.feeds.feed import Entry
from armswire.articles.media_types import SUFFIXES, charset_of, media_type, suffix_of_type
from armswire.articles.picking import read_incoming
from armswire.articles.reader import Fetched, Outcome
from armswire.articles.readers import FEEDS, READERS
from armswire.articles.sources import open_fetched
from armswire.errors import ArticleError
from armswire.fetching.fetcher import Answer
from armswire.fetching.keeping import Kept
from armswire.model.article import KEPT, OTHER_DATES, RETRIEVED, Article

APART = timedelta(days=1)
"""Days further from each other than this are in conflict; time zones make one."""
# What servers send when they know nothing of a file: then its name tells more.
_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream"})


def is_feed(answer: Answer) -> bool:
    """Whether it lists articles, whatever its server calls it."""
    return any(reader.recognises(answer.body[:4096]) for reader in FEEDS)


def read_answer(answer: Answer, at: datetime, kept: Kept | None = None) -> Iterator[Outcome]:
    """The articles of an answer that came at a moment, by the reader for its kind, or why there is none."""
    extra: dict[str, object] = {RETRIEVED: at.isoformat(timespec="seconds")}
    if kept is not None:
        extra[KEPT] = {"file": kept.file, "record": kept.record}
    told = answer.headers.get("content-type")
    suffix = suffix_of_type(told)
    if suffix is None:
        if media_type(told) not in _UNTOLD:
            yield ArticleError("no article, by its kind", place=answer.url, value=told, remedy="Leave it out")
            return
        ending = PurePosixPath(urlsplit(answer.url).path).suffix.lower()
        suffix = ending if ending in SUFFIXES.values() else ""
    fetched = Fetched(answer.url, str(extra[RETRIEVED]), charset_of(told))
    incoming = open_fetched(io.BytesIO(answer.body), answer.url, suffix, fetched)
    for outcome in read_incoming(incoming, READERS, sniff=not suffix):
        yield outcome if isinstance(outcome, ArticleError) else _complete(outcome, answer.url, at, extra)


def article_of_answer(answer: Answer, at: datetime, kept: Kept | None, entry: Entry) -> Article:
    """The one article of a page that a feed lists: what it does not tell of itself is the feed's word.

    Raises ArticleError where it has none.
    """
    outcome = next(read_answer(answer, at, kept))
    if isinstance(outcome, ArticleError):
        raise outcome
    day = entry.published or entry.updated
    if day is not None:
        outcome = _with_feeds_day(outcome, day)
    return replace(
        outcome,
        title=outcome.title or entry.title,
        outlet=outcome.outlet or entry.outlet,
        language=outcome.language or entry.language,
    )


def _with_feeds_day(article: Article, day: date) -> Article:
    """With the feed's day where the page tells none; kept beside the page's where it is another one."""
    if article.published is None:
        return replace(article, published=day, published_by="feed")
    if abs(article.published - day) <= APART:
        return article
    others = article.extra.get(OTHER_DATES)
    told = [*(others if isinstance(others, list) else []), {"published": day.isoformat(), "published_by": "feed"}]
    return replace(article, extra={**article.extra, OTHER_DATES: told})


def _complete(article: Article, url: str, at: datetime, extra: Mapping[str, object]) -> Article:
    if article.published is not None and article.published > at.date():
        article = replace(article, published=None, published_by="none")
    return replace(article, url=article.url or url, extra={**article.extra, **extra})
