"""How much an archive may hold, and the meter that counts it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from armswire.articles.archives.broken import BROKEN, tell_broken
from armswire.articles.unpacking import FREE_BYTES, MAX_RATIO
from armswire.errors import ArticleError


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """Members; bytes unpacked in all; bytes of the table of contents, and between two members of a tar.

    A year of a large agency is about 500,000 articles and 2 GB of text: ten times less than is let through.
    """

    members: int = 100_000
    unpacked: int = 20_000_000_000
    contents: int = 64_000_000
    header: int = 2_000_000


DEFAULT_LIMITS = ArchiveLimits()


class Budget:
    """What is left of an archive's limit, shared by its members. Raises ArticleError when it is used up."""

    def __init__(self, place: str, limits: ArchiveLimits) -> None:
        self._place, self._limits = place, limits
        self._left = limits.unpacked
        self._members = 0

    def take_member(self) -> None:
        """Counts a member, of which nothing is read where the bytes are used up."""
        self.take(0)
        self._members += 1
        if self._members > self._limits.members:
            raise ArticleError(
                f"more than {self._limits.members} members",
                place=self._place,
                remedy="Split the archive, or write JSON Lines: the rest was not read",
            )

    def take(self, size: int) -> None:
        """Counts bytes."""
        self._left -= size
        if self._left < 0:
            raise ArticleError(
                f"unpacks to more than {self._limits.unpacked / 1e9:g} GB",
                place=self._place,
                remedy="Split the archive: the rest was not read",
            )


class Metered(io.RawIOBase):
    """A member's bytes, counted. Reading raises ArticleError where it is broken, and for a bomb: what unfolds far."""

    def __init__(self, stream: Any, budget: Budget, place: str, packed_size: int | None) -> None:
        self._stream, self._budget, self._place, self._packed = stream, budget, place, packed_size
        self._given = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The next bytes; 0 at the end."""
        try:
            piece = self._stream.read(len(buffer))
        except BROKEN as error:
            raise tell_broken(self._place, error) from error
        buffer[: len(piece)] = piece
        self._given += len(piece)
        self._budget.take(len(piece))
        if self._packed is not None and self._given > FREE_BYTES and self._given > MAX_RATIO * max(self._packed, 1):
            raise ArticleError(
                f"unpacks to more than {MAX_RATIO} times its size",
                place=self._place,
                remedy="No news does: leave it out, or unpack it yourself and look",
            )
        return len(piece)
