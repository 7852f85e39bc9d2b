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
class Incoming:
    """An opened input: `place` names it in messages, `suffix` is lower case ('.txt', '' where unknown, never '.gz')."""

    place: str
    suffix: str
    stream: BufferedReader[Any]


class Reader(Protocol):
    """One input format.

    `read` gives each article or the ArticleError that stands for it, one at a time and in bounded memory; it raises
    nothing about contents, and lets OSError, EOFError and zlib.error of the stream pass: `read.py` names them.
    """

    @property
    def name(self) -> str:
        """The format in words, for messages."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of file names that this reader answers for, lower case with the dot."""

    def recognises(self, start: bytes) -> bool:
        """Whether a file without a telling suffix that opens with `start` looks like this format."""

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """The articles of `incoming`, in order."""
