"""No page of another site has this program do anything (CSRF).

What changes something is let through by where it comes from, which browsers tell and pages cannot forge: the header
Sec-Fetch-Site, and Origin where a browser does not send it. Not by a secret in each form: such a secret can be guessed
from the length of compressed pages (BREACH), and one that is compared with a cookie can be set by whatever else runs on
this host, since cookies do not know ports. "same-site" is refused for the same reason: another port is another program.
Whoever sends neither header is no browser, and nobody lured it here; with a cookie it is one, and too old to tell.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from armswire.serving.problems import Problem, Tell

# What is asked for so changes nothing.
READING = frozenset({"GET", "HEAD", "OPTIONS"})
# By a page of ours, or by the person at the browser.
_OURS = frozenset({"same-origin", "none"})


class RefuseCrossSite:
    """Lets through what only reads, and whatever does not come from a page of somebody else."""

    def __init__(self, app: ASGIApp, tell: Tell) -> None:
        self._app = app
        self._tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through, or refuse."""
        if scope["type"] != "http" or scope["method"] in READING or is_ours(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        problem = Problem(
            403,
            "this was sent by a page of another site",
            "Open the page here and send it again; a program must send no cookie",
        )
        await self._tell(scope, problem)(scope, receive, send)


def is_ours(headers: Headers) -> bool:
    """Whether a request comes from a page of ours, or from no page at all; its Host header is trusted."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in _OURS
    origin = headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc.casefold() == headers.get("host", "").casefold()
    return "cookie" not in headers
