"""The API as an application of its own, to be mounted."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from armswire import __version__
from armswire.api.problems import tell
from armswire.errors import ArmswireError
from armswire.serving.pool import RegisterPool
from armswire.serving.problems import Problem, problem_of


def make_api(registers: RegisterPool) -> FastAPI:
    """The API over the registers of a pool."""
    api = FastAPI(title="Armswire", version=__version__, docs_url=None, redoc_url=None)
    api.state.registers = registers
    for kind in (ArmswireError, HTTPException, RequestValidationError, Exception):
        api.add_exception_handler(kind, _tell_error)
    return api


def _tell_error(request: Request, error: Exception) -> Response:
    if isinstance(error, RequestValidationError):
        wrong = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        return tell(request.scope, Problem(422, wrong))
    return tell(request.scope, problem_of(error))
