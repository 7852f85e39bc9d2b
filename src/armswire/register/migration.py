"""Brings a register to another version of the schema: one transaction, so that a kill leaves it as it was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from armswire.errors import RegisterError
from armswire.register import writing
from armswire.register.databases.version import held_version
from armswire.register.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from armswire.register.databases.database import Database

FOLDER = Path(__file__).parent / "migrations"


def ensure_current(database: Database) -> None:
    """Build the tables where there are none, and bring older ones to this version.

    Raises RegisterError where the register is older and cannot be written, is newer, or is none.
    """
    with database.connect() as connection:
        version = held_version(database, connection)
    if not database.read_only:
        database.begin_use()
    if version == SCHEMA_VERSION:
        return
    if database.read_only:
        raise RegisterError(
            f"the register is of an older version ({version}) and cannot be brought to {SCHEMA_VERSION}",
            place=database.place,
            remedy="Make it writable once, or copy it",
        )
    _migrate(database, SCHEMA_VERSION)


def _migrate(database: Database, version: int) -> None:
    # Alembic is imported here because it costs more time than all else that `armswire list` does.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    with database.writer().begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, f"{version:04d}")
        database.mark(connection)
        writing.note(connection, "schema_version", str(version))
