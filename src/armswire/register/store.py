"""The register as it is open: where it is read, and where all that is written is kept together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Executable, Row, select
from sqlalchemy.exc import DBAPIError

from armswire.register import migration, schema, writing
from armswire.register.databases.database import Database
from armswire.register.databases.faults import named_faults
from armswire.register.databases.find import find_database
from armswire.register.loading import BATCH

T = TypeVar("T")

# Seconds to wait for another process that writes: far longer than any transaction here (one article, or one writing
# of what follows from the claims), short enough for a person who watches.
PATIENCE = 10.0


class Register:
    """An open register. `names` gives the name of an actor by its code, for whatever is told in words.

    `place` is how people name it, `read_only` whether it may only be read, `has_scratch` whether what follows from its
    claims stands in tables of the reading connection (`scratch`), `in_moment` whether it is seen as it was at one
    moment, `is_whole` whether all that follows is known to be worked out for it. Made by `open_register`; use it in a
    `with` statement. One thread at a time.
    """

    def __init__(self, database: Database, names: Mapping[str, str]) -> None:
        self.database = database
        self.place = database.place
        self.read_only = database.read_only
        self.names = names
        self.has_scratch = False
        self.in_moment = False
        self.is_whole = False
        self._reader = database.connect()
        self._readings = 0
        self._remembered: dict[str, Any] = {}
        self._remembered_of: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close it; the last one to close a file folds the journal back into it."""
        with suppress(DBAPIError, OSError):
            self._reader.close()
            self.database.close()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All that is written inside is kept together, or not at all. Raises RegisterError."""
        if self.read_only:
            raise self.database.refuse_writing()
        with named_faults(self.place), self.database.writer().begin() as connection:
            yield connection
            writing.count_edition(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The connection that reads; every statement sees what is there when it begins. Raises RegisterError.

        Where the database must read in a transaction, it ends with the outermost of these blocks.
        """
        self._readings += 1
        try:
            with named_faults(self.place):
                yield self._reader
                if self._readings == 1:
                    self._reader.commit()
        finally:
            self._readings -= 1
            if not self._readings and self._reader.in_transaction():
                with suppress(DBAPIError, OSError):
                    self._reader.rollback()

    @contextmanager
    def moment(self) -> Iterator[Connection]:
        """Inside, all that is read is the register as it is now, whoever writes; nothing may be read already.

        Tables of the connection's own that are made inside are gone afterwards. Raises RegisterError.
        """
        with self.reading() as connection:
            self.database.begin_moment(connection)
            self.in_moment = True
            try:
                yield connection
            finally:
                self.in_moment = False
                with suppress(DBAPIError, OSError):
                    connection.rollback()

    def rows(self, statement: Executable) -> Iterator[Row[Any]]:
        """The rows of a query, a few hundred in memory at a time. Raises RegisterError."""
        options = {"yield_per": BATCH}
        with self.reading() as connection, connection.execute(statement, execution_options=options) as found:
            yield from found

    def first(self, statement: Executable) -> Row[Any] | None:
        """The first row of a query, or None. Raises RegisterError."""
        with self.reading() as connection:
            return connection.execute(statement).first()

    @property
    def edition(self) -> str:
        """Another one after every time that somebody wrote to it: as long as it is the same, so is all that is read."""
        return self.meta(writing.EDITION) or "0"

    def remember(self, key: str, work_out: Callable[[], T]) -> T:
        """What is worked out from the register alone, kept until somebody writes to it; for what takes long."""
        edition = self.edition
        if self.has_scratch:
            return work_out()
        if self._remembered_of != edition:
            self._remembered, self._remembered_of = {}, edition
        if key not in self._remembered:
            self._remembered[key] = work_out()
        found: T = self._remembered[key]
        return found

    def meta(self, key: str) -> str | None:
        """What the register notes about itself under `key`."""
        row = self.first(select(schema.meta.c.value).where(schema.meta.c.key == key))
        return None if row is None else str(row[0])


def open_register(
    place: Path | str,
    *,
    create: bool = True,
    names: Mapping[str, str] | None = None,
    patience: float = PATIENCE,
    password: str | None = None,
) -> Register:
    """The register at `place`, brought to this version where it is older; a new one if there is none and `create`.

    A place is a file, or the address of a PostgreSQL database, for which `password` is. With `create=False` a register
    that cannot be written is opened for reading. `names` (code to name of actors) is used in the questions of disputes
    and in reports; codes stand for themselves where it is silent. Raises RegisterError, and SettingError for an address
    that is none.
    """
    database = find_database(place, create=create, patience=patience, password=password)
    try:
        with named_faults(database.place):
            migration.ensure_current(database, create=create)
            return Register(database, MappingProxyType(dict(names or {})))
    except BaseException:
        database.close()
        raise
