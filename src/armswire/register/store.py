"""The register as an open file, and the only statements that write to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Self

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    Executable,
    MetaData,
    Row,
    Select,
    String,
    Table,
    create_engine,
    delete,
    event,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlalchemy.pool import NullPool

from armswire.errors import RegisterError
from armswire.register import migration, schema
from armswire.register.facts import ArticleFacts
from armswire.register.faults import named_faults
from armswire.register.opening import Opening, examine, schema_version, use_write_ahead_log

Values = dict[str, Any]
AnyRow = Row[Any]

# Seconds to wait for another process that writes: far longer than any transaction here (one article, or one writing
# of what follows from the claims), short enough for a person who watches.
PATIENCE = 10.0

_BATCH = 500

# The articles that are not to be seen; a table in memory, of one connection.
_UNSEEN = Table("unseen", MetaData(), Column("document", String))


class Register:
    """An open register. `names` gives the name of an actor by its code, for whatever is told in words.

    Made by `open_register`; use it in a `with` statement. One thread at a time.
    """

    def __init__(self, opening: Opening, reader: Connection, writer: Engine, names: Mapping[str, str]) -> None:
        self.path = opening.path
        self.read_only = opening.read_only
        self.names = names
        self._reader = reader
        self._writer = writer
        self.scratch = reader  # where a register that cannot be written keeps what follows from its claims
        self.has_scratch = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the last one to do so folds the journal back into it."""
        with suppress(sqlite3.Error):
            self._reader.close()
            self._reader.engine.dispose()
            self._writer.dispose()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All that is written inside is kept together, or not at all. Raises RegisterError."""
        if self.read_only:
            raise RegisterError(
                "the register or its folder is read-only",
                place=str(self.path),
                remedy="Make both writable, or name another register with --register",
            )
        with named_faults(self.path), self._writer.begin() as connection:
            yield connection

    def rows(self, statement: Executable) -> Iterator[Row[Any]]:
        """The rows of a query, a few hundred in memory at a time. Raises RegisterError."""
        with named_faults(self.path):
            yield from self._reader.execute(statement).yield_per(_BATCH)

    def first(self, statement: Executable) -> Row[Any] | None:
        """The first row of a query, or None. Raises RegisterError."""
        with named_faults(self.path):
            return self._reader.execute(statement).first()

    def meta(self, key: str) -> str | None:
        """What the register notes about itself under `key`."""
        row = self.first(select(schema.meta.c.value).where(schema.meta.c.key == key))
        return None if row is None else str(row[0])


def open_register(
    path: Path | str, *, create: bool = True, names: Mapping[str, str] | None = None, patience: float = PATIENCE
) -> Register:
    """The register at `path`, brought to this version where it is older; a new one if there is none and `create`.

    With `create=False` a register that cannot be written is opened for reading. `names` (code to name of actors) is
    used in the questions of disputes and in reports; codes stand for themselves where it is silent. Raises
    RegisterError.
    """
    path = Path(path)
    opening = examine(path, create=create, patience=patience)
    with named_faults(path):
        _prepare(opening)
        reader = _engine(opening).connect()
        writer = _engine(opening)
        event.listen(writer, "begin", _begin_immediate)
        return Register(opening, reader, writer, MappingProxyType(dict(names or {})))


def _engine(opening: Opening) -> Engine:
    return create_engine("sqlite+pysqlite://", creator=opening.connect, poolclass=NullPool)


def _begin_immediate(connection: Connection) -> None:
    # Takes the write lock at once: a transaction that read first and wrote later could not wait for another writer.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _prepare(opening: Opening) -> None:
    connection = opening.connect()
    try:
        version = schema_version(connection, opening.path)
        if not opening.read_only:
            use_write_ahead_log(connection, opening)
    finally:
        connection.close()
    if version == schema.SCHEMA_VERSION:
        return
    if opening.read_only:
        raise RegisterError(
            f"the register is of an older version ({version}) and cannot be brought to {schema.SCHEMA_VERSION}",
            place=str(opening.path),
            remedy="Make the file and its folder writable once, or copy it",
        )
    engine = _engine(opening)
    event.listen(engine, "begin", _begin_immediate)
    with engine.begin() as transaction:
        migration.upgrade(transaction)


# -- what came in: only ever added --------------------------------------------------------------------------------


def insert_article(connection: Connection, values: Values) -> None:
    """A new article."""
    connection.execute(insert(schema.articles), values)


def mark_read(connection: Connection, document: str, *, reader: str, state: str) -> None:
    """The article was read again by another version: its current claims are those of `reader` from now on."""
    connection.execute(
        update(schema.articles).where(schema.articles.c.id == document).values(reader=reader, state=state)
    )


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
            connection.execute(insert_or(table).on_conflict_do_nothing(), rows)


def insert_judgement(connection: Connection, values: Values, documents: Iterable[str]) -> bool:
    """A judgement and the articles that it is about; False where it is there already."""
    if connection.execute(insert_or(schema.judgements).on_conflict_do_nothing(), values).rowcount == 0:
        return False
    add_rows(
        connection,
        schema.judgement_documents,
        [{"judgement": values["id"], "document": document} for document in documents],
    )
    return True


def note(connection: Connection, key: str, value: str) -> None:
    """The register notes `value` about itself under `key`."""
    statement = insert_or(schema.meta).values(key=key, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def count_awaiting(register: Register) -> int:
    """How many articles there are of which it has not been worked out yet what follows."""
    joined = schema.pending.join(schema.articles, schema.pending.c.document == schema.articles.c.id)
    row = register.first(select(func.count()).select_from(joined))
    return 0 if row is None else int(row[0])


def await_derivation(connection: Connection, documents: Iterable[str]) -> None:
    """What follows from these articles is out of date."""
    rows = [{"document": document} for document in documents]
    if rows:
        connection.execute(insert_or(schema.pending).on_conflict_do_nothing(), rows)


# -- what follows from it: computed again where something new touches it ------------------------------------------


def add_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """More rows of a table of what follows."""
    for at in range(0, len(rows), _BATCH):
        connection.execute(insert(table), rows[at : at + _BATCH])


def drop_rows(connection: Connection, table: Table, column: ColumnElement[str], values: Iterable[str]) -> None:
    """The rows of a table of what follows that have one of the values in a column are gone."""
    for some in _chunks(values):
        connection.execute(delete(table).where(column.in_(some)))


def rows_in(
    connection: Connection, statement: Select[Any], column: ColumnElement[Any], values: Iterable[Any]
) -> Iterator[AnyRow]:
    """The rows of a query that have one of the values in a column, in no order."""
    for some in _chunks(values):
        yield from connection.execute(statement.where(column.in_(some)))


def load_facts(
    connection: Connection, documents: Iterable[str], *, with_sketch: bool = False
) -> dict[str, ArticleFacts]:
    """What reconciling needs to know about some articles."""
    columns = schema.articles.c
    wanted = [columns.id, columns.outlet, columns.published, *([columns.sketch] if with_sketch else [])]
    return {
        row.id: ArticleFacts(
            id=row.id,
            outlet=row.outlet,
            published=None if row.published is None else date.fromisoformat(row.published),
            sketch=row.sketch if with_sketch else b"",
        )
        for row in rows_in(connection, select(*wanted), columns.id, documents)
    }


def forget_derived(connection: Connection) -> None:
    """Nothing of what follows is left, and all articles await it."""
    for table in schema.DERIVED:
        connection.execute(delete(table))
    connection.execute(delete(schema.pending))
    connection.execute(insert(schema.pending).from_select(["document"], select(schema.articles.c.id)))


def begin_scratch(register: Register) -> None:
    """Tables of the same names in memory, which stand before those of a register that cannot be written."""
    _shadow(register.scratch)


def begin_scratch_without(register: Register, documents: Select[Any]) -> None:
    """As if some articles were not there (`documents` selects their ids), and nothing could be added.

    Views in memory stand before what came in, and tables before what follows from it, with all that they hold.
    """
    connection = register.scratch
    connection.exec_driver_sql("PRAGMA temp_store = MEMORY")
    connection.exec_driver_sql("CREATE TEMP TABLE unseen (document TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute(insert(_UNSEEN).from_select(["document"], documents))
    for table, column in ((schema.articles, "id"), (schema.claims, "document"), (schema.rejections, "document")):
        seen = f'SELECT * FROM main."{table.name}" WHERE "{column}" NOT IN (SELECT document FROM temp.unseen)'
        connection.exec_driver_sql(f'CREATE TEMP VIEW "{table.name}" AS {seen}')
    _shadow(connection, empty=schema.ONLY_FOR_ADDING)


@contextmanager
def beside_the_file(register: Register) -> Iterator[Connection]:
    """Inside, the register is seen as it is now, whoever writes; empty tables stand before those of what follows.

    The file's own are there as `main."name"`. All of it is gone afterwards. Raises RegisterError.
    """
    connection = register.scratch
    with named_faults(register.path):
        connection.exec_driver_sql("PRAGMA temp_store = MEMORY")  # not to be changed within a transaction
        connection.exec_driver_sql("BEGIN")
        try:
            _shadow(connection, empty=(schema.pending, *schema.DERIVED))
            yield connection
        finally:
            connection.exec_driver_sql("ROLLBACK")


def _shadow(connection: Connection, *, empty: Collection[Table] = ()) -> None:
    connection.exec_driver_sql("PRAGMA temp_store = MEMORY")
    for table in (schema.pending, *schema.DERIVED):
        name = f'"{table.name}"'
        rows = f"SELECT * FROM main.{name}{' WHERE 0' if table in empty else ''}"
        connection.exec_driver_sql(f"CREATE TEMP TABLE IF NOT EXISTS {name} AS {rows}")
        keys = [list(table.primary_key.columns), *(list(index.columns) for index in table.indexes)]
        for number, columns in enumerate(sorted(keys, key=lambda columns: [column.name for column in columns])):
            listed = ", ".join(f'"{column.name}"' for column in columns)
            index = f'"{table.name}_{number}"'
            connection.exec_driver_sql(f"CREATE INDEX IF NOT EXISTS temp.{index} ON {name} ({listed})")


def _chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    ordered = sorted(set(values))
    for at in range(0, len(ordered), _BATCH):
        yield ordered[at : at + _BATCH]
