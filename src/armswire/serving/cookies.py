"""Cookies that only this server sees: no script reads them, and no other site has them sent."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response


def keep_cookie(response: Response, request: Request, name: str, value: str, seconds: int) -> None:
    """Have the browser keep a value for so long."""
    response.set_cookie(
        name, value, max_age=seconds, httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )


def drop_cookie(response: Response, request: Request, name: str) -> None:
    """Have the browser keep nothing of this name."""
    response.delete_cookie(name, httponly=True, samesite="strict", secure=request.url.scheme == "https")
