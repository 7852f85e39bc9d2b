"""What goes wrong in words, and the one table from errors of ours to statuses of HTTP."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Scope

from armswire.errors import (
    ArmswireError,
    ArticleError,
    InputError,
    OutputError,
    RegisterError,
    SettingError,
    UnknownRecordError,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request was not done: a status of HTTP, what is wrong, with which value, and what to do about it."""

    status: int
    detail: str
    remedy: str = ""
    place: str = ""
    value: str | None = None
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def title(self) -> str:
        """What the status means, as HTTP names it."""
        return HTTPStatus(self.status).phrase


# How the face that was asked tells of a problem.
Tell = Callable[[Scope, Problem], Response]

# The first that fits holds.
STATUSES: tuple[tuple[type[ArmswireError], HTTPStatus], ...] = (
    (UnknownRecordError, HTTPStatus.NOT_FOUND),
    (SettingError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (InputError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (ArticleError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (RegisterError, HTTPStatus.SERVICE_UNAVAILABLE),
    (OutputError, HTTPStatus.INSUFFICIENT_STORAGE),
    (ArmswireError, HTTPStatus.INTERNAL_SERVER_ERROR),
)

# What a server says of itself, where nobody says more.
WORDS: Mapping[int, str] = MappingProxyType(
    {
        HTTPStatus.NOT_FOUND: "there is nothing at this address",
        HTTPStatus.METHOD_NOT_ALLOWED: "this address can be looked at, and nothing else",
    }
)

# Characters of an offending value that are shown.
MOST_OF_VALUE = 200
# Seconds after which it makes sense to ask again.
_RETRY = "2"


def problem_of(error: Exception) -> Problem:
    """What to tell of an error: of ours, of HTTP, or of one that nobody expected, of which nothing is told."""
    if isinstance(error, ArmswireError):
        return _problem_of_ours(error)
    if isinstance(error, HTTPException):
        is_bare = error.detail == HTTPStatus(error.status_code).phrase
        detail = WORDS.get(error.status_code, error.detail) if is_bare else error.detail
        return Problem(error.status_code, detail, headers=error.headers or {})
    return Problem(500, "something went wrong in the program, and not in what you asked for", "Please report it")


def _problem_of_ours(error: ArmswireError) -> Problem:
    status = next(status for kind, status in STATUSES if isinstance(error, kind))
    busy = status is HTTPStatus.SERVICE_UNAVAILABLE
    return Problem(
        status=status,
        detail=error.problem,
        remedy=error.remedy,
        place=error.place,
        value=None if error.value is None else str(error.value)[:MOST_OF_VALUE],
        headers={"Retry-After": _RETRY} if busy else {},
    )
