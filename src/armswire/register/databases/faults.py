"""What the database says when it cannot go on, said so that a person can mend it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from armswire.errors import RegisterError
from armswire.register.databases.postgresql_faults import POSTGRESQL_FAULTS, POSTGRESQL_LOSSES
from armswire.register.databases.sqlite_faults import SQLITE_FAULTS


@contextmanager
def named_faults(place: str) -> Iterator[None]:
    """Raises RegisterError for every error of the database inside, with the register's place and a remedy."""
    try:
        yield
    except DBAPIError as error:
        raise name_fault(error if error.orig is None else error.orig, place) from error
    except (sqlite3.Error, ConnectionResetError, ConnectionAbortedError) as error:
        raise name_fault(error, place) from error


def name_fault(error: BaseException, place: str) -> RegisterError:
    """The error of a driver as one of ours."""
    if isinstance(error, sqlite3.Error):
        code, words = getattr(error, "sqlite_errorname", None) or "", str(error)
        known = [(problem, remedy) for prefix, problem, remedy in SQLITE_FAULTS if code.startswith(prefix)]
    else:
        # PostgreSQL's driver gives the fields of the server's answer by their letters: C is the SQLSTATE, M its words.
        fields = error.args[0] if error.args and isinstance(error.args[0], dict) else {}
        code, words = fields.get("C", ""), fields.get("M", str(error))
        known = [(problem, remedy) for prefix, problem, remedy in POSTGRESQL_FAULTS if code.startswith(prefix)]
        if not code:
            known = [(problem, remedy) for part, problem, remedy in POSTGRESQL_LOSSES if part in words]
    if known:
        problem, remedy = known[0]
        return RegisterError(problem, place=place, remedy=remedy)
    return RegisterError(
        f"the database refused ({code or 'unknown'}: {words})",
        place=place,
        remedy="If it happens again with a new register, please report it with this line",
    )
