"""Files that come with the program, read once; their address holds a digest of all of them, so that it can be kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

# What is not here is not served.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}

_FOREVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "public, no-cache"
_PREFIX = "/static"
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class _File:
    content: bytes
    type: str
    etag: str


class StaticFiles:
    """The files of a folder and of the folders in it.

    Modules that import each other by relative addresses stay under one digest: `/static/3f2a.../js/a.js` imports
    `./b.js`. Under the plain address (`/static/js/a.js`) a file is asked for again each time.
    """

    def __init__(self, folder: Traversable) -> None:
        self._files = dict(_read(folder, ""))
        whole = hashlib.sha256()
        for name, file in sorted(self._files.items()):
            whole.update(f"{name} {file.etag}\n".encode())
        self.digest = whole.hexdigest()[:_DIGITS]

    def address(self, name: str) -> str:
        """The address of a file ("css/page.css") that browsers may keep. Raises KeyError where there is none."""
        if name not in self._files:
            raise KeyError(name)
        return f"{_PREFIX}/{self.digest}/{name}"

    def routes(self) -> list[Route]:
        """Where they are served."""
        return [
            Route(f"{_PREFIX}/{self.digest}/{{name:path}}", self._serve_kept),
            Route(f"{_PREFIX}/{{name:path}}", self._serve),
        ]

    async def _serve_kept(self, request: Request) -> Response:
        return self._answer(request, _FOREVER)

    async def _serve(self, request: Request) -> Response:
        return self._answer(request, _ASK_AGAIN)

    def _answer(self, request: Request, caching: str) -> Response:
        file = self._files.get(request.path_params["name"])
        if file is None:
            return Response(status_code=404)
        headers = {"ETag": file.etag, "Cache-Control": caching}
        if request.headers.get("if-none-match") == file.etag:
            return Response(status_code=304, headers=headers)
        return Response(file.content, headers={**headers, "Content-Type": file.type})


def _read(folder: Traversable, before: str) -> Iterator[tuple[str, _File]]:
    for entry in folder.iterdir():
        name = f"{before}{entry.name}"
        if entry.is_dir():
            yield from _read(entry, f"{name}/")
        elif (suffix := PurePosixPath(name).suffix) in TYPES:
            content = entry.read_bytes()
            yield name, _File(content, TYPES[suffix], f'"{hashlib.sha256(content).hexdigest()[:32]}"')
