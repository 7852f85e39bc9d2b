"""One thing in a register that is not as it should be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What sort of fault it is."""

    UNREADABLE = "unreadable"  # a row cannot be decoded, or not be worked with
    TEXT = "text"  # an article's text is not the one that came in
    QUOTE = "quote"  # an offset does not lead to the words that it is to quote
    ID = "id"  # an id does not come from the content
    COLUMN = "column"  # what is stored twice differs
    ORPHAN = "orphan"  # a row belongs to something that is not there
    DERIVED = "derived"  # what follows from the claims is not what is stored


@dataclass(frozen=True, slots=True)
class Fault:
    """Which `record` is at fault (an id, or the key of a row), in which `place`, how, and what to do about it."""

    kind: FaultKind
    record: str
    place: str
    problem: str
    remedy: str


RESTORE = "Restore the register from a copy, or add the articles again into a new register"
REBUILD = "Run 'armswire check --rebuild': it works out anew what follows from the claims"


def shorten(words: str, limit: int = 60) -> str:
    """Words on one line, cut where they are many."""
    flat = " ".join(words.split())
    return flat if len(flat) <= limit else flat[: limit - 3] + "..."
