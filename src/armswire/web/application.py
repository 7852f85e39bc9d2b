"""Pages as routes: borrows a register for each request, lays out what a page tells, and tells what went wrong."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib import resources
from zlib import crc32

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Scope

from armswire import __version__
from armswire.register.store import Register
from armswire.serving.access import AccessToken
from armswire.serving.pool import RegisterPool
from armswire.serving.problems import Problem
from armswire.serving.static_files import StaticFiles
from armswire.web.login import Login
from armswire.web.navigation import sections_of
from armswire.web.page import DownloadPage, KeepingPage, Page, PageRoute, ReadingPage, WritingPage
from armswire.web.pages import PAGES
from armswire.web.templating import make_environment


class Pages:
    """All pages over the registers of a pool. `names` are those of actors, `token` is what the server demands."""

    def __init__(
        self,
        registers: RegisterPool,
        names: Mapping[str, str],
        *,
        token: AccessToken | None = None,
        pages: Sequence[PageRoute] = PAGES,
    ) -> None:
        self._registers = registers
        self._pages = pages
        self._token = token
        self._sections = sections_of({page.path for page in pages})
        self._static = StaticFiles(resources.files("armswire.web") / "static")
        self._templates = make_environment(names, self._static.address)

    def routes(self) -> list[Route]:
        """Where each page and each file is."""
        login = [] if self._token is None else Login(self._token, self.render).routes()
        return [*map(self._route, self._pages), *login, *self._static.routes()]

    def render(self, page: Page, scope: Scope) -> Response:
        """A page as an answer."""
        content = self._templates.get_template(page.template).render(
            {
                **page.shown,
                "page": page,
                "path": scope["path"],
                "sections": self._sections,
                "version": __version__,
                "has_login": self._token is not None,
            }
        )
        response = HTMLResponse(content, page.status, dict(page.headers))
        if page.is_private:
            response.headers["Cache-Control"] = "no-store"
        return response

    def tell(self, scope: Scope, problem: Problem) -> Response:
        """A problem as a page."""
        page = Page(problem.title, "problem.html.j2", {"problem": problem}, status=problem.status)
        response = self.render(page, scope)
        response.headers.update(problem.headers)
        return response

    def _route(self, page: PageRoute) -> Route:
        if isinstance(page, ReadingPage):
            return Route(page.path, self._answer_reader(page))
        if isinstance(page, DownloadPage):
            return Route(page.path, self._answer_download(page))
        return Route(page.path, self._answer_writer(page), methods=["POST"])

    def _answer_reader(self, page: ReadingPage) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            with self._registers.reading() as register:
                etag = self._etag(register, request) if page.is_fixed else None
                if etag is not None and etag == request.headers.get("if-none-match"):
                    return Response(status_code=304, headers={"ETag": etag})
                found = page.show(register, request)
            response = self._finish(found, request)
            if etag is not None and response.status_code == 200:
                response.headers["ETag"] = etag
            return response

        return answer

    def _answer_writer(self, page: WritingPage | KeepingPage) -> Callable[[Request], Awaitable[Response]]:
        borrow = self._registers.writing if isinstance(page, WritingPage) else self._registers.reading

        async def answer(request: Request) -> Response:
            async with request.form() as form:

                def act() -> Response:
                    with borrow() as register:
                        found = page.act(register, request, form)
                    return self._finish(found, request)

                return await run_in_threadpool(act)

        return answer

    def _answer_download(self, page: DownloadPage) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            with self._registers.reading() as register:
                file = page.begin(register, request)
                first, cursor = file.write(register, None)

            def parts() -> Iterator[str]:
                part, after = first, cursor
                yield part
                while after is not None:
                    with self._registers.reading() as register:
                        part, after = file.write(register, after)
                    yield part

            told = {"Content-Disposition": f'attachment; filename="{file.name}"'}
            return StreamingResponse(parts(), media_type=file.media_type, headers=told)

        return answer

    def _etag(self, register: Register, request: Request) -> str | None:
        """A name of what all fixed pages show now; none where it is worked out for this one request.

        Another one for another reader and on another day, in case a page asks for either. Weak, since an answer is the
        same compressed and not.
        """
        edition = self._registers.edition(register)
        if edition is None:
            return None
        reader = crc32(request.headers.get("cookie", "").encode("latin-1"))
        today = datetime.now(UTC).date().toordinal()
        return f'W/"{edition}-{reader:x}-{today}"'

    def _finish(self, found: Page | Response, request: Request) -> Response:
        return self.render(found, request.scope) if isinstance(found, Page) else found
