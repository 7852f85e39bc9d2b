"""What is sent to the server is bounded, whether or not it says how long it is."""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from armswire.serving.problems import Problem, Tell

# Bytes. The longest that is meant to come is a list of judgements.
MOST = 4 * 1024 * 1024


class LimitBodies:
    """Refuses bodies of more than `most` bytes."""

    def __init__(self, app: ASGIApp, tell: Tell, *, most: int = MOST) -> None:
        self._app = app
        self._tell = tell
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through what is short enough."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = Headers(scope=scope).get("content-length", "0")
        if not told.isdecimal() or int(told) > self._most:
            await self._tell(scope, self._problem)(scope, receive, send)
            return
        read = 0

        async def receive_some() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._most:
                # Whoever reads the body lets it through to where the application answers such errors.
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, self._problem.detail)
            return message

        await self._app(scope, receive_some, send)

    @property
    def _problem(self) -> Problem:
        return Problem(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"this is longer than {self._most:,} bytes", "Send it in parts"
        )
