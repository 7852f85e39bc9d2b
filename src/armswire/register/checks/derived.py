"""What follows from the claims, worked out from nothing and compared with what the file has of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, select

from armswire.errors import RegisterError
from armswire.register import schema
from armswire.register.checks.fault import REBUILD, Fault, FaultKind
from armswire.register.databases.database import Database
from armswire.register.derivation import derived_from_nothing
from armswire.register.store import Register

Key = tuple[Any, ...]


def check_derived(register: Register) -> Iterator[Fault]:
    """Every row that should follow from the claims and is not there, or is there and does not follow, or differs.

    Whatever awaited to be worked out must have been. Raises RegisterError where another process adds articles.
    """
    with derived_from_nothing(register) as connection:
        for table in schema.DERIVED:
            yield from _compare(connection, register.database, table)


def check_is_settled(register: Register) -> None:
    """Raises RegisterError where articles still await that what follows from them is worked out."""
    awaiting = schema.pending.join(schema.articles, schema.pending.c.document == schema.articles.c.id)
    unsettled = select(schema.unsettled).limit(1)
    placing = select(schema.pending.c.document).select_from(awaiting).limit(1)
    if register.first(placing) is not None or register.first(unsettled) is not None:
        raise RegisterError(
            "another process is adding articles", place=register.place, remedy="Check again when it is done"
        )


def _compare(connection: Connection, database: Database, table: Table) -> Iterator[Fault]:
    kept, due = database.kept(table.name), database.own(table.name)
    surplus = _difference(connection, table, kept, due)
    missing = _difference(connection, table, due, kept)
    for key in sorted(surplus.keys() | missing.keys(), key=str):
        stored, worked_out = surplus.get(key), missing.get(key)
        if stored is None:
            problem = "it follows from the claims, but is not there"
        elif worked_out is None:
            problem = "it is there, but does not follow from the claims"
        else:
            problem = f"another value follows from the claims: {', '.join(_differing(stored, worked_out))}"
        yield Fault(FaultKind.DERIVED, ", ".join(map(str, key)), f"table {table.name}", problem, REBUILD)


def _difference(connection: Connection, table: Table, one: str, other: str) -> dict[Key, Mapping[str, Any]]:
    """The rows that only the first table has, by their keys."""
    listed = ", ".join(f'"{column.name}"' for column in table.columns)
    names = [column.name for column in table.primary_key.columns]
    rows = connection.exec_driver_sql(f"SELECT {listed} FROM {one} EXCEPT SELECT {listed} FROM {other}")
    return {tuple(row[name] for name in names): dict(row) for row in rows.mappings()}


def _differing(stored: Mapping[str, Any], worked_out: Mapping[str, Any]) -> Iterator[str]:
    """The columns in which two rows differ, and of a record its fields."""
    for name, value in stored.items():
        if value == worked_out[name]:
            continue
        fields = _differing_fields(value, worked_out[name]) if name == "record" else []
        yield f"{name} ({', '.join(fields)})" if fields else name


def _differing_fields(stored: str, worked_out: str) -> list[str]:
    try:
        one, other = json.loads(stored), json.loads(worked_out)
        return [name for name in other if one.get(name) != other[name]]
    except (ValueError, AttributeError):
        return []
