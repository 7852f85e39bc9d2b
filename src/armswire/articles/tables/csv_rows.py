"""The lines of a CSV file → its rows, by the standard library; a broken row costs no other."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from armswire.articles.reader import MAX_ARTICLE_BYTES
from armswire.articles.tables.csv_lines import Line

MAX_CELLS = 10_000
"""Cells of a row; the widest tables of articles have some dozens."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row and the line that it begins on; `problem` says why there are no cells, or is empty."""

    line: int
    cells: list[str]
    data: bytes
    guess: str | None = None
    problem: str = ""


@dataclass(slots=True)
class _Feed:
    """Gives lines to the library's reader and keeps those of the row that is being read."""

    waiting: deque[Line]
    rest: Iterator[Line]
    taken: list[Line] = field(default_factory=list)
    size: int = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = self.waiting.popleft() if self.waiting else next(self.rest)
        self.taken.append(line)
        self.size += len(line.data)
        if line.text is None:
            raise csv.Error(line.problem)
        if self.size > MAX_ARTICLE_BYTES:
            raise csv.Error(f"the row is longer than {MAX_ARTICLE_BYTES / 1e6:g} MB: a quotation mark may be missing")
        return line.text

    def start_row(self) -> None:
        self.taken, self.size = [], 0

    def give_back(self) -> None:
        """All lines of a broken row but its first are read again: they may be rows of their own."""
        self.waiting.extendleft(reversed(self.taken[1:]))


def read_rows(lines: Iterable[Line], delimiter: str) -> Iterator[Row]:
    """Each row that is not blank, in order. Lines of a row are at most `MAX_ARTICLE_BYTES` together."""
    # The library's own limit (131,072) is below the longest articles, and holds for the whole process.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_ARTICLE_BYTES))
    feed = _Feed(deque(), iter(lines))
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    while True:
        feed.start_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if not feed.taken:
                return
            first = feed.taken[0]
            yield Row(first.number, [], first.data, problem=_problem(error))
            feed.give_back()
            reader = csv.reader(feed, delimiter=delimiter, strict=True)
            continue
        if any(cells):
            yield _row(feed.taken, cells)


def _row(taken: list[Line], cells: list[str]) -> Row:
    guess = next((line.guess for line in taken if line.guess is not None), None)
    data = b"".join(line.data for line in taken)
    problem = f"the row has more than {MAX_CELLS:,} cells" if len(cells) > MAX_CELLS else ""
    return Row(taken[0].number, cells, data, guess, problem)


def _problem(error: csv.Error) -> str:
    """What the library says, in words that tell what to look for."""
    told = str(error)
    if "unexpected end of data" in told:
        return "a quotation mark is opened and never closed"
    if "expected after" in told:
        return "words follow a closing quotation mark: one within a cell is written twice"
    return told
