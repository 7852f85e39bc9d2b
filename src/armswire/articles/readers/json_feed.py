"""A saved JSON Feed → an article for each entry that brings words."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.articles.feeds.json_feed import is_json_feed
from armswire.articles.reader import Incoming, Outcome
from armswire.articles.readers.feed import read_feed


class JsonFeed:
    """As other feeds; among JSON files it is known by the version that it must name."""

    name = "JSON Feed"
    suffixes = (".json",)
    is_binary = False

    def recognises(self, start: bytes) -> bool:
        """An object that names a version of JSON Feed."""
        return start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") and is_json_feed(start)

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """Each entry's article in the feed's order, or why it has none."""
        yield from read_feed(incoming)
