"""A saved RSS or Atom feed, sitemap or index of sitemaps → an article for each entry that brings words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from armswire.articles.feeds import sitemap, xml_feed
from armswire.articles.feeds.entry_article import article_from_entry
from armswire.articles.feeds.feed import MAX_FEED_BYTES, Feed
from armswire.articles.feeds.parse import parse_feed
from armswire.articles.reader import Incoming, Outcome
from armswire.articles.whole_file import read_whole
from armswire.errors import ArticleError

_OUTERMOST = re.compile(
    rb"<(?:[\w.-]+:)?(?:" + "|".join(sorted(xml_feed.ROOTS | sitemap.ROOTS)).encode() + rb")[\s>]", re.IGNORECASE
)


class XmlFeed:
    """Full content is the text, or title and summary; an entry with an address alone has no text to read."""

    name = "RSS, Atom and sitemaps"
    suffixes = (".xml", ".rss", ".atom")
    is_binary = False

    def recognises(self, start: bytes) -> bool:
        """The outermost element of a feed or a sitemap, and none of a page before it."""
        found = _OUTERMOST.search(start)
        return found is not None and b"<html" not in start[: found.start()].lower()

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """Each entry's article in the feed's order, or why it has none."""
        yield from read_feed(incoming)


def read_feed(incoming: Incoming) -> Iterator[Outcome]:
    """Each entry's article, or why it has none, of any kind of feed."""
    try:
        feed = parse_feed(read_whole(incoming, MAX_FEED_BYTES, remedy="Split the feed"), incoming.place)
    except ArticleError as error:
        yield error
        return
    yield from _listed_alone(feed, incoming.place)
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield article_from_entry(entry, f"{incoming.place}, entry {number}")
        except ArticleError as error:
            yield error


def _listed_alone(feed: Feed, place: str) -> Iterator[ArticleError]:
    for address in feed.sitemaps:
        yield ArticleError("only the address of a sitemap", place=place, value=address, remedy="Save it and give that")
    if not feed.entries and not feed.sitemaps:
        yield ArticleError(f"no entry in this {feed.kind}", place=place, remedy="Fetch it again, or leave it out")
