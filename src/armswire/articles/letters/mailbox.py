"""A mailbox (mbox, RFC 4155) → its letters, one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_PIECE = 1 << 20


def is_mailbox(start: bytes) -> bool:
    """Whether it opens with the line that parts letters."""
    return start.startswith(b"From ")


def read_letters(stream: BufferedReader[Any], limit: int) -> Iterator[bytes | None]:
    """The bytes of each letter; None for one of more than `limit` bytes, which is not held."""
    kept: list[bytes] = []
    size = 0
    blank, begun = True, False
    while line := stream.readline(_PIECE):
        if blank and line.startswith(b"From "):
            if begun:
                yield _letter(kept, size, limit)
            kept, size, begun, blank = [], 0, True, False
            while line and not line.endswith(b"\n"):
                line = stream.readline(_PIECE)
            continue
        blank = line in (b"\n", b"\r\n")
        size += len(line)
        if size <= limit:
            kept.append(line)
        else:
            kept.clear()
    if begun:
        yield _letter(kept, size, limit)


def _letter(kept: list[bytes], size: int, limit: int) -> bytes | None:
    return _ESCAPED.sub(rb"\1", b"".join(kept)) if size <= limit else None
