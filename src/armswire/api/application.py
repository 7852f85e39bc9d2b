"""The API as an application of its own, to be mounted."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from armswire import __version__
from armswire.api.answering import Answers
from armswire.api.problems import MEDIA_TYPE, tell
from armswire.api.responses.common import ProblemDetails
from armswire.api.routes.claims import article_routes, claim_routes
from armswire.api.routes.disputes import dispute_routes
from armswire.api.routes.exporting import export_routes
from armswire.api.routes.feeds import feed_routes
from armswire.api.routes.judgements import judgement_routes
from armswire.api.routes.quality import quality_routes
from armswire.api.routes.review import review_routes
from armswire.api.routes.transfers import transfer_routes
from armswire.errors import ArmswireError
from armswire.serving.pool import RegisterPool
from armswire.serving.problems import Problem, problem_of

_ROUTES = (
    *(transfer_routes, claim_routes, article_routes, dispute_routes),
    *(judgement_routes, review_routes, export_routes, feed_routes, quality_routes),
)

# What can go wrong with any request.
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": words, "content": {MEDIA_TYPE: {"schema": ProblemDetails.model_json_schema()}}}
    for status, words in (
        (400, "The request itself cannot be read."),
        (403, "It comes from another site, or without the token."),
        (404, "There is no such record."),
        (413, "It is too long."),
        (422, "Something that was asked for cannot be meant."),
        (503, "The register cannot be read at the moment."),
    )
}


def make_api(registers: RegisterPool) -> FastAPI:
    """The API over the registers of a pool."""
    api = FastAPI(
        title="Armswire",
        version=__version__,
        summary="A register of international arms transfers, with the words that each value rests on.",
        docs_url=None,
        redoc_url=None,
        responses=_PROBLEMS,
    )
    answers = Answers(registers)
    for routes in _ROUTES:
        api.include_router(routes(answers))
    for kind in (ArmswireError, HTTPException, RequestValidationError, Exception):
        api.add_exception_handler(kind, _tell_error)
    return api


def _tell_error(request: Request, error: Exception) -> Response:
    if isinstance(error, RequestValidationError):
        wrong = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        return tell(request.scope, Problem(422, wrong))
    return tell(request.scope, problem_of(error))
