"""Which database is meant by the place that people give."""

from __future__ import annotations

from pathlib import Path

from armswire.register.databases.address import is_address, read_address
from armswire.register.databases.database import Database
from armswire.register.databases.sqlite import find_sqlite


def find_database(place: Path | str, *, create: bool, patience: float, password: str | None = None) -> Database:
    """The database of a register: a file, or an address of PostgreSQL; to be begun there where `create`.

    `patience` are the seconds to wait for another process that writes, `password` that of an address which has none.
    Raises RegisterError where there is no register that can be used so, SettingError for an address that is none.
    """
    if isinstance(place, Path) or not is_address(place):
        return find_sqlite(Path(place), create=create, patience=patience)
    from armswire.register.databases.postgresql import find_postgresql

    address = read_address(place).with_password(password)
    return find_postgresql(address, create=create, patience=patience)
