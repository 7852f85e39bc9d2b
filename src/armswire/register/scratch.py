"""Tables of one connection alone that stand before those of the register: whoever only looks need not write."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Select, String, Table, insert

from armswire.register import schema
from armswire.register.databases.database import Database
from armswire.register.store import Register

# The articles and judgements that are not to be seen.
_UNSEEN = Table("unseen", MetaData(), Column("id", String))
_UNJUDGED = Table("unjudged", MetaData(), Column("id", String))


@contextmanager
def scratch(register: Register) -> Iterator[Connection]:
    """Inside, what follows from the claims can be written to tables that no other process sees.

    They hold what the register's hold, and stand before them until it is closed. Raises RegisterError.
    """
    with register.reading() as connection:
        if not register.in_moment:
            register.database.begin_scratch(connection)
        _shadow(connection, register.database)
        yield connection
        register.has_scratch = True


@contextmanager
def scratch_without(
    register: Register, documents: Select[Any], judgements: Select[Any], *, keep_shelves: bool
) -> Iterator[Connection]:
    """The same, as if some articles and judgements were not there (the two select their ids), and none could be added.

    Views stand before what came in and what was judged, and tables before what follows, with all that they hold; those
    that only adding reads are empty but where they are to be kept.
    """
    database = register.database
    with register.reading() as connection:
        if not register.in_moment:
            database.begin_scratch(connection)
        for hidden, among, selected in ((_UNSEEN, "articles", documents), (_UNJUDGED, "judgements", judgements)):
            rows = f"SELECT id FROM {database.kept(among)} WHERE 1 = 0"
            connection.exec_driver_sql(f"CREATE TEMP TABLE {hidden.name} AS {rows}")
            connection.execute(insert(hidden).from_select(["id"], selected))
            connection.exec_driver_sql(database.index_own(hidden.name, f"{hidden.name}_id", ["id"]))
        for table, column, hidden in (
            (schema.articles, "id", _UNSEEN),
            (schema.claims, "document", _UNSEEN),
            (schema.rejections, "document", _UNSEEN),
            (schema.outlines, "document", _UNSEEN),
            (schema.judgements, "id", _UNJUDGED),
            (schema.judgement_documents, "judgement", _UNJUDGED),
        ):
            without = f'SELECT 1 FROM {database.own(hidden.name)} AS hidden WHERE hidden.id = shown."{column}"'
            shown = f"SELECT * FROM {database.kept(table.name)} AS shown WHERE NOT EXISTS ({without})"
            connection.exec_driver_sql(f'CREATE TEMP VIEW "{table.name}" AS {shown}')
        _shadow(connection, database, empty=() if keep_shelves else schema.ONLY_FOR_ADDING)
        yield connection
        register.has_scratch = True


@contextmanager
def beside_the_register(register: Register) -> Iterator[Connection]:
    """Inside, the register is seen as it is now, whoever writes; empty tables stand before those of what follows.

    The register's own are there by the names that `register.database.kept` gives. All of it is gone afterwards. Raises
    RegisterError.
    """
    with register.reading() as connection:
        register.database.begin_scratch(connection)
        with register.moment():
            _shadow(connection, register.database, empty=(schema.pending, *schema.DERIVED))
            yield connection


def _shadow(connection: Connection, database: Database, *, empty: Collection[Table] = ()) -> None:
    for table in (schema.pending, *schema.DERIVED):
        rows = f"SELECT * FROM {database.kept(table.name)}{' WHERE 1 = 0' if table in empty else ''}"
        connection.exec_driver_sql(f'CREATE TEMP TABLE IF NOT EXISTS "{table.name}" AS {rows}')
        keys = [list(table.primary_key.columns), *(list(index.columns) for index in table.indexes)]
        for number, columns in enumerate(sorted(keys, key=lambda columns: [column.name for column in columns])):
            names = [column.name for column in columns]
            connection.exec_driver_sql(database.index_own(table.name, f"{table.name}_{number}", names))
