"""How the API answers: from one moment of the register, with an ETag that holds until somebody writes to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from urllib.parse import urlencode

from fastapi import Request
from starlette.responses import JSONResponse, Response

from armswire.api.asking import AskedPage
from armswire.register.listing.paging import Listing
from armswire.register.store import Register
from armswire.serving.pool import RegisterPool

T = TypeVar("T")


class Answers:
    """Answers from the registers of a pool."""

    def __init__(self, registers: RegisterPool) -> None:
        self.registers = registers

    def read(
        self, request: Request, make: Callable[[Register], Any], *, media_type: str = "application/json"
    ) -> Response:
        """What `make` finds in the register, as JSON, or 304 where the client has it. Raises what `make` raises."""
        with self.registers.reading() as register:
            edition = self.registers.edition(register)
            # Weak, since an answer is the same compressed and not.
            etag = None if edition is None else f'W/"{edition}"'
            if etag is not None and etag == request.headers.get("if-none-match"):
                return Response(status_code=304, headers={"ETag": etag})
            content = make(register)
        headers = {} if etag is None else {"ETag": etag, "Cache-Control": "private, no-cache"}
        return JSONResponse(content, headers=headers, media_type=media_type)

    def page(
        self,
        request: Request,
        asked: AskedPage,
        find: Callable[[Register], Listing[T]],
        encode: Callable[[T], Mapping[str, Any]],
    ) -> Response:
        """A page of a list, with the address of the next one. Raises SettingError, RegisterError."""

        def make(register: Register) -> Any:
            page = find(register).page(register, asked.cursor, asked.limit)
            following = None if page.next is None else with_cursor(request, page.next)
            return {"records": [encode(record) for record in page.records], "next": following}

        return self.read(request, make)


def with_cursor(request: Request, cursor: str) -> str:
    """The address of a request that begins at another place of the list."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    return f"{request.url.path}?{urlencode([*asked, ('cursor', cursor)])}"
