"""Looks up rows of a register by many keys at once, on whatever connection is at work."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from armswire.model.sourcing import decode_sourcing
from armswire.register import schema
from armswire.register.facts import ArticleFacts

AnyRow = Row[Any]

# As many rows, or keys, go into one statement, and are in memory at a time.
BATCH = 500


def rows_in(
    connection: Connection, statement: Select[Any], column: ColumnElement[Any], values: Iterable[Any]
) -> Iterator[AnyRow]:
    """The rows of a query that have one of the values in a column, in no order."""
    for some in in_batches(values):
        yield from connection.execute(statement.where(column.in_(some)))


def load_facts(
    connection: Connection, documents: Iterable[str], *, with_sketch: bool = False
) -> dict[str, ArticleFacts]:
    """What reconciling needs to know about some articles."""
    columns = schema.articles.c
    told = [columns.id, columns.outlet, columns.published, columns.sourcing, columns.retrieved]
    wanted = [*told, columns.sketch] if with_sketch else told
    return {
        row.id: ArticleFacts(
            id=row.id,
            outlet=row.outlet,
            published=None if row.published is None else date.fromisoformat(row.published),
            sketch=row.sketch if with_sketch else b"",
            sourcing=decode_sourcing(json.loads(row.sourcing)),
            retrieved=row.retrieved,
        )
        for row in rows_in(connection, select(*wanted), columns.id, documents)
    }


def in_batches(values: Iterable[Any]) -> Iterator[list[Any]]:
    """The different values in their order, a few hundred at a time."""
    ordered = sorted(set(values))
    for at in range(0, len(ordered), BATCH):
        yield ordered[at : at + BATCH]
