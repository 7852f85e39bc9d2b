"""What databases word differently, where SQLAlchemy does not speak for all of them."""

from __future__ import annotations

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_or(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that can tell what is to be done where the row is there already (`on_conflict_...`)."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
