"""One address → what it answers, with everything that it was redirected to on the way."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import httpcore2

from armswire.errors import FetchError
from armswire.fetching.addresses import Address, read_address
from armswire.fetching.limits import DEFAULT_LIMITS, Limits
from armswire.fetching.network import GuardedNetwork

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# What packs an answer that we can unpack a piece at a time; others are never asked for.
_PACKINGS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: `status` as in RFC 9110, `headers` by lower-case name, `body` unpacked.

    `asked` is the address that was asked for, `url` the one that answered, `ways` those in between.
    """

    asked: str
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    ways: tuple[str, ...] = ()

    @property
    def is_unchanged(self) -> bool:
        """Whether the server says that nothing has changed since it was asked with what it then told (304)."""
        return self.status == 304


class Fetcher:
    """Fetches addresses; `agent` says who asks, `allowed` are hosts that may be in a private network. Thread-safe."""

    def __init__(self, agent: str, *, allowed: Set[str] = frozenset(), limits: Limits = DEFAULT_LIMITS) -> None:
        self._agent = agent
        self._limits = limits
        self._pool = httpcore2.ConnectionPool(
            max_connections=64, keepalive_expiry=10.0, network_backend=GuardedNetwork(allowed)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def fetch(
        self, told: str, known: Mapping[str, str] | None = None, *, check: Callable[[str], object] = lambda _: None
    ) -> Answer:
        """What an address answers, whatever its status; `known` are headers of an earlier answer (etag, last-modified).

        `check` is shown each address that it redirects to, and may raise FetchError.

        Raises FetchError for an address that may not be asked, a host that does not answer, an answer over the limits
        or broken, and too many redirects.
        """
        deadline = time.monotonic() + self._limits.seconds
        address, ways = read_address(told), list[str]()
        while True:
            answer = self._ask(address, known or {}, deadline)
            where = answer.headers.get("location")
            if answer.status not in _REDIRECTS or where is None:
                return Answer(told, answer.url, answer.status, answer.headers, answer.body, tuple(ways))
            ways.append(address.url)
            if len(ways) > self._limits.redirects:
                raise FetchError(
                    f"redirects more than {self._limits.redirects} times", place=told, value=where,
                    remedy="Give the address that it leads to in a browser",
                )  # fmt: skip
            address = read_address(_as_utf8(where), address)
            check(address.url)

    def _ask(self, address: Address, known: Mapping[str, str], deadline: float) -> Answer:
        with _named(address.url), self._pool.stream(
            "GET", address.url, headers=self._headers(known), extensions={"timeout": self._timeouts(deadline)}
        ) as response:  # fmt: skip
            headers = _read_headers(response)
            wanted = response.status not in _REDIRECTS and response.status != 304
            body = self._read(response, headers, address.url, deadline) if wanted else b""
        return Answer(address.url, address.url, response.status, headers, body)

    def _headers(self, known: Mapping[str, str]) -> list[tuple[str, str]]:
        asked = [("User-Agent", self._agent), ("Accept-Encoding", "gzip, deflate"), ("Accept", "*/*")]
        if "etag" in known:
            asked.append(("If-None-Match", known["etag"]))
        if "last-modified" in known:
            asked.append(("If-Modified-Since", known["last-modified"]))
        return asked

    def _timeouts(self, deadline: float) -> dict[str, float]:
        left = max(0.1, min(self._limits.silence, deadline - time.monotonic()))
        return dict.fromkeys(("connect", "read", "write", "pool"), left)

    def _read(self, response: httpcore2.Response, headers: Mapping[str, str], url: str, deadline: float) -> bytes:
        packing = headers.get("content-encoding", "identity").lower().strip()
        pieces = _Pieces(url, self._limits)
        for piece in _unpack(pieces.sent(response.iter_stream()), packing, url):
            pieces.take(piece)
            if time.monotonic() > deadline:
                raise FetchError(
                    f"does not end within {self._limits.seconds:g} seconds", place=url,
                    remedy="Try again later; a stream that never ends is no page",
                )  # fmt: skip
        return pieces.whole()


class _Pieces:
    """Counts what is sent and what comes of it. Raises FetchError where either is more than is allowed."""

    def __init__(self, url: str, limits: Limits) -> None:
        self._url, self._limits = url, limits
        self._sent = 0
        self._unpacked = bytearray()

    def sent(self, stream: Iterator[bytes]) -> Iterator[bytes]:
        for piece in stream:
            self._sent += len(piece)
            self._check(self._sent, self._limits.sent, "sends")
            yield piece

    def take(self, piece: bytes) -> None:
        self._unpacked += piece
        self._check(len(self._unpacked), self._limits.unpacked, "unpacks to")

    def whole(self) -> bytes:
        return bytes(self._unpacked)

    def _check(self, size: int, most: int, what: str) -> None:
        if size > most:
            raise FetchError(
                f"{what} more than {most} bytes", place=self._url, remedy="Leave it out; no article is so large"
            )


def _unpack(stream: Iterator[bytes], packing: str, url: str) -> Iterator[bytes]:
    """The pieces unpacked, never more than a small one at a time, however much a bomb would unfold to."""
    if packing in ("", "identity"):
        yield from stream
        return
    if packing not in _PACKINGS:
        raise FetchError("packed in a way that was not asked for", place=url, value=packing, remedy="Leave it out")
    unpacking = zlib.decompressobj(_PACKINGS[packing])
    try:
        for piece in stream:
            left = piece
            while left and not unpacking.eof:
                yield unpacking.decompress(left, _PIECE)
                left = unpacking.unconsumed_tail
        yield unpacking.flush()
        if not unpacking.eof:
            raise FetchError("ends before its packing does", place=url, remedy="Try again later")
    except zlib.error as error:
        raise FetchError(f"broken packing: {error}", place=url, remedy="Try again later") from error


def _read_headers(response: httpcore2.Response) -> dict[str, str]:
    """The first of each name, as text: nothing of it is trusted to be more."""
    found: dict[str, str] = {}
    for name, value in response.headers:
        found.setdefault(name.decode("latin-1").lower(), value.decode("latin-1").strip())
    return found


@contextmanager
def _named(url: str) -> Iterator[None]:
    """Errors of the network as ours."""
    try:
        yield
    except httpcore2.TimeoutException as error:
        raise FetchError("does not answer in time", place=url, remedy="Try again later") from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError, TypeError, ValueError) as error:
        raise FetchError(f"cannot be fetched: {_tell(error)}", place=url, remedy="Try again later") from error


def _as_utf8(header: str) -> str:
    """A header that was read as Latin-1, as UTF-8 where it is that: some send addresses so."""
    try:
        return header.encode("latin-1").decode()
    except UnicodeError:
        return header


def _tell(error: Exception) -> str:
    return str(error) or type(error).__name__
