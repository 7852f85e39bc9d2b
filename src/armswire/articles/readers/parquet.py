"""Parquet → an article for each row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from armswire.articles.confinement.ask import ask
from armswire.articles.reader import MAX_ARTICLE_BYTES, Incoming, Outcome
from armswire.articles.tables.columns import Columns, columns_of
from armswire.articles.tables.row_article import article_from_row
from armswire.errors import ArticleError
from armswire.model.identity import text_digest

MAX_PARQUET_BYTES = 500_000_000
"""Largest file: its table of contents stands at its end. Data sets of news come in files of this size or less."""
_SIGNATURE = b"PAR1"
_PIECE = 1 << 20


class Parquet:
    """Columns mean what they are called, as in CSV; it takes pyarrow, which comes with the extra `parquet`."""

    name = "Parquet"
    suffixes = (".parquet", ".pq")
    is_binary = True

    def recognises(self, start: bytes) -> bool:
        """The signature."""
        return start.startswith(_SIGNATURE)

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """Each row's article in the order of the file, or why it has none; what follows a broken part is not read."""
        try:
            _check_library(incoming.place)
            if not self.recognises(incoming.stream.peek(4)):
                raise ArticleError("not Parquet", place=incoming.place, remedy="Give it as it was downloaded")
            yield from _read(incoming)
        except ArticleError as error:
            yield error


def _check_library(place: str) -> None:
    if find_spec("pyarrow") is None:
        raise ArticleError(
            "Parquet takes a library that is not installed", place=place, remedy="pip install 'armswire[parquet]'"
        )


def _read(incoming: Incoming) -> Iterator[Outcome]:
    columns: Columns | None = None
    number = 0
    for answer in ask("parquet", _pieces(incoming), incoming.place):
        if columns is None:
            columns = columns_of(answer["columns"], incoming.place)
            continue
        for row in answer["rows"]:
            number += 1
            yield _outcome(row, columns, f"{incoming.place}, row {number}")
    if not number:
        raise ArticleError("no article in it", place=incoming.place, remedy="Give it rows, or leave it out")


def _pieces(incoming: Incoming) -> Iterator[bytes]:
    """The file, which is not held here. Raises ArticleError for one that is too large."""
    left = MAX_PARQUET_BYTES
    while piece := incoming.stream.read(_PIECE):
        left -= len(piece)
        if left < 0:
            raise ArticleError(
                f"larger than {MAX_PARQUET_BYTES / 1e6:g} MB", place=incoming.place, remedy="Write it in several files"
            )
        yield piece


def _outcome(row: list[Any] | None, columns: Columns, place: str) -> Outcome:
    try:
        if row is None:
            raise ArticleError(
                f"larger than {MAX_ARTICLE_BYTES / 1e6:g} MB", place=place, remedy="No article is so long"
            )
        digest = text_digest(json.dumps(row, ensure_ascii=False))
        return article_from_row(columns.keyed(row), sha256=digest, place=place)
    except ArticleError as error:
        return error
