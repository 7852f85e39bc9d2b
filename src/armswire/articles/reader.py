"""The contract of a reader: one input format, bytes in, articles out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import Any, Protocol

from armswire.errors import ArticleError
from armswire.model.article import Article

Outcome = Article | ArticleError
"""What comes of one thing that came in: the article, or why there is none."""

MAX_ARTICLE_BYTES = 10_000_000
"""Largest single article. The longest novels are about 3 MB; what is larger is no article but a dump or an accident."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """Where and when (ISO date-time) something was fetched, and the encoding that its server named."""

    url: str
    retrieved: str
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """An opened input: `place` names it in messages, `suffix` is lower case ('.txt', '' where unknown, never '.gz').

    `stream` is unpacked, but for a WARC, whose records are packed one by one. `fetched` is None for a file.
    """

    place: str
    suffix: str
    stream: BufferedReader[Any]
    fetched: Fetched | None = None


class Reader(Protocol):
    """One input format.

    `read` gives each article or the ArticleError that stands for it, one at a time and in bounded memory; it raises
    nothing about contents, and lets OSError, EOFError, zlib.error and ArticleError of the stream pass: `picking.py`
    names them.
    """

    @property
    def name(self) -> str:
        """The format in words, for messages."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of file names that this reader answers for, lower case with the dot.

        Where several answer for one, the first that recognises the content reads it, or else the last.
        """

    @property
    def is_binary(self) -> bool:
        """Whether its files are something else than text: then they need not look like text."""

    def recognises(self, start: bytes) -> bool:
        """Whether a file without a telling suffix that opens with `start` looks like this format."""

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """The articles of `incoming`, in order."""
