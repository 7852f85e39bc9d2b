"""Which version of the register's schema a database holds."""

from __future__ import annotations

from sqlalchemy import Connection, select

from armswire.errors import RegisterError
from armswire.register.databases.database import Database, Holds, no_register
from armswire.register.schema import SCHEMA_VERSION, meta


def held_version(database: Database, connection: Connection, *, create: bool = False) -> int:
    """The version; 0 where there is nothing yet, and something is to be there (`create`).

    Raises RegisterError for the database of another program, for a register of a newer version, and for none.
    """
    holds = database.look(connection)
    if holds is Holds.NOTHING:
        if not create:
            raise no_register(database.place)
        return 0
    if holds is Holds.SOMETHING_ELSE:
        raise RegisterError(
            "this is the database of another program", place=database.place, remedy=database.another_place
        )
    row = connection.execute(select(meta.c.value).where(meta.c.key == "schema_version")).first()
    version = int(row[0]) if row is not None and str(row[0]).isdigit() else -1
    if version < 1:
        raise RegisterError(
            "the register does not tell its version",
            place=database.place,
            value=None if row is None else row[0],
            remedy="Restore it from a copy, or add the articles again into a new register",
        )
    if version > SCHEMA_VERSION:
        raise RegisterError(
            f"the register is of a newer version ({version}) than this program knows ({SCHEMA_VERSION})",
            place=database.place,
            remedy="Update armswire, or name another register with --register",
        )
    return version
