"""What a person names on the command line → the files behind it."""

from __future__ import annotations

import io
import os
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from armswire.articles.reader import Fetched, Incoming
from armswire.articles.unpacking import PACKINGS, Unpacked, packing_of
from armswire.errors import ArticleError, SettingError

STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_BUFFER = 1 << 16


def is_address(source: str) -> bool:
    """Whether it is written as a web address and not as the name of a file."""
    return _ADDRESS.match(source) is not None


def check_source(source: str) -> None:
    """Raises SettingError for a source that can never be read."""
    if not source or "\x00" in source:
        raise SettingError(
            "not the name of a file",
            value=source,
            remedy="Give a file, a folder, a web address or '-'",
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
    """The file, unpacked where it is packed. Raises OSError."""
    with io.BufferedReader(io.FileIO(path), _BUFFER) as file:
        yield open_stream(file, place_of(path), path.name)


def place_of(path: Path) -> str:
    """A file's name for messages and registers: with U+FFFD for bytes of it that are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def open_standard_input(stream: BinaryIO) -> Incoming:
    """Standard input as an input like any other."""
    file = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream), _BUFFER)
    return open_stream(file, "standard input", "")


def open_fetched(file: BinaryIO, place: str, suffix: str, fetched: Fetched | None) -> Incoming:
    """What was fetched as an input like any other: by `suffix`, unless its first bytes say that it is packed."""
    opened = open_stream(io.BufferedReader(cast(io.RawIOBase, file), _BUFFER), place, "")
    return replace(opened, suffix=suffix, fetched=fetched)


def open_stream(file: io.BufferedReader[Any], place: str, name: str) -> Incoming:
    """An opened file as an input: `name` tells its suffix, its first bytes how it is packed."""
    suffix = suffix_of(name)
    start = file.peek(_BUFFER)
    packing = packing_of(start)
    if packing is None or suffix == ".warc" or (packing.name == "gzip" and _opens_a_warc(start)):
        return Incoming(place, suffix, file)
    return Incoming(place, suffix, io.BufferedReader(Unpacked(file, packing, place), _BUFFER))


def suffix_of(name: str) -> str:
    """The ending of a file's name that tells what it holds: that of "news.JSONL.gz" is ".jsonl"."""
    bare = name.lower()
    for packing in PACKINGS:
        if Path(bare).suffix == packing.suffix:
            bare = bare.removesuffix(packing.suffix)
            break
    return Path(bare).suffix


def _opens_a_warc(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(packed, 16).startswith(b"WARC/")
    except zlib.error:
        return False


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
    if isinstance(error, OSError):
        return ArticleError(
            f"cannot be read: {error.strerror or error}",
            place=place,
            remedy="Check the file",
        )
    return ArticleError(f"broken packing: {error}", place=place, remedy="Fetch or compress the file again")
