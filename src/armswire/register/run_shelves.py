"""Shelves on which texts stand by the runs of words they hold, and the first few of each: copies, quotations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select

from armswire.register import loading, writing
from armswire.register.writing import Values

# By run of words: the places of the first few texts that hold it. All of them, where they are fewer than the most.
Holders = Mapping[int, Sequence[tuple[Any, ...]]]


class RunShelves:
    """A table of runs; its key is the run and what orders the texts on it: the day, the article, what is in it.

    `most` is how many count as the first on a shelf: a run that a hundred articles share must not make ten thousand
    pairs.
    """

    def __init__(self, table: Table, most: int) -> None:
        self._table = table
        self._columns = table.c
        self._order = tuple(column for column in table.primary_key.columns if column.name != "run")
        self._document = [column.name for column in self._order].index("document")
        self._most = most

    def put(self, connection: Connection, articles: Iterable[str], rows: Sequence[Values]) -> None:
        """These are the rows of some articles from now on; one that was worked in before stands there already."""
        writing.drop_rows(connection, self._table, self._columns.document, articles)
        writing.add_rows(connection, self._table, rows)

    def load_runs(self, connection: Connection, articles: Iterable[str]) -> set[int]:
        """The runs on whose shelves some articles stand."""
        rows = loading.rows_in(connection, select(self._columns.run), self._columns.document, articles)
        return {row.run for row in rows}

    def load_first(self, connection: Connection, numbers: Iterable[int]) -> dict[int, list[tuple[Any, ...]]]:
        """The first few places on the shelf of each run, in order."""
        place = func.row_number().over(partition_by=self._columns.run, order_by=self._order).label("place")
        found: dict[int, list[tuple[Any, ...]]] = {}
        for some in loading.in_batches(numbers):
            held = select(self._columns.run, *self._order, place).where(self._columns.run.in_(some)).subquery()
            wanted = select(held).where(held.c.place <= self._most).order_by(held.c.run, held.c.place)
            for row in connection.execute(wanted):
                found.setdefault(row.run, []).append(tuple(row)[1:-1])
        return found

    def find_sharers(self, connection: Connection, articles: Collection[str], holders: Holders) -> set[str]:
        """The articles that share a run of which one of `articles` is among the first `holders`."""
        at = self._document
        shared = {number: held for number, held in holders.items() if any(place[at] in articles for place in held)}
        more = [number for number, held in shared.items() if len(held) == self._most]
        rows = loading.rows_in(connection, select(self._columns.document), self._columns.run, more)
        return {place[at] for held in shared.values() for place in held} | {row.document for row in rows}


def find_followers(
    connection: Connection, follower: ColumnElement[str], followed: ColumnElement[str], names: Iterable[str]
) -> set[str]:
    """The articles that follow one of `names`, directly or through others, by two columns of a table."""
    found: set[str] = set()
    wanted = set(names)
    while wanted:
        rows = loading.rows_in(connection, select(follower.label("follower")), followed, wanted)
        wanted = {row.follower for row in rows} - found
        found |= wanted
    return found
