"""The hosts of a made-up month, all in one server on the loopback: who is asked is told by the machine's number."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from benchmarks.collecting.world import BEGIN, DAY, Fate, Host, Trouble, World, feed, page

# Longer than a watch of the benchmark waits for a word, and shorter.
SILENCE, SLOWNESS = 1.5, 0.15


class Servers:
    """Answers for every host of a world as it is at a moment; `asked` counts requests by what came of them."""

    def __init__(self, world: World, clock: Callable[[], float]) -> None:
        self.asked: Counter[str] = Counter()
        self._hosts = {host.name: host for host in world.hosts}
        self._clock = clock
        servers = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                servers.answer(self)

            def log_message(self, *told: object) -> None:
                """Nothing."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 256

            def handle_error(self, *told: object) -> None:
                """Nothing: who is killed leaves connections behind."""

        self._server = Server(("0.0.0.0", 0), Handler)  # every machine of 127/8
        self.port = int(self._server.server_address[1])
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def close(self) -> None:
        """No more answers."""
        self._server.shutdown()
        self._server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Whatever the host, the path and the moment make of a request."""
        now = self._clock()
        host = self._hosts[handler.connection.getsockname()[0]]
        if host.is_troubled(now):
            self._trouble(handler, host)
        elif handler.path == "/robots.txt":
            closed = b"User-agent: *\nAllow: /feed\nDisallow: /\n" if host.trouble is Trouble.CLOSED else b""
            self._say(handler, 200, closed, "text/plain")
        else:
            if host.trouble is Trouble.SLOW:
                time.sleep(SLOWNESS)
            self._say_path(handler, host, now)

    def _trouble(self, handler: BaseHTTPRequestHandler, host: Host) -> None:
        if host.trouble is Trouble.SILENT:
            time.sleep(SILENCE)
            handler.close_connection = True
            self.asked["no word"] += 1
            return
        self._say(handler, 503, b"later", "text/plain", {"Retry-After": "600"})

    def _say_path(self, handler: BaseHTTPRequestHandler, host: Host, now: float) -> None:
        has_moved = host.trouble is Trouble.MOVED and now >= BEGIN + 10 * DAY
        if handler.path == "/feed" and has_moved:
            self._say(handler, 301, b"", "text/plain", {"Location": "/feed/here"})
        elif handler.path in ("/feed", "/feed/here"):
            self._say_feed(handler, host, now)
        else:
            self._say_page(handler, host, now)

    def _say_feed(self, handler: BaseHTTPRequestHandler, host: Host, now: float) -> None:
        body, kind = feed(host, now, self.port)
        etag = f'"{sha256(body).hexdigest()[:16]}"'
        if host.trouble is Trouble.BROKEN and int(now // DAY) % 3 == 0:
            self._say(handler, 200, body[: len(body) // 2], kind)
        elif handler.headers.get("If-None-Match") == etag:
            self._say(handler, 304, b"", kind)
        else:
            self._say(handler, 200, body, kind, {"ETag": etag})

    def _say_page(self, handler: BaseHTTPRequestHandler, host: Host, now: float) -> None:
        path = handler.path.removeprefix("/now")
        story = host.by_path.get(path)
        if story is None or story.fate in (Fate.GONE, Fate.LOST):
            self._say(handler, 404, b"not here", "text/plain")
        elif story.fate is Fate.REDIRECTED and handler.path == path:
            self._say(handler, 302, b"", "text/plain", {"Location": f"/now{path}"})
        elif host.trouble is Trouble.TORN and self._is_torn(path):
            self._tear(handler, page(story, now))
        else:
            self._say(handler, 200, page(story, now), "text/html; charset=utf-8")

    def _is_torn(self, path: str) -> bool:
        """The first answer to every other page."""
        self.asked[path] += 1
        return self.asked[path] == 1 and int(sha256(path.encode()).hexdigest(), 16) % 2 == 0

    def _tear(self, handler: BaseHTTPRequestHandler, body: bytes) -> None:
        self.asked["torn"] += 1
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2])
        handler.close_connection = True

    def _say(
        self,
        handler: BaseHTTPRequestHandler,
        status: int,
        body: bytes,
        kind: str,
        headers: dict[str, str] | None = None,
    ) -> None:
        self.asked[str(status)] += 1
        packed = gzip.compress(body, 1) if status == 200 and len(body) > 2000 else body
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(packed)))
        if packed is not body:
            handler.send_header("Content-Encoding", "gzip")
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(packed)
