"""CSV → an article for each row."""

from __future__ import annotations

import csv
import hashlib
import itertools
import re
from collections.abc import Iterator, Sequence

from armswire.articles.decoding import DECODED_AS
from armswire.articles.reader import Incoming, Outcome
from armswire.articles.tables.columns import Columns, columns_of
from armswire.articles.tables.csv_lines import Line, read_lines
from armswire.articles.tables.csv_rows import Row, read_rows
from armswire.articles.tables.row_article import article_from_row
from armswire.errors import ArticleError
from armswire.lexicon.columns import meanings_of

DELIMITERS = ",;\t|"
_TOLD = re.compile(r'\s*"?sep=([,;\t|])"?\s*\Z')
"""The line by which Excel tells its delimiter."""
_REMEDY = "Write the table with a program that quotes cells"


class CsvTable:
    """The first row names the columns, in any case and order; delimiter and encoding are told by the content."""

    name = "CSV"
    suffixes = (".csv", ".tsv")
    is_binary = False

    def recognises(self, start: bytes) -> bool:
        """A first line that names a column of words and another that we know."""
        header = _cells(start.partition(b"\n")[0].decode("utf-8-sig", "replace"))
        keys = {meaning.key for meaning in meanings_of(header) if meaning is not None}
        return len(keys) > 1 and not keys.isdisjoint(("text", "html"))

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """Each row's article in the order of the file, or why it has none."""
        try:
            yield from _read(read_lines(incoming), incoming.place)
        except ArticleError as error:
            yield error


def _read(lines: Iterator[Line], place: str) -> Iterator[Outcome]:
    first = next((line for line in lines if line.text is None or line.text.strip()), None)
    told = None if first is None else _TOLD.match(first.text or "")
    if told is not None:
        first = next(lines, None)
    if first is None:
        raise ArticleError("no article in it", place=place, remedy="Give it rows, or leave it out")
    delimiter = told.group(1) if told else _delimiter(first.text or "")
    rows = read_rows(itertools.chain([first], lines), delimiter)
    header = next(rows, None)
    if header is None:
        raise ArticleError("no article in it", place=place, remedy="Give it rows, or leave it out")
    if header.problem:
        raise ArticleError(header.problem, place=f"{place}, line {header.line}", remedy=_REMEDY)
    columns = columns_of(header.cells, f"{place}, line {header.line}")
    found = False
    for row in rows:
        found = True
        yield _outcome(row, columns, f"{place}, line {row.line}")
    if not found:
        raise ArticleError("no article in it", place=place, remedy="Give it rows below the names of its columns")


def _outcome(row: Row, columns: Columns, place: str) -> Outcome:
    try:
        if row.problem:
            raise ArticleError(row.problem, place=place, value=row.data[:40], remedy=_REMEDY)
        keyed = columns.keyed(_fitted(row.cells, len(columns.names), place))
        extra = {} if row.guess is None else {DECODED_AS: row.guess}
        return article_from_row(keyed, sha256=hashlib.sha256(row.data).hexdigest(), place=place, extra=extra)
    except ArticleError as error:
        return error


def _fitted(cells: list[str], width: int, place: str) -> list[str]:
    """As many cells as there are columns. Raises ArticleError otherwise: words that hold a comma would be cut there."""
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    if len(cells) != width:
        raise ArticleError(f"the row has {len(cells)} cells, the header {width}", place=place, remedy=_REMEDY)
    return cells


def _delimiter(header: str) -> str:
    """The one that gives the most columns that we know, then the most columns; a comma where none tells more."""
    return max(DELIMITERS, key=lambda one: _worth(_split(header, one)))


def _cells(header: str) -> Sequence[str]:
    return _split(header, _delimiter(header))


def _split(header: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error:
        return []


def _worth(cells: list[str]) -> tuple[int, int]:
    return sum(meaning is not None for meaning in meanings_of(cells)), len(cells)
