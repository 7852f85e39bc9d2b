"""The only statements that write to a register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, bindparam, delete, func, insert, select, update

from armswire.register import schema
from armswire.register.databases.dialects import insert_or
from armswire.register.facts import UNDATED
from armswire.register.loading import BATCH, in_batches

Values = dict[str, Any]

# Under which the register notes how often it was written to.
EDITION = "edition"

_WAITING = ["document", "day"]
_WAIT = select(schema.articles.c.id, func.coalesce(schema.articles.c.published, UNDATED))

# -- what came in: only ever added --------------------------------------------------------------------------------


def insert_article(connection: Connection, values: Values) -> None:
    """A new article."""
    connection.execute(insert(schema.articles), values)


def mark_read(connection: Connection, document: str, values: Values) -> None:
    """The article was read again by another version, whose `values` those that it decides are from now on.

    What the support test found of the earlier ones is gone, and what was taken for the article in its text.
    """
    drop_rows(connection, schema.support_tests, schema.support_tests.c.document, [document])
    drop_rows(connection, schema.outlines, schema.outlines.c.document, [document])
    again = update(schema.articles).where(schema.articles.c.id == document)
    connection.execute(again.values(values))


def append(
    connection: Connection, claims: Iterable[Values], actors: Iterable[Values], rejections: Iterable[Values]
) -> None:
    """Claims, who takes part in them, and rejections; what is there already stays as it is."""
    for table, rows in (
        (schema.claims, list(claims)),
        (schema.claim_actors, list(actors)),
        (schema.rejections, list(rejections)),
    ):
        if rows:
            connection.execute(insert_or(connection, table).on_conflict_do_nothing(), rows)


def insert_judgement(connection: Connection, values: Values, documents: Iterable[str]) -> bool:
    """A judgement and the articles that it is about; False where it is there already."""
    if connection.execute(insert_or(connection, schema.judgements).on_conflict_do_nothing(), values).rowcount == 0:
        return False
    add_rows(
        connection,
        schema.judgement_documents,
        [{"judgement": values["id"], "document": document} for document in documents],
    )
    return True


def note(connection: Connection, key: str, value: str) -> None:
    """The register notes `value` about itself under `key`."""
    statement = insert_or(connection, schema.meta).values(key=key, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def keep_support(connection: Connection, rows: Sequence[Values]) -> None:
    """What the support test found of claims, in place of what it found before."""
    table = schema.support_tests
    drop_rows(connection, table, table.c.claim, [row["claim"] for row in rows])
    add_rows(connection, table, rows)


def keep_outlines(connection: Connection, rows: Sequence[Values]) -> None:
    """What of the texts of some articles is the article, in place of what was noted before."""
    drop_rows(connection, schema.outlines, schema.outlines.c.document, [row["document"] for row in rows])
    add_rows(connection, schema.outlines, rows)


def drop_stray_support(connection: Connection) -> None:
    """What the support test found of claims that nobody reads so any more is gone."""
    table, articles, claims = schema.support_tests, schema.articles.c, schema.claims.c
    is_current = and_(articles.id == claims.document, articles.reader == claims.reader)
    told = select(claims.id).join_from(schema.claims, schema.articles, is_current).correlate(table)
    same = told.where(claims.id == table.c.claim, claims.reader == table.c.reader, claims.document == table.c.document)
    connection.execute(delete(table).where(~same.exists()))


def count_edition(connection: Connection) -> None:
    """The register notes that it is not as it was; under the lock of whoever writes."""
    columns = schema.meta.c
    before = connection.execute(select(columns.value).where(columns.key == EDITION)).scalar()
    note(connection, EDITION, str(int(before or 0) + 1))


def await_derivation(connection: Connection, documents: Iterable[str]) -> None:
    """What follows from these articles is out of date."""
    for some in in_batches(documents):
        drop_rows(connection, schema.pending, schema.pending.c.document, some)
        connection.execute(insert(schema.pending).from_select(_WAITING, _WAIT.where(schema.articles.c.id.in_(some))))


# -- what follows from it: computed again where something new touches it ------------------------------------------


def add_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """More rows of a table of what follows."""
    for at in range(0, len(rows), BATCH):
        connection.execute(insert(table), rows[at : at + BATCH])


def change_rows(connection: Connection, key: Column[str], column: Column[str], values: Mapping[str, str]) -> None:
    """In the rows of a table of what follows that have a value as `key`, there is another value in `column`."""
    statement = update(key.table).where(key == bindparam("of")).values({column.name: bindparam("new")})
    rows = [{"of": named, "new": value} for named, value in sorted(values.items())]
    for at in range(0, len(rows), BATCH):
        connection.execute(statement, rows[at : at + BATCH])


def drop_rows(connection: Connection, table: Table, column: ColumnElement[str], values: Iterable[str]) -> None:
    """The rows of a table of what follows that have one of the values in a column are gone."""
    for some in in_batches(values):
        connection.execute(delete(table).where(column.in_(some)))


def forget_derived(connection: Connection) -> None:
    """Nothing of what follows is left, and all articles await it."""
    for table in schema.DERIVED:
        connection.execute(delete(table))
    connection.execute(delete(schema.pending))
    connection.execute(insert(schema.pending).from_select(_WAITING, _WAIT))
