"""What a register asks of the database that holds it; a module beside this one answers for each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from armswire.errors import RegisterError

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine


class Holds(Enum):
    """What is found in a database, by its mark."""

    NOTHING = auto()
    REGISTER = auto()
    SOMETHING_ELSE = auto()


def no_register(place: str) -> RegisterError:
    """The error of whoever looks where there is none."""
    return RegisterError(
        "there is no register here", place=place, remedy="Begin one with 'armswire add', or try 'armswire demo'"
    )


class Database(ABC):
    """A database that is a register, or can become one.

    `place` is how people name it (never with a password), `read_only` whether it may only be read, `another_place` the
    remedy for whoever named the wrong one. `files` are those that only the database itself may open: to close one of
    them elsewhere in the process that uses it would drop its locks.
    """

    place: str
    read_only: bool
    another_place: str
    files: tuple[Path, ...] = ()

    @abstractmethod
    def connect(self) -> Connection:
        """A connection that reads; it writes nothing but tables of its own, in memory."""

    @abstractmethod
    def writer(self) -> Engine:
        """Connections that write. A transaction begins with the lock of the register: one process writes at a time."""

    @abstractmethod
    def close(self) -> None:
        """Leave no connection behind."""

    @abstractmethod
    def look(self, connection: Connection) -> Holds:
        """What is there already."""

    @abstractmethod
    def begin_use(self) -> None:
        """Whatever is to be set once, before a database that may be written is read."""

    @abstractmethod
    def mark(self, connection: Connection) -> None:
        """The tables that the migrations built are made to be this database's, and known as a register's."""

    @abstractmethod
    def begin_moment(self, connection: Connection) -> None:
        """Until its transaction ends, the connection sees the register as it is now, whoever writes."""

    @abstractmethod
    def begin_scratch(self, connection: Connection) -> None:
        """The connection is about to make tables of its own; outside of a transaction."""

    @abstractmethod
    def refuse_writing(self) -> RegisterError:
        """The error of whoever would write where it may only be read."""

    @abstractmethod
    def kept(self, name: str) -> str:
        """The whole name of a table of the register, also where one of the connection's own stands before it."""

    @abstractmethod
    def own(self, name: str) -> str:
        """The whole name of a table of the connection's own."""

    @abstractmethod
    def index_own(self, table: str, name: str, columns: Sequence[str]) -> str:
        """The statement that gives a table of the connection's own an index, where it has none of this name."""
