"""Who is let in where a token is demanded: programs show it with every request, browsers once, for a cookie."""

from __future__ import annotations

import hashlib
import hmac
import time
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from armswire.errors import SettingError
from armswire.serving.addresses import LOGIN
from armswire.serving.problems import Problem, Tell

COOKIE = "armswire_session"
# Seconds for which a browser is let in: a working week with its weekend.
SESSION = 9 * 24 * 3600
# Characters below which a token could be guessed.
SHORTEST = 16

_OPEN = frozenset({LOGIN, "/healthz"})
_OPEN_FOLDER = "/static/"
_API = "/api/"


class AccessToken:
    """The token. A session is a time until which it holds, signed with the token: nothing is kept of it here."""

    def __init__(self, token: str) -> None:
        """Raises SettingError for a token that could be guessed."""
        if len(token) < SHORTEST:
            raise SettingError(
                f"a token of fewer than {SHORTEST} characters can be guessed",
                place="--token",
                remedy="""Make one with: python3 -c "import secrets; print(secrets.token_urlsafe())\"""",
            )
        self._token = token.encode()

    def is_given(self, words: str) -> bool:
        """Whether these words are the token."""
        return hmac.compare_digest(words.encode("utf-8", "surrogateescape"), self._token)

    def open_session(self, now: float | None = None) -> str:
        """A session that begins now, for a cookie."""
        until = str(int((time.time() if now is None else now) + SESSION))
        return f"{until}.{self._sign(until)}"

    def has_session(self, words: str, now: float | None = None) -> bool:
        """Whether a cookie holds a session of this token that still holds."""
        until, _, signature = words.partition(".")
        genuine = hmac.compare_digest(signature.encode("utf-8", "surrogateescape"), self._sign(until).encode())
        return genuine and int(until) > (time.time() if now is None else now)

    def lets_in(self, headers: Headers) -> bool:
        """Whether a request shows the token, or a session that was opened with it."""
        kind, _, words = headers.get("authorization", "").partition(" ")
        if kind.casefold() == "bearer":
            return self.is_given(words.strip())
        cookie = cookie_parser(headers.get("cookie", "")).get(COOKIE)
        return cookie is not None and self.has_session(cookie)

    def _sign(self, until: str) -> str:
        return hmac.new(self._token, f"armswire session {until}".encode(), hashlib.sha256).hexdigest()


class DemandToken:
    """Lets in whoever shows the token; leads browsers to the page where it can be given."""

    def __init__(self, app: ASGIApp, token: AccessToken, tell: Tell) -> None:
        self._app = app
        self._token = token
        self._tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, lead to the login, or refuse."""
        if scope["type"] != "http" or is_open(scope["path"]) or self._token.lets_in(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        await self._refuse(scope)(scope, receive, send)

    def _refuse(self, scope: Scope) -> Response:
        path: str = scope["path"]
        if scope["method"] == "GET" and not path.startswith(_API):
            query = scope["query_string"].decode("latin-1")
            wanted = f"{path}?{query}" if query else path
            return RedirectResponse(f"{LOGIN}?next={quote(wanted, safe='/')}", status_code=303)
        return self._tell(
            scope,
            Problem(
                401,
                "this server wants to know its token",
                "Send it as 'Authorization: Bearer ...'; in a browser, log in first",
                headers={"WWW-Authenticate": 'Bearer realm="armswire"'},
            ),
        )


def is_open(path: str) -> bool:
    """Whether a path is for everybody: it tells nothing of the register."""
    return path in _OPEN or path.startswith(_OPEN_FOLDER)
