"""The bytes of a CSV file → its lines as text, each bounded; how a line was decoded is told beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import Any

from armswire.articles.decoding import decode
from armswire.articles.reader import MAX_ARTICLE_BYTES, Incoming
from armswire.articles.whole_file import read_whole
from armswire.errors import ArticleError
from armswire.lexicon.code_tables import UTF_8, decode_whole, table_named

MAX_WHOLE_CSV_BYTES = 50_000_000
"""Largest file in UTF-16 or with the ends of lines of old Macs: it has to be held as a whole. Others have no limit."""
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_BOM = b"\xef\xbb\xbf"
_OLD_END = re.compile(rb"[^\r\n]*\r(?!\n)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its end, its number from 1, its bytes, and by which encoding it was guessed (None for UTF-8).

    `text` is None for a line that is too long to be held, or in no known encoding; `problem` then says so.
    """

    number: int
    text: str | None
    data: bytes
    guess: str | None = None
    problem: str = ""


def read_lines(incoming: Incoming) -> Iterator[Line]:
    """The lines in order. Raises ArticleError where a file that must be held as a whole is too large or no text."""
    start = incoming.stream.peek(1)
    if start.startswith(_WIDE) or _OLD_END.match(start):
        return _held(incoming)
    return _streamed(incoming.stream)


def _held(incoming: Incoming) -> Iterator[Line]:
    data = read_whole(incoming, MAX_WHOLE_CSV_BYTES, remedy="Save it as UTF-8")
    decoded = decode(data, incoming.place)
    for number, found in enumerate(_LINE.finditer(decoded.text.removeprefix("\ufeff")), start=1):
        text = found.group()
        yield Line(number, text, text.encode("utf-8", "replace"), decoded.guess)


def _streamed(stream: BufferedReader[Any]) -> Iterator[Line]:
    fallback = _fallback(stream.peek(1))
    number = 0
    while data := stream.readline(MAX_ARTICLE_BYTES + 1):
        number += 1
        if len(data) > MAX_ARTICLE_BYTES and not data.endswith(b"\n"):
            while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
                pass
            yield Line(number, None, data[:40], problem=f"the line is longer than {MAX_ARTICLE_BYTES / 1e6:g} MB")
            continue
        yield _decoded(number, data.removeprefix(_BOM) if number == 1 else data, fallback)


def _fallback(start: bytes) -> str | None:
    """The table of a file whose first bytes are not UTF-8; None where they are, or where none fits all of them."""
    whole = start[: start.rfind(b"\n") + 1]
    try:
        table = table_named(decode(whole, "").table)
    except ArticleError:
        return None
    return None if table in (None, UTF_8) or decode_whole(table, whole) is None else table


def _decoded(number: int, data: bytes, fallback: str | None) -> Line:
    try:
        return Line(number, data.decode("utf-8"), data)
    except UnicodeDecodeError:
        pass
    if fallback is not None and (text := decode_whole(fallback, data)) is not None:
        return Line(number, text, data, fallback)
    try:
        decoded = decode(data, "")
    except ArticleError:
        return Line(number, None, data[:40], problem="the text cannot be decoded: no known encoding fits")
    return Line(number, decoded.text, data, decoded.guess)
