"""The act of this room: a web address in, the article behind it out, or those that a feed at it lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from armswire.articles.feeds.entry_article import article_from_entry
from armswire.articles.feeds.feed import Entry
from armswire.articles.feeds.parse import parse_feed
from armswire.articles.reader import Outcome
from armswire.collecting.answers import article_of_answer, is_feed, read_answer, write_moment
from armswire.collecting.asking import Answered, Asker
from armswire.collecting.kept import keep_answer, keep_entry
from armswire.errors import ArticleError, FetchError
from armswire.fetching.keeping import Archive
from armswire.model.article import FEED, RETRIEVED, Article

# An index of sitemaps lists sitemaps, and none of them another index (sitemaps.org, "Using Sitemap index files").
DEEPEST = 1


class WebAddresses:
    """Reads addresses as `articles.read` reads files. Each is asked for once, however often it is listed."""

    def __init__(self, asker: Asker, archive: Archive | None = None) -> None:
        """What is read is kept in the archive, where there is one."""
        self._asker, self._archive = asker, archive
        self._asked: set[str] = set()

    def read(self, told: str) -> Iterator[Outcome]:
        """The article of a page, or of each page that a feed or a sitemap lists, or why there is none.

        An entry that brings its whole story needs no page; one whose page cannot be had is read from what the feed
        says of it. Raises OutputError where the archive cannot be written.
        """
        yield from self._read(told, depth=0)

    def _read(self, told: str, depth: int) -> Iterator[Outcome]:
        if told in self._asked:
            return
        self._asked.add(told)
        try:
            answered = self._asker.ask(told)
        except FetchError as error:
            yield _as_article_error(error, told)
            return
        if not is_feed(answered.answer):
            kept = keep_answer(self._archive, answered.answer, answered.at)
            yield from read_answer(answered.answer, answered.at, kept)
        else:
            # What a feed says is kept entry by entry, and only where it is read.
            yield from self._read_feed(answered, depth)

    def _read_feed(self, answered: Answered, depth: int) -> Iterator[Outcome]:
        answer = answered.answer
        try:
            feed = parse_feed(answer.body, answer.url, answer.url)
        except ArticleError as error:
            yield error
            return
        for entry in feed.entries:
            if entry.url is None or entry.url not in self._asked:
                yield self._read_entry(entry, answer.url)
        for url in feed.sitemaps:
            if depth < DEEPEST:
                yield from self._read(url, depth + 1)
            else:
                yield ArticleError("an index within an index", place=answer.url, value=url, remedy="Give its address")
        if not feed.entries and not feed.sitemaps:
            yield ArticleError(f"no entry in this {feed.kind}", place=answer.url, remedy="Try again later")

    def _read_entry(self, entry: Entry, feed: str) -> Outcome:
        failure: ArticleError | None = None
        if entry.url is not None and entry.content is None:
            self._asked.add(entry.url)
            try:
                answered = self._asker.ask(entry.url)
                kept = keep_answer(self._archive, answered.answer, answered.at)
                article = article_of_answer(answered.answer, answered.at, entry, kept)
                return replace(article, extra={**article.extra, FEED: feed})
            except FetchError as error:
                failure = _as_article_error(error, entry.url)
            except ArticleError as error:
                failure = error
        try:
            return article_of_entry(entry, entry.url or feed, feed, self._archive)
        except ArticleError as error:
            return failure or error


def article_of_entry(
    entry: Entry, place: str, feed: str, archive: Archive | None = None, at: datetime | None = None
) -> Article:
    """The article that a feed itself brings, kept as a JSON Feed of one entry where there is an archive.

    Raises ArticleError where it brings none, OutputError where it cannot be kept.
    """
    moment = at or datetime.now(UTC)
    article = article_from_entry(entry, place)
    kept = keep_entry(archive, entry, feed, moment)
    return replace(article, extra={**article.extra, FEED: feed, RETRIEVED: write_moment(moment), **kept})


def _as_article_error(error: FetchError, told: str) -> ArticleError:
    return ArticleError(error.problem, place=error.place or told, value=error.value, remedy=error.remedy)
