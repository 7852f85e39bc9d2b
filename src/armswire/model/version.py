"""Versions of an article: the texts that one address showed, one after the other, and how they differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from armswire.model.span import Span


@dataclass(frozen=True, slots=True)
class Outline:
    """What of an article's text is the article: `sentences` as spans of that text, headlines among them.

    `digest` is the SHA-256 of headline and cleaned text: two versions that share it differ in furniture alone.
    """

    digest: str
    sentences: tuple[Span, ...]


class Change(StrEnum):
    """How a version differs from the one before."""

    FIRST = "first"  # there is none before
    EDITED = "edited"
    REPLACED = "replaced"  # another text altogether: a front page, a page that rolls on
    UNCHANGED = "unchanged"  # only what stands round the article differs


class NoticeKind(StrEnum):
    """What an outlet says of a change."""

    CORRECTION = "correction"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Notice:
    """The outlet's own words on a change."""

    kind: NoticeKind
    text: str


class ClaimChange(StrEnum):
    """What a version did to a claim."""

    EDITED_AWAY = "edited_away"
    CAME_IN = "came_in"


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an address. `seen` is when it stood there, as far as is known: the moment at which it was fetched,
    in UTC, or the day of publication, or the moment at which it came into the register.

    `number` counts from 1, `previous` is the article before it.
    """

    document: str
    number: int
    seen: str
    change: Change
    previous: str | None = None
    notice: Notice | None = None

    @property
    def day(self) -> str:
        """The day of `seen`, as an ISO date; empty where that is not known."""
        return self.seen[:10]

    @property
    def is_made_of_previous(self) -> bool:
        """Whether it is the text before, changed or as it was; False for the first, and for another text."""
        return self.change in (Change.EDITED, Change.UNCHANGED)

    @property
    def is_silent(self) -> bool:
        """Whether the text was changed and the outlet does not say so."""
        return self.change is Change.EDITED and self.notice is None


@dataclass(frozen=True, slots=True)
class EditedAway:
    """What became of a claim that the newest version of its article does not tell any more: the version in which it is
    gone, and when that was `seen` (as in `Version`)."""

    version: str
    seen: str

    @property
    def day(self) -> str:
        """The day of `seen`, as an ISO date; empty where that is not known."""
        return self.seen[:10]


class PieceKind(StrEnum):
    """What became of words from one version to the next."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, and what became of them."""

    kind: PieceKind
    text: str


class PassageKind(StrEnum):
    """What became of sentences from one version to the next."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"  # some words of it


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that stand together and of which the same became, as pieces; one alone where it was changed."""

    kind: PassageKind
    pieces: tuple[Piece, ...]

    @property
    def sentences(self) -> int:
        """How many they are."""
        return 1 if self.kind is PassageKind.CHANGED else len(self.pieces)


@dataclass(frozen=True, slots=True)
class Difference:
    """How a version differs from the one before. `headline` is what became of its words, empty where it is the same.

    `is_cut` says that the texts are too long to be held against each other whole.
    """

    headline: tuple[Piece, ...]
    passages: tuple[Passage, ...]
    is_cut: bool = False

    def count(self, kind: PassageKind) -> int:
        """How many sentences were removed, added, changed or left as they were."""
        return sum(passage.sentences for passage in self.passages if passage.kind is kind)
