"""What the watch knows from one run to the next: a file beside the plan, so that a killed run loses nothing.

An entry waits here from the moment in which its feed was read until its article is in the register; only then is it
marked as read. Whoever is killed in between reads it once more, and the register knows it already.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from armswire.errors import InputError

# "ARMV": told from a register, and from any other database.
_APPLICATION_ID = 0x41524D56
_VERSION = 1
_TABLES = """
CREATE TABLE sources (
  url TEXT PRIMARY KEY, etag TEXT, modified TEXT, due REAL NOT NULL, asked REAL,
  failures INTEGER NOT NULL DEFAULT 0, problem TEXT
) WITHOUT ROWID;
CREATE TABLE entries (
  source TEXT NOT NULL, name TEXT NOT NULL, url TEXT NOT NULL, updated TEXT, told TEXT, state TEXT NOT NULL,
  due REAL NOT NULL, tries INTEGER NOT NULL DEFAULT 0, article TEXT, problem TEXT, PRIMARY KEY (source, name)
) WITHOUT ROWID;
CREATE INDEX entries_waiting ON entries (due) WHERE state = 'waiting';
CREATE INDEX entries_url ON entries (url);
"""

_OF_SOURCES = "AND (? IS NULL OR source IN (SELECT value FROM json_each(?)))"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a source: what its server told of its last answer, when it is due, how often it failed since."""

    due: float = 0.0
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    problem: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """For `Fetcher.fetch`."""
        told = {"etag": self.etag, "last-modified": self.modified}
        return {name: value for name, value in told.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry as a source lists it: its name there, its address, when it was changed, what else is told of it."""

    name: str
    url: str
    updated: str | None
    told: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry whose article is not in the register yet."""

    source: str
    entry: Listed
    tries: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries there are of each state."""

    waiting: int
    read: int
    failed: int


class State:
    """An open file of it. Use it in a `with` statement, from one thread; times are seconds since 1970."""

    def __init__(self, path: Path) -> None:
        """Raises InputError for a file that cannot be used, or that another watch is using."""
        self._place = str(path)
        with self._named():
            self._rows = sqlite3.connect(path, isolation_level=None, timeout=1.0, check_same_thread=False)
            self._begin()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.close()

    def source(self, url: str) -> Known:
        """What is known of a source; nothing of a new one."""
        statement = "SELECT due, etag, modified, failures, problem FROM sources WHERE url = ?"
        row = self._first(statement, url)
        return Known() if row is None else Known(*row)

    def answered(
        self,
        url: str,
        headers: Mapping[str, str],
        entries: Iterable[Listed],
        *,
        now: float,
        due: float,
        of: str | None = None,
    ) -> int:
        """A source has answered: what it lists waits from now on, unless it is known. How many are new or changed.

        `of` is the source whose entries they are, where the answer is that of a part of it. Both are kept together: a
        source is never taken as read whose entries are not there.
        """
        with self._transaction():
            new = sum(self._list(of or url, entry, now) for entry in entries)
            self._run(
                "INSERT INTO sources (url, etag, modified, due, asked) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, modified = excluded.modified, "
                "due = excluded.due, asked = excluded.asked, failures = 0, problem = NULL",
                url, headers.get("etag"), headers.get("last-modified"), due, now,
            )  # fmt: skip
        return new

    def failed(self, url: str, problem: str, *, now: float, due: float) -> None:
        """A source could not be asked or read; what its server told before stays as it is."""
        self._run(
            "INSERT INTO sources (url, due, asked, failures, problem) VALUES (?, ?, ?, 1, ?) "
            "ON CONFLICT (url) DO UPDATE SET due = excluded.due, asked = excluded.asked, "
            "failures = failures + 1, problem = excluded.problem",
            url, due, now, problem,
        )  # fmt: skip

    def waiting(self, now: float, most: int = -1, sources: Collection[str] | None = None) -> Iterator[Waiting]:
        """The entries that are due, those that have waited for longest first; not more than `most`.

        With `sources`, those of them alone: an entry of a source that is watched no more waits until it is again.
        """
        rows = self._all(
            "SELECT source, name, url, updated, told, tries FROM entries WHERE state = 'waiting' AND due <= ? "
            f"{_OF_SOURCES} ORDER BY due, source, name LIMIT ?",
            now,
            *_both(sources),
            most,
        )
        for source, name, url, updated, told, tries in rows:
            yield Waiting(source, Listed(name, url, updated, json.loads(told)), tries)

    def next_due(self, sources: Collection[str] | None = None) -> float | None:
        """When the next entry is due, of these sources if any are told; None where none waits."""
        row = self._first(f"SELECT min(due) FROM entries WHERE state = 'waiting' {_OF_SOURCES}", *_both(sources))
        return None if row is None or row[0] is None else float(row[0])

    def read(self, waiting: Waiting, article: str | None) -> None:
        """Its article is in the register."""
        self._settle(waiting, "read", article, None)

    def given_up(self, waiting: Waiting, problem: str) -> None:
        """Its article will not be had; it is kept by name, with the reason."""
        self._settle(waiting, "failed", None, problem)

    def put_off(self, waiting: Waiting, problem: str, due: float) -> None:
        """It could not be had this time."""
        self._run(
            "UPDATE entries SET tries = tries + 1, due = ?, problem = ? WHERE source = ? AND name = ?",
            due, problem, waiting.source, waiting.entry.name,
        )  # fmt: skip

    def counts(self) -> Counts:
        """Of all sources together."""
        found = dict(self._all("SELECT state, count(*) FROM entries GROUP BY state"))
        return Counts(found.get("waiting", 0), found.get("read", 0), found.get("failed", 0))

    def problems(self) -> list[tuple[str, str]]:
        """Sources that failed the last time and entries that were given up, by address, each with the reason."""
        return self._all(
            "SELECT url, problem FROM sources WHERE problem IS NOT NULL UNION ALL "
            "SELECT url, problem FROM entries WHERE state = 'failed' ORDER BY url"
        )

    def _list(self, source: str, entry: Listed, now: float) -> bool:
        told = json.dumps(dict(entry.told), ensure_ascii=False, sort_keys=True)
        known = self._first("SELECT updated, url FROM entries WHERE source = ? AND name = ?", source, entry.name)
        if known is not None and known == (entry.updated, entry.url):
            return False
        self._run(
            "INSERT INTO entries (source, name, url, updated, told, state, due) VALUES (?, ?, ?, ?, ?, 'waiting', ?) "
            "ON CONFLICT (source, name) DO UPDATE SET url = excluded.url, updated = excluded.updated, "
            "told = excluded.told, state = 'waiting', due = excluded.due, tries = 0, problem = NULL",
            source, entry.name, entry.url, entry.updated, told, now,
        )  # fmt: skip
        return True

    def _settle(self, waiting: Waiting, state: str, article: str | None, problem: str | None) -> None:
        # What was told of it is not needed any more.
        self._run(
            "UPDATE entries SET state = ?, article = ?, problem = ?, told = NULL WHERE source = ? AND name = ?",
            state, article, problem, waiting.source, waiting.entry.name,
        )  # fmt: skip

    # -- the file ----------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        application = self._first("PRAGMA application_id")
        tables = self._first("SELECT count(*) FROM sqlite_master")
        version = self._first("PRAGMA user_version")
        if application == (0,) and tables == (0,):
            self._run("PRAGMA journal_mode = WAL")
            with self._transaction():
                for statement in _TABLES.split(";\n"):
                    self._run(statement)
                self._run(f"PRAGMA application_id = {_APPLICATION_ID}")
                self._run(f"PRAGMA user_version = {_VERSION}")
        elif application != (_APPLICATION_ID,) or version != (_VERSION,):
            raise InputError(
                "this file is not the state of a watch", place=self._place, remedy="Name another (--state)"
            )
        # One watch at a time: the lock stands until the file is closed.
        self._run("PRAGMA locking_mode = EXCLUSIVE")
        with self._transaction():
            pass

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._named():
            self._rows.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._rows.execute("ROLLBACK")
                raise
            self._rows.execute("COMMIT")

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            busy = getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")
            problem = "another watch is using it" if busy else f"cannot be used: {error}"
            raise InputError(problem, place=self._place, remedy="Wait for it, or name another (--state)") from error

    def _run(self, statement: str, *values: object) -> None:
        with self._named():
            self._rows.execute(statement, values)

    def _all(self, statement: str, *values: object) -> list[Any]:
        with self._named():
            return self._rows.execute(statement, values).fetchall()

    def _first(self, statement: str, *values: object) -> Any:
        with self._named():
            return self._rows.execute(statement, values).fetchone()


def _both(sources: Collection[str] | None) -> tuple[str | None, str | None]:
    """What `_OF_SOURCES` asks for."""
    told = None if sources is None else json.dumps([*sources])
    return told, told
