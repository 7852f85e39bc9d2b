"""A register in one file of SQLite. Nothing is written to a file that is not a register."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from armswire.errors import RegisterError
from armswire.register.databases.database import Database, Holds, no_register
from armswire.register.databases.faults import named_faults

# Stored in the file's header, so that a register is known from any other database: "ARMW".
APPLICATION_ID = 0x41524D57

# Kilobytes of pages that a connection keeps at most, and pages of the journal that go back into the file together.
# With SQLite's own 2 MB and 1000 pages a register of a million claims reads and writes the same pages many times.
_CACHE = 65536
_JOURNAL = 16000

_MAGIC = b"SQLite format 3\x00"
_NEW_OR_OTHER = "Name a register with --register, or a new file to begin one"


class SqliteFile(Database):
    """A file, whether it may be written, and how many seconds to wait for another process that writes."""

    another_place = _NEW_OR_OTHER

    def __init__(self, path: Path, *, read_only: bool, patience: float) -> None:
        self.path = path
        self.files = (path, *(Path(f"{path}-{name}") for name in ("wal", "shm", "journal")))
        self.place = str(path)
        self.read_only = read_only
        self._patience = patience

    def connect(self) -> Connection:
        """Every statement sees the file as it is then: no transaction is begun."""
        return self._engine().connect()

    def writer(self) -> Engine:
        """Transactions that wait for the lock when they begin."""
        return self._writer

    @cached_property
    def _writer(self) -> Engine:
        engine = self._engine()
        event.listen(engine, "begin", _begin_immediate)
        return engine

    def close(self) -> None:
        """No connection outlives its use."""

    def is_database(self) -> bool:
        """Whether SQLite knows the file. Raises RegisterError where it cannot be read."""
        # A file of one byte is empty to SQLite.
        if 0 < self.path.stat().st_size < len(_MAGIC):
            return False
        try:
            with named_faults(self.place), closing(self._open()) as connection:
                connection.execute("PRAGMA schema_version")
        except RegisterError as error:
            if getattr(error.__cause__, "sqlite_errorname", None) != "SQLITE_NOTADB":
                raise
            return False
        return True

    def look(self, connection: Connection) -> Holds:
        """What the header tells."""
        # Tables first: another process may build them in between, and then it has marked the file as well.
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
        application = connection.exec_driver_sql("PRAGMA application_id").scalar()
        if application == APPLICATION_ID:
            return Holds.REGISTER
        return Holds.NOTHING if application == 0 and tables == 0 else Holds.SOMETHING_ELSE

    def begin_use(self) -> None:
        """Readers go on while one process writes. Two processes that begin the same register at once take turns."""
        deadline = time.monotonic() + self._patience
        connection = self._open()
        try:
            while True:
                try:
                    connection.execute("PRAGMA journal_mode = WAL")
                    return
                except sqlite3.OperationalError as error:
                    # SQLite does not wait for this lock by itself.
                    busy = (getattr(error, "sqlite_errorname", "") or "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
                    if not busy or time.monotonic() > deadline:
                        raise
                    time.sleep(0.05)
        finally:
            connection.close()

    def mark(self, connection: Connection) -> None:
        """Into the header."""
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")

    def begin_moment(self, connection: Connection) -> None:
        """A transaction sees the file as it was at its first reading."""
        connection.exec_driver_sql("BEGIN")

    def begin_scratch(self, connection: Connection) -> None:
        """They are kept in memory; not to be set within a transaction."""
        connection.exec_driver_sql("PRAGMA temp_store = MEMORY")

    def refuse_writing(self) -> RegisterError:
        """A file, or a folder in which no journal can be kept."""
        return RegisterError(
            "the register or its folder is read-only",
            place=self.place,
            remedy="Make both writable, or name another register with --register",
        )

    def kept(self, name: str) -> str:
        """In the file."""
        return f'main."{name}"'

    def own(self, name: str) -> str:
        """In memory."""
        return f'temp."{name}"'

    def index_own(self, table: str, name: str, columns: Sequence[str]) -> str:
        """The schema stands with the index."""
        listed = ", ".join(f'"{column}"' for column in columns)
        return f'CREATE INDEX IF NOT EXISTS temp."{name}" ON "{table}" ({listed})'

    def _engine(self) -> Engine:
        return create_engine("sqlite+pysqlite://", creator=self._open, poolclass=NullPool)

    def _open(self) -> sqlite3.Connection:
        with named_faults(self.place):
            connection = sqlite3.connect(
                self._uri(), uri=True, timeout=self._patience, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA cache_size = {-_CACHE}")
            if not self.read_only:
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.execute(f"PRAGMA wal_autocheckpoint = {_JOURNAL}")
            return connection

    def _uri(self) -> str:
        # quote() leaves "/" and makes "?", "#" and "%" of odd folder names safe; an absolute path starts with one "/".
        address = "file:" + quote(str(self.path.absolute()))
        if not self.read_only:
            return address + "?mode=rwc"
        journal = Path(f"{self.path}-wal")
        # Without a journal nobody is writing, and in a folder that cannot be written SQLite could not build its index
        # of one: "immutable" lets it read the file alone.
        unwritten = not journal.exists() or journal.stat().st_size == 0
        return address + ("?mode=ro&immutable=1" if unwritten else "?mode=ro")


def _begin_immediate(connection: Connection) -> None:
    # Takes the write lock at once: a transaction that read first and wrote later could not wait for another writer.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def find_sqlite(path: Path, *, create: bool, patience: float) -> SqliteFile:
    """The register at `path`, or the one that can be begun there.

    Raises RegisterError where there is none (and `create` is False), where it cannot be read, where it is to be
    written and cannot be, and where the file is something else.
    """
    if path.is_dir():
        raise RegisterError("this is a folder, not a register", place=str(path), remedy="Name a file with --register")
    if not path.exists() or (not create and path.stat().st_size == 0):
        # An empty file is a register that is being begun, or whose beginning was killed.
        return _find_missing(path, create=create, patience=patience)
    if not os.access(path, os.R_OK):
        raise RegisterError("the register cannot be read", place=str(path), remedy="Make it readable, or name another")
    writable = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    found = SqliteFile(path, read_only=not writable, patience=patience)
    if not found.is_database():
        raise RegisterError(
            "this file is not a register", place=str(path), value=_read_head(path), remedy=_NEW_OR_OTHER
        )
    if create and not writable:
        raise found.refuse_writing()
    return found


def _find_missing(path: Path, *, create: bool, patience: float) -> SqliteFile:
    if not create:
        raise no_register(str(path))
    parent = path.absolute().parent
    if not parent.is_dir():
        raise RegisterError("the folder does not exist", place=str(parent), remedy="Create it, or name another file")
    if not os.access(parent, os.W_OK | os.X_OK):
        raise RegisterError("the folder is read-only", place=str(parent), remedy="Make it writable, or name another")
    return SqliteFile(path, read_only=False, patience=patience)


def _read_head(path: Path) -> bytes:
    # Only of a file that is no database: to open and close a database by other means than SQLite's would drop every
    # lock that this process holds on it (sqlite.org/howtocorrupt.html, 2.2), and another process that is the last to
    # leave would take the journal away from under whoever writes.
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC))
    except OSError as error:
        raise RegisterError(
            f"the register cannot be read: {error.strerror}", place=str(path), remedy="Check the file and its folder"
        ) from error
