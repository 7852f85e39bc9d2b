"""Lists that are read from end to end, or a page at a time.

A page begins after the last row of the one before, wherever that now stands: so nothing is shown twice or left out
while articles are added, and the hundredth page costs as little as the first.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Row, Select, tuple_

from armswire.errors import SettingError
from armswire.register.derivation import ensure_derived
from armswire.register.store import Register

T = TypeVar("T")

# Records on a page, at most.
MOST = 500


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some records of a list; `next` is where the next page begins, None on the last one."""

    records: tuple[T, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Sorting:
    """The columns by which a list is sorted, which together are different for each record; all of them up, or down."""

    name: str
    columns: tuple[ColumnElement[Any], ...]
    is_down: bool = False

    def order(self) -> list[ColumnElement[Any]]:
        """For `order_by`."""
        return [column.desc() if self.is_down else column.asc() for column in self.columns]

    def after(self, cursor: str) -> ColumnElement[bool]:
        """Whether a row comes after the one that a cursor names. Raises SettingError where the cursor is none of it."""
        kinds = [column.type.python_type for column in self.columns]
        is_down, *key = decode_cursor(cursor, self.name, (bool, *kinds))
        if is_down != self.is_down:
            raise _foreign(cursor)
        told, here = tuple_(*key), tuple_(*self.columns)
        return here < told if self.is_down else here > told

    def cursor(self, row: Row[Any]) -> str:
        """The cursor that names a row: the address of the page after it."""
        return encode_cursor(self.name, [self.is_down, *(row._mapping[column] for column in self.columns)])


def encode_cursor(name: str, key: Iterable[str | int | bool]) -> str:
    """A place in the list of this name, by the key of the row before it, as it stands in an address."""
    return base64.urlsafe_b64encode(json.dumps([name, *key]).encode()).decode().rstrip("=")


def decode_cursor(cursor: str, name: str, kinds: Sequence[type]) -> list[Any]:
    """The key, of these kinds, that a cursor of a list of this name holds. Raises SettingError where it holds none."""
    try:
        told = json.loads(base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error):
        told = None
    if not isinstance(told, list) or [type(part) for part in told] != [str, *kinds] or told[0] != name:
        raise _foreign(cursor)
    return told[1:]


def _foreign(cursor: str) -> SettingError:
    return SettingError("this cursor belongs to no page of this list", value=cursor, remedy="Begin without one")


def _all_fit(_: Register) -> Iterable[ColumnElement[bool]]:
    return ()


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A list that somebody asked for: its rows, their order, and how records are made of them.

    `statement` selects the columns of `sorting` among others. `decode` makes the records lazily, one for each row.
    `fitting` gives what else rows must fulfil, where it takes a look at the register to say that well.
    """

    statement: Select[Any]
    sorting: Sorting
    decode: Callable[[Register, Iterable[Row[Any]]], Iterator[T]]
    fitting: Callable[[Register], Iterable[ColumnElement[bool]]] = _all_fit

    def stream(self, register: Register) -> Iterator[T]:
        """All of it, a few hundred records in memory at a time. Raises RegisterError."""
        ensure_derived(register)
        return self.decode(register, register.rows(self._sorted(register)))

    def page(self, register: Register, cursor: str | None = None, limit: int = MOST) -> Page[T]:
        """The page that begins at `cursor`, or the first one.

        Raises RegisterError, and SettingError for a cursor of another list and a limit that is none.
        """
        if not 1 <= limit <= MOST:
            raise SettingError("a page cannot have so many rows", value=limit, remedy=f"Give a limit from 1 to {MOST}")
        ensure_derived(register)
        after = () if cursor is None else (self.sorting.after(cursor),)
        rows = list(register.rows(self._sorted(register).where(*after).limit(limit + 1)))
        shown = rows[:limit]
        return Page(tuple(self.decode(register, shown)), self.sorting.cursor(shown[-1]) if len(rows) > limit else None)

    def _sorted(self, register: Register) -> Select[Any]:
        return self.statement.where(*self.fitting(register)).order_by(*self.sorting.order())
