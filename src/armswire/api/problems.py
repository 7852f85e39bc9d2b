"""Problems as programs read them (RFC 9457)."""

from __future__ import annotations

from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from armswire.serving.problems import Problem

MEDIA_TYPE = "application/problem+json"


def tell(scope: Scope, problem: Problem) -> Response:
    """A problem as an answer: what is wrong, where, with which value, and what to do about it."""
    told = {
        "type": "about:blank",
        "title": problem.title,
        "status": int(problem.status),
        "detail": problem.detail,
        "instance": scope["path"],
    }
    more = {"place": problem.place, "value": problem.value, "remedy": problem.remedy}
    return JSONResponse(
        {**told, **{name: value for name, value in more.items() if value}},
        problem.status,
        headers=dict(problem.headers),
        media_type=MEDIA_TYPE,
    )
