"""A stream that can be read again from a little way back, however long it is."""

from __future__ import annotations

import re
from io import BufferedReader
from typing import Any

WINDOW_BYTES = 64 << 20
"""How far back it can be read again: more than the largest page with its headers, packed or not."""
LONGEST_MARK = 16
_PIECE = 1 << 16


class Window:
    """Keeps what was read since `forget`, up to `WINDOW_BYTES`; offsets count from the beginning of the stream."""

    def __init__(self, stream: BufferedReader[Any]) -> None:
        self._stream = stream
        self._kept = bytearray()
        self._start = 0
        self._at = 0

    @property
    def at(self) -> int:
        """The offset of the byte that is read next."""
        return self._at

    def tell(self) -> int:
        """The same, as streams say it."""
        return self._at

    def read(self, size: int = _PIECE) -> bytes:
        """The next bytes, at most `size`; none at the end."""
        place = self._at - self._start
        if place == len(self._kept):
            self._fill()
        piece = bytes(self._kept[place : place + (size if size > 0 else _PIECE)])
        self._at += len(piece)
        return piece

    def forget(self, offset: int) -> None:
        """Drops what lies before an offset: nobody will go back there."""
        drop = min(offset, self._at) - self._start
        if drop > 0:
            del self._kept[:drop]
            self._start += drop

    def seek_mark(self, mark: re.Pattern[bytes], offset: int) -> bool:
        """Goes to the first `mark` at or after an offset, as far back as it can; False where none is left."""
        self._at = max(offset, self._start)
        while True:
            found = mark.search(self._kept, self._at - self._start)
            if found:
                self._at = self._start + found.start()
                return True
            self._at = max(self._at, self._start + len(self._kept) - LONGEST_MARK)
            self.forget(self._at)
            if not self._fill():
                return False

    def _fill(self) -> bool:
        piece = self._stream.read(_PIECE)
        self._kept += piece
        over = len(self._kept) - WINDOW_BYTES
        if over > 0:
            drop = min(over + _PIECE, self._at - self._start)
            del self._kept[:drop]
            self._start += drop
        return bool(piece)
