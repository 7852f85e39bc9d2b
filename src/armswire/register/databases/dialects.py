"""What databases word differently, where SQLAlchemy does not speak for all of them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Integer, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


def insert_or(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that can tell what is to be done where the row is there already (`on_conflict_...`)."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


class list_length(FunctionElement[int]):  # noqa: N801 - called as functions of SQL are
    """How long the list is that stands under a key of an object of JSON: `list_length(column, key)`."""

    type = Integer()
    inherit_cache = True


@compiles(list_length, "sqlite")
def _(element: list_length, compiler: SQLCompiler, **options: Any) -> str:
    column, key = (compiler.process(clause, **options) for clause in element.clauses)
    return f"json_array_length({column}, '$.' || {key})"


@compiles(list_length, "postgresql")
def _(element: list_length, compiler: SQLCompiler, **options: Any) -> str:
    column, key = (compiler.process(clause, **options) for clause in element.clauses)
    return f"json_array_length(({column})::json -> {key})"
