"""A part of a letter → its text, and how it was decoded."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from armswire.articles.decoding import Decoded, decode
from armswire.articles.reader import MAX_ARTICLE_BYTES
from armswire.errors import ArticleError


def part_bytes(part: Mapping[str, Any], place: str) -> bytes:
    """What the part holds. Raises ArticleError for more than an article ever has."""
    data = base64.b64decode(part["data"])
    if len(data) > MAX_ARTICLE_BYTES:
        raise ArticleError(f"larger than {MAX_ARTICLE_BYTES / 1e6:g} MB", place=place, remedy="No article is so long")
    return data


def part_text(part: Mapping[str, Any], place: str) -> Decoded:
    """The text and how it was read: by what the part names where its bytes bear it out. Raises ArticleError."""
    declared = {"letter": part["charset"]} if part["charset"] else {}
    decoded = decode(part_bytes(part, place), place, declared)
    return replace(decoded, text=_unflowed(part, decoded.text))


def _unflowed(part: Mapping[str, Any], text: str) -> str:
    """Lines that RFC 3676 lets end in a blank go on in the next; "-- " opens a signature."""
    text = text.replace("\r\n", "\n")
    if not part["flowed"]:
        return text
    lines: list[str] = []
    goes_on = False
    for given in text.split("\n"):
        line = given.removeprefix(" ")
        if goes_on and line != "-- ":
            lines[-1] += line
        else:
            lines.append(line)
        goes_on = line.endswith(" ") and line != "-- "
    return "\n".join(lines)
