"""Pages and API as one application for a server of Python's ASGI, over the register of a place."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Scope

from armswire.api.application import make_api
from armswire.api.problems import tell as tell_program
from armswire.errors import ArmswireError
from armswire.lexicon.actor_names import bundled_actor_names
from armswire.lexicon.places import load_homes
from armswire.register.store import Register, open_register
from armswire.register.support_tests import SupportRecord, keep_support
from armswire.serving.access import AccessToken
from armswire.serving.guarding import Guard, guard
from armswire.serving.hosts import KnownNames
from armswire.serving.pool import RegisterPool
from armswire.serving.problems import Problem, problem_of
from armswire.settings import Settings
from armswire.support.desk import SupportDesk, VersionedRead
from armswire.web.application import Pages
from armswire.web.pages import PAGES
from armswire.web.pages.review import Review

_API = "/api/v1"
_FOR_PROGRAMS = "/api/"


@dataclass(frozen=True, slots=True)
class Served:
    """What is served, and to whom.

    `place` is that of the register, `password` is for a database that asks for one; `host` is where the server listens,
    `known_as` are names by which it is called besides; `token` is what everybody must know, if anything.
    """

    place: str
    password: str | None = None
    host: str = "127.0.0.1"
    known_as: Iterable[str] = ()
    token: str | None = None


def make_application(served: Served) -> ASGIApp:
    """The application. Opens the register once, to see that it can be: raises RegisterError and SettingError."""
    names = bundled_actor_names()
    load_homes()

    def open_one() -> Register:
        return open_register(served.place, create=False, names=names, password=served.password)

    def keep(found: Sequence[SupportRecord]) -> None:
        with registers.writing() as register:
            keep_support(register, found)

    registers = RegisterPool(open_one)
    with registers.reading():
        pass
    token = None if served.token is None else AccessToken(served.token)
    # The support test reads articles again: nothing of that is loaded before somebody asks for it.
    review = Review(SupportDesk(_make_read, keep))
    pages = Pages(registers, names, token=token, pages=(*PAGES, *review.pages()))

    def tell(scope: Scope, problem: Problem) -> Response:
        is_program = scope["path"].startswith(_FOR_PROGRAMS)
        return tell_program(scope, problem) if is_program else pages.tell(scope, problem)

    def tell_error(request: Request, error: Exception) -> Response:
        return tell(request.scope, problem_of(error))

    async def is_ready(_request: Request) -> Response:
        await run_in_threadpool(_look, registers)
        return PlainTextResponse("ready\n", headers={"Cache-Control": "no-store"})

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        registers.close()

    application = Starlette(
        routes=[Route("/healthz", is_ready), Mount(_API, make_api(registers)), *pages.routes()],
        exception_handlers=dict.fromkeys((HTTPException, ArmswireError, Exception), tell_error),
        lifespan=lifespan,
    )
    return guard(application, Guard(KnownNames.of(served.host, served.known_as), token), tell)


def _make_read() -> VersionedRead:
    from armswire.pipeline import Reader, read_safely

    settings = Settings.from_environment()
    reader = Reader(matrices=settings.matrices, attributions=settings.attributions)
    return VersionedRead(lambda articles: read_safely(reader, articles), reader.version)


def _look(registers: RegisterPool) -> None:
    with registers.reading():
        pass
