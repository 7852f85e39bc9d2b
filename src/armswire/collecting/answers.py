"""What a server answered → the articles in it, each with where, when and under which record it is kept."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from armswire.articles.feeds.feed import Entry
from armswire.articles.media_types import charset_of, media_type, suffix_of_type
from armswire.articles.picking import read_incoming
from armswire.articles.reader import Fetched, Outcome
from armswire.articles.readers import FEEDS, READERS
from armswire.articles.sources import open_fetched, suffix_of
from armswire.errors import ArticleError
from armswire.fetching.fetcher import Answer
from armswire.model.article import RETRIEVED, Article, with_other_dates

APART = timedelta(days=1)
"""Days further from each other than this are in conflict; time zones make one."""
# Kinds of which one thing is one article.
_SINGLE = frozenset({".html", ".xhtml", ".txt", ".pdf"})
# What servers send when they know nothing of a file: then its name tells more.
_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream"})


def write_moment(at: datetime) -> str:
    """A moment as WARC writes it (ISO 28500, 5.4), so that it is the same when what was kept is read again."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def is_feed(answer: Answer) -> bool:
    """Whether it lists articles, whatever its server calls it."""
    return any(reader.recognises(answer.body[:4096]) for reader in FEEDS)


def read_answer(answer: Answer, at: datetime, kept: Mapping[str, object] = {}) -> Iterator[Outcome]:
    """The articles of an answer that came at a moment, by the reader for its kind, or why there is none.

    `kept` is what their `extra` is to say of where it is kept.
    """
    told, moment = answer.headers.get("content-type"), write_moment(at)
    suffix = _suffix(answer.url, told)
    if suffix is None:
        yield ArticleError("no article, by its kind", place=answer.url, value=told, remedy="Leave it out")
        return
    fetched = Fetched(answer.url, moment, charset_of(told))
    incoming = open_fetched(io.BytesIO(answer.body), answer.url, suffix, fetched)
    for outcome in read_incoming(incoming, READERS, sniff=not suffix):
        if isinstance(outcome, Article):
            # Pages have been held against the moment when they were fetched, to the hour.
            article = outcome if RETRIEVED in outcome.extra else _not_after(outcome, at)
            extra = {RETRIEVED: moment, **outcome.extra, **kept}
            # The address of a table is not that of its rows.
            url = outcome.url or (answer.url if suffix in _SINGLE else None)
            yield replace(article, url=url, extra=extra)
        else:
            yield outcome


def article_of_answer(answer: Answer, at: datetime, entry: Entry, kept: Mapping[str, object] = {}) -> Article:
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
    return replace(article, extra=with_other_dates(article.extra, [(day, "feed")]))


def _suffix(url: str, told: str | None) -> str | None:
    """The ending by which the reader is found, by the type that is told or else by the address; "" where it is to be
    told by the content, None for a type that is not read.
    """
    suffix = suffix_of_type(told)
    if suffix is not None:
        return suffix
    ending = suffix_of(urlsplit(url).path)
    if any(ending in reader.suffixes for reader in READERS):
        return ending
    return "" if media_type(told) in _UNTOLD else None


def _not_after(article: Article, at: datetime) -> Article:
    """Without a day that is after the one on which it was fetched."""
    if article.published is None or article.published <= at.date():
        return article
    return replace(article, published=None, published_by="none")
