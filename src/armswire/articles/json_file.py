"""JSON Lines, or one JSON value with an object or a list of them → an article for each object."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from io import BufferedReader
from typing import Any, NoReturn

from armswire.articles.reader import MAX_ARTICLE_BYTES, Incoming, Outcome
from armswire.articles.whole_file import read_whole
from armswire.errors import ArticleError
from armswire.model.article import Article
from armswire.model.identity import text_digest

Make = Callable[[object, str, str], Article]
"""A JSON value, the SHA-256 of what it came in as, and its place → its article. Raises ArticleError."""

MAX_JSON_FILE_BYTES = 50_000_000
"""Largest file that is one JSON value: it has to be held as a whole. JSON Lines has no limit but that of each line."""

_SHOWN_BYTES = 40
"""How much of a line that is too long a message shows: enough to find it by."""

_BOM = b"\xef\xbb\xbf"


def opens_json(start: bytes) -> bool:
    """Whether an object or a list of objects opens it."""
    head = start.removeprefix(_BOM).lstrip()
    return head.startswith(b"{") or (head.startswith(b"[") and head[1:].lstrip().startswith(b"{"))


def read_json(incoming: Incoming, make: Make) -> Iterator[Outcome]:
    """Each article, or why there is none, in the order of the file."""
    if incoming.suffix in (".jsonl", ".ndjson") or _opens_with_whole_line(incoming.stream):
        yield from _read_lines(incoming, make)
    else:
        yield from _read_value(incoming, make)


def _opens_with_whole_line(stream: BufferedReader[Any]) -> bool:
    """Whether the first line is a JSON value of its own, or too long to tell: then it is JSON Lines."""
    start = stream.peek(1)
    line, newline, rest = start.partition(b"\n")
    if not newline or not rest.strip():
        return False
    try:
        return isinstance(_parse(line.removeprefix(_BOM).decode("utf-8"), ""), dict)
    except (ArticleError, UnicodeDecodeError):
        return False


def _read_lines(incoming: Incoming, make: Make) -> Iterator[Outcome]:
    found = False
    for number, line, start in _numbered_lines(incoming.stream):
        place = f"{incoming.place}, line {number}"
        found = True
        try:
            if line is None:
                raise ArticleError(
                    f"the line is longer than {MAX_ARTICLE_BYTES / 1e6:g} MB",
                    place=place,
                    value=start,
                    remedy="Write one article a line",
                )
            value = _parse(_decode(line, place), place)
            yield make(value, hashlib.sha256(line).hexdigest(), place)
        except ArticleError as error:
            yield error
    if not found:
        yield ArticleError(
            "no article in it",
            place=incoming.place,
            remedy="Write one JSON object a line",
        )


def _numbered_lines(stream: BufferedReader[Any]) -> Iterator[tuple[int, bytes | None, bytes]]:
    """Each line that is not blank with its number from 1, and how it begins.

    None stands for a line over the limit, which is never held.
    """
    number = 0
    while line := stream.readline(MAX_ARTICLE_BYTES + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_BOM)
        if len(line) > MAX_ARTICLE_BYTES and not line.endswith(b"\n"):
            _skip_line(stream)
            yield number, None, line[:_SHOWN_BYTES]
        elif stripped := line.strip(b" \t\r\n"):
            yield number, stripped, stripped[:_SHOWN_BYTES]


def _skip_line(stream: BufferedReader[Any]) -> None:
    while (part := stream.readline(1 << 20)) and not part.endswith(b"\n"):
        pass


def _read_value(incoming: Incoming, make: Make) -> Iterator[Outcome]:
    try:
        data = read_whole(
            incoming,
            MAX_JSON_FILE_BYTES,
            remedy="Write JSON Lines: one article a line, in a .jsonl file",
        )
        text = _decode(data.removeprefix(_BOM), incoming.place)
        value = _parse(text, incoming.place, "Mend it there, or write JSON Lines: one object a line")
    except ArticleError as error:
        yield error
        return
    if not isinstance(value, list):
        yield _outcome(make, value, hashlib.sha256(data).hexdigest(), incoming.place)
        return
    if not value:
        yield ArticleError(
            "no article in it",
            place=incoming.place,
            remedy="Put an article into the list",
        )
    for number, item in enumerate(value, start=1):
        digest = text_digest(json.dumps(item, ensure_ascii=False, sort_keys=True))
        yield _outcome(make, item, digest, f"{incoming.place}, item {number}")


def _outcome(make: Make, value: object, sha256: str, place: str) -> Outcome:
    try:
        return make(value, sha256, place)
    except ArticleError as error:
        return error


def _decode(data: bytes, place: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"invalid UTF-8 at byte {error.start + 1}",
            place=place,
            value=data[max(0, error.start - 10) : error.start + 10],
            remedy="Write the file as UTF-8",
        ) from error


def _parse(text: str, place: str, remedy: str = "Write one JSON object a line") -> object:
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        at = f"column {error.colno}" if "\n" not in text else f"line {error.lineno}, column {error.colno}"
        raise ArticleError(
            f"broken JSON at {at}: {error.msg}",
            place=place,
            value=text[max(0, error.pos - 20) : error.pos + 20],
            remedy=remedy,
        ) from error
    except RecursionError as error:
        raise ArticleError(
            "JSON nested too deeply",
            place=place,
            remedy="Write the article as a flat object",
        ) from error
    except ValueError as error:
        raise ArticleError(f"JSON that cannot be used: {error}", place=place, remedy="Mend the value") from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")
