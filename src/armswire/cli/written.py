"""Files that commands write: they appear only when they are whole."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TextIO, TypeVar

from armswire.errors import OutputError

T = TypeVar("T")

_ANOTHER = "Make room, or name another file"


def write_whole(path: Path, write: Callable[[TextIO], T]) -> T:
    """Let `write` fill a file and return what it returns. Raises OutputError where the file cannot be written."""
    if path.is_dir():
        raise OutputError("this is a folder, not a file", place=str(path), remedy=_ANOTHER)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            written = write(file)
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):  # in a folder that cannot be written there is nothing to remove either
            unfinished.unlink(missing_ok=True)
        raise OutputError(f"cannot be written: {error.strerror or error}", place=str(path), remedy=_ANOTHER) from error
    return written
