"""Puts before an application all that every request passes first, in its order."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from armswire.serving.access import AccessToken, DemandToken
from armswire.serving.bodies import LimitBodies
from armswire.serving.cross_site import RefuseCrossSite
from armswire.serving.headers import SafetyHeaders
from armswire.serving.hosts import DemandKnownName, KnownNames
from armswire.serving.problems import Tell

# Below it an answer fits into one packet, compressed or not.
_LEAST_COMPRESSED = 1024
# Higher levels take longer and save nothing that anybody would notice.
_LEVEL = 5


@dataclass(frozen=True, slots=True)
class Guard:
    """By which names the server may be called, and the token that it demands, if any."""

    names: KnownNames
    token: AccessToken | None = None


def guard(app: ASGIApp, by: Guard, tell: Tell) -> ASGIApp:
    """The application behind all that guards it; `tell` answers what is refused."""
    app = LimitBodies(app, tell)
    app = RefuseCrossSite(app, tell)
    if by.token is not None:
        app = DemandToken(app, by.token, tell)
    app = DemandKnownName(app, by.names, tell)
    app = GZipMiddleware(app, minimum_size=_LEAST_COMPRESSED, compresslevel=_LEVEL)
    return SafetyHeaders(app)
