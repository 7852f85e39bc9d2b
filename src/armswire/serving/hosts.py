"""By which names this server may be called.

A page of a stranger can have its own name lead to 127.0.0.1 (DNS rebinding) and would then, to the browser, be us. It
cannot choose what the browser writes into the Host header: the stranger's name. So names are let in that we know, and
addresses of numbers, which nobody can rebind.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from armswire.serving.problems import Problem, Tell

_LOOPBACK_NAME = "localhost"


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server that listens there."""
    try:
        return host == _LOOPBACK_NAME or ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names, in small letters."""

    names: frozenset[str]

    @classmethod
    def of(cls, host: str, known_as: Iterable[str] = ()) -> KnownNames:
        """Those of a server that listens at `host`, and is known by others besides."""
        return cls(frozenset(name.casefold() for name in (_LOOPBACK_NAME, host, *known_as)))

    def has(self, host_header: str) -> bool:
        """Whether a Host header (a name or a number, with or without a port) calls us."""
        try:
            name = urlsplit(f"//{host_header}").hostname
        except ValueError:
            return False
        if name is None or "@" in host_header:
            return False
        try:
            ip_address(name)
        except ValueError:
            return name in self.names
        return True


class DemandKnownName:
    """Refuses what is sent to a name that is not ours."""

    def __init__(self, app: ASGIApp, names: KnownNames, tell: Tell) -> None:
        self._app = app
        self._names = names
        self._tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through what calls us by a name of ours."""
        host = Headers(scope=scope).get("host", "") if scope["type"] == "http" else None
        if host is None or self._names.has(host):
            await self._app(scope, receive, send)
            return
        problem = Problem(
            400,
            "this server is not called by this name",
            "Use its address in numbers, or start it with --known-as and the name",
            value=host,
        )
        await self._tell(scope, problem)(scope, receive, send)
