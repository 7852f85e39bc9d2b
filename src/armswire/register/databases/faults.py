"""What the database says when it cannot go on, said so that a person can mend it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from armswire.errors import RegisterError
from armswire.register.databases.sqlite_faults import SQLITE_FAULTS


@contextmanager
def named_faults(place: str) -> Iterator[None]:
    """Raises RegisterError for every error of the database inside, with the register's place and a remedy."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise _named(error.orig, place) from error
        raise
    except sqlite3.Error as error:
        raise _named(error, place) from error


def _named(error: sqlite3.Error, place: str) -> RegisterError:
    code = getattr(error, "sqlite_errorname", None) or ""
    for prefix, problem, remedy in SQLITE_FAULTS:
        if code.startswith(prefix):
            return RegisterError(problem, place=place, remedy=remedy)
    return RegisterError(
        f"the database refused ({code or 'unknown'}: {error})",
        place=place,
        remedy="If it happens again with a new register, please report it with this line",
    )
