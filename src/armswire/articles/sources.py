"""What a person names on the command line → the files behind it."""

from __future__ import annotations

import gzip
import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from armswire.articles.reader import Incoming
from armswire.errors import ArticleError, SettingError

STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_GZIP_MAGIC = b"\x1f\x8b"
_BUFFER = 1 << 16


def check_source(source: str) -> None:
    """Raises SettingError for a source that can never be read: a web address, or nothing."""
    if _ADDRESS.match(source):
        raise SettingError(
            "web addresses cannot be read yet",
            value=source,
            remedy="Save the page and give the file, or give its text in JSON Lines",
        )
    if not source or "\x00" in source:
        raise SettingError(
            "not the name of a file",
            value=source,
            remedy="Give a file, a folder or '-'",
        )


def find_files(source: str) -> Iterator[Path | ArticleError]:
    """The file itself, or those of a folder and all below it, sorted; hidden ones are left out.

    One folder's listing at a time is held. A folder without files, or one that cannot be listed, gives an ArticleError.
    """
    path = Path(source)
    if not path.is_dir():
        yield path
        return
    empty = True
    for found in _walk(path):
        empty = False
        yield found
    if empty:
        yield ArticleError(
            "nothing to read in this folder",
            place=source,
            remedy="Put articles into it",
        )


def _walk(folder: Path) -> Iterator[Path | ArticleError]:
    try:
        entries = sorted(
            (e for e in os.scandir(folder) if not e.name.startswith(".")),
            key=lambda e: e.name,
        )
    except OSError as error:
        yield unreadable(str(folder), error)
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file() or entry.is_symlink():
            yield Path(entry.path)


@contextmanager
def open_file(path: Path) -> Iterator[Incoming]:
    """The file, unpacked where it is gzip. Raises OSError."""
    with io.BufferedReader(io.FileIO(path), _BUFFER) as file:
        yield _incoming(file, str(path), path.name)


def open_standard_input(stream: BinaryIO) -> Incoming:
    """Standard input as an input like any other."""
    file = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream), _BUFFER)
    return _incoming(file, "standard input", "")


def _incoming(file: io.BufferedReader[Any], place: str, name: str) -> Incoming:
    suffix = Path(name.lower().removesuffix(".gz")).suffix
    if file.peek(2).startswith(_GZIP_MAGIC):
        unpacked = gzip.GzipFile(fileobj=file)
        return Incoming(place, suffix, io.BufferedReader(unpacked, _BUFFER))
    return Incoming(place, suffix, file)


def unreadable(place: str, error: Exception) -> ArticleError:
    """The ArticleError for a file that the system, or its compression, does not let us read."""
    if isinstance(error, FileNotFoundError):
        return ArticleError("no such file", place=place, remedy="Check the name")
    if isinstance(error, PermissionError):
        return ArticleError(
            "no permission to read it",
            place=place,
            remedy="Make it readable for this user",
        )
    if isinstance(error, OSError) and not isinstance(error, gzip.BadGzipFile):
        return ArticleError(
            f"cannot be read: {error.strerror or error}",
            place=place,
            remedy="Check the file",
        )
    return ArticleError(f"broken gzip: {error}", place=place, remedy="Fetch or compress the file again")
