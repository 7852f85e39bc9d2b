"""The act of this room: names of files in, articles out."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import BinaryIO

from armswire.articles.decoding import binary_kind
from armswire.articles.reader import Incoming, Outcome, Reader
from armswire.articles.readers import READERS
from armswire.articles.sources import (
    STANDARD_INPUT,
    check_source,
    find_files,
    open_file,
    open_standard_input,
    unreadable,
)
from armswire.errors import ArticleError
from armswire.model.article import Article
from armswire.model.identity import text_digest

SNIFF_BYTES = 4096
"""How much of a file is looked at to tell its format: more than any prologue of a page, less than a buffer."""


def read(sources: Sequence[str], *, stdin: BinaryIO | None = None, leave_out: Sequence[Path] = ()) -> Iterator[Outcome]:
    """Each article of files, folders and '-' (standard input, or `stdin`), or the ArticleError that stands for it.

    One article at a time is held, however many there are. Raises SettingError, before anything is read, for a
    source that can never be read, such as a web address. Files of `leave_out` are not opened: they are passed over in
    a folder, and an ArticleError stands for one that is named.
    """
    for source in sources:
        check_source(source)
    return _refuse_second_texts(_read_all(sources, stdin, {path.resolve() for path in leave_out}))


def _read_all(sources: Sequence[str], stdin: BinaryIO | None, leave_out: Set[Path]) -> Iterator[Outcome]:
    for source in sources:
        if source == STANDARD_INPUT:
            yield from _read_standard_input(stdin or sys.stdin.buffer)
            continue
        alone = not Path(source).is_dir()
        for found in find_files(source):
            if isinstance(found, ArticleError):
                yield found
            elif leave_out and found.resolve() in leave_out:
                if alone:
                    yield ArticleError("this is the register, not an article", place=source, remedy=_formats())
            else:
                yield from _read_file(found, alone=alone)


def _read_standard_input(stream: BinaryIO) -> Iterator[Outcome]:
    try:
        yield from _read_incoming(open_standard_input(stream), sniff=True)
    except (OSError, EOFError, zlib.error) as error:
        yield unreadable("standard input", error)


def _read_file(path: Path, *, alone: bool) -> Iterator[Outcome]:
    try:
        with open_file(path) as incoming:
            yield from _read_incoming(incoming, sniff=alone or not incoming.suffix)
    except (OSError, EOFError, zlib.error) as error:
        yield unreadable(str(path), error)


def _read_incoming(incoming: Incoming, *, sniff: bool) -> Iterator[Outcome]:
    start = incoming.stream.peek(SNIFF_BYTES)[:SNIFF_BYTES]
    reader = _reader_for(incoming, start, sniff=sniff)
    if isinstance(reader, ArticleError):
        yield reader
    else:
        yield from reader.read(incoming)


def _reader_for(incoming: Incoming, start: bytes, *, sniff: bool) -> Reader | ArticleError:
    """By suffix, else by content; a file of another suffix inside a folder is named, not guessed at."""
    if not start:
        return ArticleError(
            "the file is empty",
            place=incoming.place,
            remedy="Give it an article, or leave it out",
        )
    known = [reader for reader in READERS if incoming.suffix in reader.suffixes]
    kind = binary_kind(start)
    if kind is not None:
        return ArticleError(
            f"{kind}, not text",
            place=incoming.place,
            value=start[:8],
            remedy=_formats(),
        )
    if known:
        return known[0]
    if not sniff:
        return ArticleError(
            "a kind of file that is not read",
            place=incoming.place,
            value=incoming.suffix,
            remedy=_formats(),
        )
    return next(reader for reader in READERS if reader.recognises(start))


def _formats() -> str:
    return "Give one of " + ", ".join(suffix for reader in READERS for suffix in reader.suffixes)


def _refuse_second_texts(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Names the second article where two of one run have the same id and different texts.

    Derived ids cannot clash, but all are kept: 100 bytes an article is little beside the register.
    """
    seen: dict[str, str] = {}
    for outcome in outcomes:
        if isinstance(outcome, Article):
            digest = text_digest(outcome.text)
            if seen.setdefault(outcome.id, digest) != digest:
                yield ArticleError(
                    "another article of this run has the same id and a different text",
                    place=outcome.place,
                    value=outcome.id,
                    remedy="Give each article an id of its own, or none",
                )
                continue
        yield outcome
