"""Where a person shows the token to the server, once, and where the session ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Scope

from armswire.serving.access import COOKIE, SESSION, AccessToken
from armswire.serving.addresses import LOGIN
from armswire.serving.cookies import drop_cookie, keep_cookie
from armswire.web.page import Page

LOGOUT = "/logout"
# Seconds that a wrong token costs, so that trying many takes long.
_PAUSE = 1.0


class Login:
    """The page, and what its form does."""

    def __init__(self, token: AccessToken, render: Callable[[Page, Scope], Response]) -> None:
        self._token = token
        self._render = render

    def routes(self) -> list[Route]:
        """Where it is."""
        return [
            Route(LOGIN, self._show, methods=["GET"]),
            Route(LOGIN, self._let_in, methods=["POST"]),
            Route(LOGOUT, self._let_out, methods=["POST"]),
        ]

    async def _show(self, request: Request) -> Response:
        return self._page(request, request.query_params.get("next", "/"), is_wrong=False)

    async def _let_in(self, request: Request) -> Response:
        async with request.form() as form:
            given, wanted = str(form.get("token", "")), str(form.get("next", "/"))
        if not self._token.is_given(given.strip()):
            await asyncio.sleep(_PAUSE)
            return self._page(request, wanted, is_wrong=True)
        response = RedirectResponse(here(wanted), status_code=303)
        keep_cookie(response, request, COOKIE, self._token.open_session(), SESSION)
        return response

    async def _let_out(self, request: Request) -> Response:
        response = RedirectResponse(LOGIN, status_code=303)
        drop_cookie(response, request, COOKIE)
        return response

    def _page(self, request: Request, wanted: str, *, is_wrong: bool) -> Response:
        shown = {"next": here(wanted), "is_wrong": is_wrong}
        page = Page("Log in", "login.html.j2", shown, status=401 if is_wrong else 200, is_private=True)
        return self._render(page, request.scope)


def here(address: str) -> str:
    """An address on this server to go on to; the first page for any other ("//elsewhere", "/\\elsewhere")."""
    is_path = address.startswith("/") and address[1:2] not in ("/", "\\") and address.isprintable()
    return address if is_path else "/"
