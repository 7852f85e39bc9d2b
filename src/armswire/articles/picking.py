"""An opened input → the reader that answers for it, and what that reads."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

from armswire.articles.decoding import binary_kind
from armswire.articles.reader import Incoming, Outcome, Reader
from armswire.articles.sources import unreadable
from armswire.errors import ArticleError

SNIFF_BYTES = 4096
"""How much of a file is looked at to tell its format: more than any prologue of a page, less than a buffer."""


def read_incoming(incoming: Incoming, readers: Sequence[Reader], *, sniff: bool) -> Iterator[Outcome]:
    """What the reader for this input reads; with `sniff`, told by its content where its name says nothing.

    What the system or a packing does not let us read becomes an ArticleError at the end of what was read before.
    """
    try:
        start = incoming.stream.peek(SNIFF_BYTES)[:SNIFF_BYTES]
        yield from _pick(incoming, start, readers, sniff=sniff).read(incoming)
    except ArticleError as error:
        yield error
    except (OSError, EOFError, zlib.error) as error:
        yield unreadable(incoming.place, error)


def formats(readers: Sequence[Reader]) -> str:
    """What to give instead, in words."""
    suffixes = dict.fromkeys(suffix for reader in readers for suffix in reader.suffixes)
    return "Give one of " + ", ".join(suffixes)


def _pick(incoming: Incoming, start: bytes, readers: Sequence[Reader], *, sniff: bool) -> Reader:
    """By suffix, else by content; a file of another suffix inside a folder is named, not guessed at."""
    if not start:
        raise ArticleError("the file is empty", place=incoming.place, remedy="Give it an article, or leave it out")
    known = [reader for reader in readers if incoming.suffix in reader.suffixes]
    wanted = known or (readers if sniff else ())
    reader = next((one for one in wanted if one.recognises(start)), known[-1] if known else None)
    kind = binary_kind(start)
    if kind is not None and (reader is None or not reader.is_binary):
        raise ArticleError(f"{kind}, not text", place=incoming.place, value=start[:8], remedy=formats(readers))
    if reader is None:
        raise ArticleError(
            "a kind of file that is not read", place=incoming.place, value=incoming.suffix, remedy=formats(readers)
        )
    return reader
