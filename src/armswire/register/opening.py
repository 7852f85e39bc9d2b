"""Opens the file of a register, or says why it cannot be one. Nothing is written to a file that is not a register."""

from __future__ import annotations

import os
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from armswire.errors import RegisterError
from armswire.register.faults import named_faults
from armswire.register.schema import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"
_NEW_OR_OTHER = "Name a register with --register, or a new file to begin one"


@dataclass(frozen=True, slots=True)
class Opening:
    """How a register is to be opened: where, whether it may be written, how many seconds to wait for another writer."""

    path: Path
    read_only: bool
    patience: float

    def connect(self) -> sqlite3.Connection:
        """A connection set up as the register needs it; transactions are begun by hand."""
        with named_faults(self.path):
            connection = sqlite3.connect(
                self._uri(), uri=True, timeout=self.patience, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA foreign_keys = ON")
            if not self.read_only:
                connection.execute("PRAGMA synchronous = NORMAL")
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


def examine(path: Path, *, create: bool, patience: float) -> Opening:
    """How the register at `path` can be opened.

    Raises RegisterError where there is none (and `create` is False), where it cannot be read, where it is to be
    written and cannot be, and where the file is something else.
    """
    if path.is_dir():
        raise RegisterError("this is a folder, not a register", place=str(path), remedy="Name a file with --register")
    if not path.exists():
        return _examine_missing(path, create=create, patience=patience)
    if not os.access(path, os.R_OK):
        raise RegisterError("the register cannot be read", place=str(path), remedy="Make it readable, or name another")
    _refuse_other_file(path, create=create)
    writable = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    if create and not writable:
        raise RegisterError(
            "the register or its folder is read-only",
            place=str(path),
            remedy="Make both writable, or name another register with --register",
        )
    return Opening(path, read_only=not writable, patience=patience)


def _examine_missing(path: Path, *, create: bool, patience: float) -> Opening:
    if not create:
        raise RegisterError(
            "there is no register here", place=str(path), remedy="Begin one with 'armswire add', or try 'armswire demo'"
        )
    parent = path.absolute().parent
    if not parent.is_dir():
        raise RegisterError("the folder does not exist", place=str(parent), remedy="Create it, or name another file")
    if not os.access(parent, os.W_OK | os.X_OK):
        raise RegisterError("the folder is read-only", place=str(parent), remedy="Make it writable, or name another")
    return Opening(path, read_only=False, patience=patience)


def _refuse_other_file(path: Path, *, create: bool) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise RegisterError(
            f"the register cannot be read: {error.strerror}", place=str(path), remedy="Check the file and its folder"
        ) from error
    if not head and create:
        return  # an empty file is a register that was killed before its first byte
    if head != _MAGIC:
        raise RegisterError("this file is not a register", place=str(path), value=head, remedy=_NEW_OR_OTHER)


def schema_version(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the register's schema; 0 for a file without any table.

    Raises RegisterError for the database of another program and for a register of a newer version.
    """
    with named_faults(path):
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application == 0 and tables == 0:
            return 0
        if application != APPLICATION_ID:
            raise RegisterError("this is the database of another program", place=str(path), remedy=_NEW_OR_OTHER)
        row = connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone()
    version = int(row[0]) if row is not None and str(row[0]).isdigit() else -1
    if version < 1:
        raise RegisterError(
            "the register does not tell its version",
            place=str(path),
            value=None if row is None else row[0],
            remedy="Restore it from a copy, or add the articles again into a new register",
        )
    if version > SCHEMA_VERSION:
        raise RegisterError(
            f"the register is of a newer version ({version}) than this program knows ({SCHEMA_VERSION})",
            place=str(path),
            remedy="Update armswire, or name another register with --register",
        )
    return version


def use_write_ahead_log(connection: sqlite3.Connection, opening: Opening) -> None:
    """Readers go on while one process writes. Two processes that begin the same register at once take turns."""
    deadline = time.monotonic() + opening.patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # SQLite does not wait for this lock by itself.
            busy = (getattr(error, "sqlite_errorname", "") or "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
            if not busy or time.monotonic() > deadline:
                with named_faults(opening.path):
                    raise
            time.sleep(0.05)
