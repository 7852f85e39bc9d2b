"""JSON Lines, or one JSON file with an object or a list of them → articles."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.articles.json_article import article_from_json
from armswire.articles.json_file import opens_json, read_json
from armswire.articles.reader import Incoming, Outcome


class JsonLines:
    """One article a line; a `.json` file may also hold one object or a list."""

    name = "JSON Lines"
    suffixes = (".jsonl", ".ndjson", ".json")
    is_binary = False

    def recognises(self, start: bytes) -> bool:
        """An object or a list of objects opens it."""
        return opens_json(start)

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """Each article, or why there is none, in the order of the file."""
        yield from read_json(incoming, article_from_json)
