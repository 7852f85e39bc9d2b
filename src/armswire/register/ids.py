"""Finds records by the beginning of their id, with or without the word for their kind ("transfer-3f" or "3f")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Row, Select, String, Table, and_, literal, or_, select

from armswire.errors import UnknownRecordError
from armswire.register.characters import find_impossible
from armswire.register.store import Register

_T = TypeVar("_T")

# Ids that begin alike which an error names; one more is looked for, to know whether there are more.
_NAMED = 5


def match(register: Register, table: Table, prefix: str) -> list[str]:
    """The first few ids of a table's records that begin so; only the one that is just so, where there is one."""
    if not prefix or find_impossible([prefix]) is not None:
        return []
    exact = register.first(select(table.c.id).where(table.c.id == prefix))
    if exact is not None:
        return [str(exact.id)]
    statement = select(table.c.id).distinct().where(_begins(table, prefix)).order_by(table.c.id).limit(_NAMED + 1)
    return [str(row.id) for row in register.rows(statement)]


def has_id(register: Register, table: Table, prefix: str) -> bool:
    """Whether the id of a record of the table begins so."""
    return bool(match(register, table, prefix))


def whole_id(register: Register, table: Table, prefix: str) -> str:
    """The one id of a table's records that begins so. Raises UnknownRecordError where none or several do."""
    names = match(register, table, prefix)
    if len(names) != 1:
        raise not_one(names, _kind(table), prefix)
    return names[0]


def get_only(
    register: Register, columns: Select[Any], table: Table, prefix: str, decode: Callable[[Row[Any]], _T]
) -> _T:
    """The one record of a table whose id begins so. Raises UnknownRecordError where none or several do."""
    names = match(register, table, prefix)
    row = register.first(columns.where(table.c.id == names[0])) if len(names) == 1 else None
    if row is None:
        raise not_one(names, _kind(table), prefix)
    return decode(row)


def not_one(names: Sequence[str], kind: str, prefix: str) -> UnknownRecordError:
    """What to tell whoever gave the beginning of no id, or of the ids of several records."""
    if not names:
        return UnknownRecordError(
            f"no {kind} has this id", value=prefix, remedy="See 'armswire list' for the ids there are"
        )
    return UnknownRecordError(
        f"several have an id that begins so: {', '.join(names[:_NAMED])}{', ...' if len(names) > _NAMED else ''}",
        value=prefix,
        remedy="Give more of the id",
    )


def _begins(table: Table, prefix: str) -> ColumnElement[bool]:
    column = table.c.id
    last = "\U0010ffff"
    return or_(
        *(and_(column >= literal(start, String), column < literal(start + last, String))
          for start in (prefix, f"{_kind(table)}-{prefix}"))
    )  # fmt: skip


def _kind(table: Table) -> str:
    return table.name.removesuffix("s")
