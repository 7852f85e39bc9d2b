"""The characters that no database keeps: halves of characters, and in PostgreSQL NUL, which so no register takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_BESIDE = 10


@dataclass(frozen=True, slots=True)
class Impossible:
    """What stands in a text that cannot be kept, and the words around it."""

    what: str
    words: str


def find_impossible(values: Iterable[object]) -> Impossible | None:
    """The first such character in the texts among some values, or None."""
    for value in values:
        if not isinstance(value, str):
            continue
        at = value.find("\x00")
        if at >= 0:
            return Impossible("a NUL, which is no character of a text", _around(value, at))
        if not value.isascii():
            try:
                value.encode("utf-8")
            except UnicodeEncodeError as error:
                return Impossible("half a surrogate pair, which is no character", _around(value, error.start))
    return None


def _around(text: str, at: int) -> str:
    return text[max(0, at - _BESIDE) : at + _BESIDE + 1]
