"""Packed bytes → bytes, a piece at a time: gzip, bzip2 and xz, never more of it than its packing makes likely."""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from armswire.errors import ArticleError

MAX_RATIO = 200
"""Bytes unpacked for each packed one; news in JSON Lines has 3 to 15, a bomb 1,000 (gzip) or more (bzip2, xz)."""
FREE_BYTES = 50_000_000
"""What may be unpacked at any ratio: a short file of one repeated line is no bomb."""
XZ_MEMORY = 128 << 20
"""What xz may ask for to unpack; its highest preset needs 65 MB (man page of xz, "Memory usage")."""
_PIECE = 1 << 16


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


class _Inflating:
    """zlib's decompressor in the shape of those of bz2 and lzma."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(16 + zlib.MAX_WBITS)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inner.decompress(data or self._inner.unconsumed_tail, max_length)


@dataclass(frozen=True, slots=True)
class Packing:
    """A way to pack one file: its name for messages, how it opens, what endings of names say so."""

    name: str
    magic: bytes
    suffix: str
    start: Callable[[], _Decompressor]


PACKINGS = (
    Packing("gzip", b"\x1f\x8b", ".gz", _Inflating),
    Packing("bzip2", b"BZh", ".bz2", bz2.BZ2Decompressor),
    Packing("xz", b"\xfd7zXZ\x00", ".xz", lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY)),
)


def packing_of(start: bytes) -> Packing | None:
    """How a file that opens with `start` is packed; None where it is not."""
    return next((packing for packing in PACKINGS if start.startswith(packing.magic)), None)


class Unpacked(io.RawIOBase):
    """What a packed stream holds, several packed one after the other as one.

    Reading raises ArticleError where the packing is broken or breaks off, and where it unfolds to more than
    `MAX_RATIO` times its size.
    """

    def __init__(self, packed: io.BufferedReader[Any], packing: Packing, place: str) -> None:
        self._packed, self._packing, self._place = packed, packing, place
        self._unpacking: _Decompressor | None = None
        self._left = b""
        self._read = self._given = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The next bytes; 0 at the end."""
        piece = self._next(len(buffer))
        buffer[: len(piece)] = piece
        self._given += len(piece)
        if self._given > FREE_BYTES and self._given > MAX_RATIO * self._read:
            raise ArticleError(
                f"unpacks to more than {MAX_RATIO} times its size",
                place=self._place,
                remedy="No news does: leave it out, or unpack it yourself and look",
            )
        return len(piece)

    def _next(self, most: int) -> bytes:
        while (unpacking := self._current()) is not None:
            fed = self._take() if unpacking.needs_input else b""
            over = unpacking.needs_input and not fed
            try:
                piece = unpacking.decompress(fed, most)
            except (zlib.error, lzma.LZMAError, OSError, EOFError) as error:
                raise self._broken(str(error)) from error
            if unpacking.eof:
                self._left = unpacking.unused_data
            if piece:
                return piece
            if over and not unpacking.eof:
                raise self._broken("it breaks off before its end")
        return b""

    def _current(self) -> _Decompressor | None:
        """What unpacks the next bytes; None after the last of those that were packed one after the other."""
        if self._unpacking is not None and not self._unpacking.eof:
            return self._unpacking
        first = self._unpacking is None
        start = self._take()
        # Tapes and block devices leave zeros behind what was packed.
        while not first and start and not start.strip(b"\x00"):
            start = self._take()
        start = start if first else start.lstrip(b"\x00")
        if not start and not first:
            return None
        while len(start) < len(self._packing.magic) and (more := self._take()):
            start += more
        if not start.startswith(self._packing.magic):
            raise self._broken("something else follows it")
        self._left, self._unpacking = start, self._packing.start()
        return self._unpacking

    def _take(self) -> bytes:
        if self._left:
            taken, self._left = self._left, b""
            return taken
        taken = self._packed.read(_PIECE)
        self._read += len(taken)
        return taken

    def _broken(self, why: str) -> ArticleError:
        return ArticleError(
            f"broken {self._packing.name}: {why}", place=self._place, remedy="Fetch or compress the file again"
        )
