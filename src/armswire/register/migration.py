"""Brings a register to another version of the schema: one transaction, so that a kill leaves it as it was."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from armswire.errors import RegisterError, SettingError
from armswire.register import schema, writing
from armswire.register.databases.faults import named_faults
from armswire.register.databases.version import held_version
from armswire.register.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from alembic.config import Config

    from armswire.register.databases.database import Database

FOLDER = Path(__file__).parent / "migrations"

# The first version that has a place for judgements.
_WITH_JUDGEMENTS = 2


@dataclass(frozen=True, slots=True)
class Migrated:
    """The versions before and after, and how many judgements the older one had no place for."""

    before: int
    after: int
    lost: int


def ensure_current(database: Database, *, create: bool) -> None:
    """Build the tables where there are none and `create`, and bring older ones to this version.

    Raises RegisterError where the register is older and cannot be written, is newer, or is none.
    """
    with database.connect() as connection:
        version = held_version(database, connection, create=create)
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
    with database.writer().begin() as connection:
        _run(database, connection, SCHEMA_VERSION)


def migrate(database: Database, version: int, *, may_lose: bool = False) -> Migrated:
    """Bring a register to any version, newer or older; what follows from its claims is worked out again there.

    An older version may have no place for judgements: they are lost where the caller says so (`may_lose`). Raises
    SettingError where it does not, or where there is no such version; RegisterError.
    """
    if not 1 <= version <= SCHEMA_VERSION:
        raise SettingError("there is no such version", value=version, remedy=f"Give one from 1 to {SCHEMA_VERSION}")
    with named_faults(database.place):
        if database.read_only:
            raise database.refuse_writing()
        with database.writer().begin() as connection:
            before = held_version(database, connection)
            lost = _count_judgements(connection) if before >= _WITH_JUDGEMENTS > version else 0
            if lost and not may_lose:
                raise SettingError(
                    f"version {version} has no place for judgements, and there are {lost}",
                    place=database.place,
                    remedy="Keep them with 'armswire export judgements -o FILE', then add --lose-judgements",
                )
            if before != version:
                _run(database, connection, version)
    return Migrated(before, version, lost)


def _run(database: Database, connection: Connection, version: int) -> None:
    # Alembic is imported here because it costs more time than all else that `armswire list` does.
    from alembic import command
    from alembic.migration import MigrationContext

    held = MigrationContext.configure(connection).get_current_revision()
    go = command.downgrade if held is not None and int(held) > version else command.upgrade
    go(_configure(connection), f"{version:04d}")
    database.mark(connection)
    writing.note(connection, "schema_version", str(version))


def _configure(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _count_judgements(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(schema.judgements)).scalar_one()
