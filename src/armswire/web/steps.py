"""The last steps of a reviewer, in the order in which they were made, in a cookie: judgements know the day alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response

from armswire.serving.cookies import keep_cookie

COOKIE = "armswire_steps"
# Judgements that are listed, to be taken back.
MOST = 8
# Seconds: a working day.
_KEPT = 12 * 3600
_ID = re.compile("judgement-[0-9a-f]{16}")


def read_steps(request: Request) -> tuple[str, ...]:
    """The ids of the judgements that were made in this browser, the latest first."""
    return tuple(_ID.findall(request.cookies.get(COOKIE, "")))[:MOST]


def remember_steps(response: Response, request: Request, made: Iterable[str]) -> None:
    """Put judgements before those that were made earlier."""
    steps = tuple(dict.fromkeys([*made, *read_steps(request)]))[:MOST]
    keep_cookie(response, request, COOKIE, ".".join(steps), _KEPT)
