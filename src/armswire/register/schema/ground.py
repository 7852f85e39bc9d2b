"""What all tables stand on: the version, and what the register notes about itself."""

from __future__ import annotations

from sqlalchemy import Column, MetaData, String, Table, Text

# The newest schema this program knows; the migration of the same number brings a register there.
SCHEMA_VERSION = 2

metadata = MetaData()

# By this comment a database of many tables is known to hold a register; SQLite has a number in the file's header.
REGISTER_MARK = "Armswire register"

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
    comment=REGISTER_MARK,
)
