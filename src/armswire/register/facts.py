"""What reconciling needs to know about articles, and everything that it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from armswire.model.dispute import Dispute
from armswire.model.origin import Precedence, Sign
from armswire.model.position import Position
from armswire.model.sourcing import NO_SOURCING, Sourcing
from armswire.model.transfer import Echo, Transfer

# The day of an article whose day is not known: after all others.
UNDATED = "9999-12-31"


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """An article without its text: where and when it appeared, a sketch of it, and where it has its news from.

    `retrieved` is the moment at which it was fetched, as `arrival.write_moment` writes it.
    """

    id: str
    outlet: str | None = None
    published: date | None = None
    sketch: bytes = b""
    sourcing: Sourcing = NO_SOURCING
    retrieved: str | None = None

    @property
    def day(self) -> str:
        """The day of publication as a word that sorts."""
        return UNDATED if self.published is None else self.published.isoformat()

    @property
    def rank(self) -> tuple[str, str]:
        """By which the first of several articles is told: day of publication and id.

        On the same day whoever credits others comes after them, and what was fetched later after what was fetched
        earlier. When it came into the register does not count: that tells who added it.
        """
        when = f"{self.day}+" if self.is_taken else self.day
        return (when if self.retrieved is None else f"{when} {self.retrieved}", self.id)

    @property
    def is_taken(self) -> bool:
        """Whether a credit line says that it is from others."""
        return any(credit.taken and not credit.above for credit in self.sourcing.credits)

    def precedes_by(self, other: ArticleFacts) -> Precedence:
        """By what it is known that this article came before another one of a higher rank."""
        if self.day != other.day:
            return Precedence.DAY
        if self.is_taken != other.is_taken:
            return Precedence.CREDIT
        if self.retrieved is not None and other.retrieved is not None and self.retrieved != other.retrieved:
            return Precedence.RETRIEVED
        return Precedence.UNKNOWN


@dataclass(frozen=True, slots=True, order=True)
class Retelling:
    """A claim that retells the report of another outlet: an article of the register by id, or the outlet by name.

    `outlet` is the outlet's name as the article writes it, empty where only the words that both quote tell of it.
    """

    document: str
    claim: str
    report: str
    sign: Sign
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What follows from some claims; `neighbourhoods` gives for each claim the first one of its neighbourhood."""

    transfers: tuple[Transfer, ...]
    disputes: tuple[Dispute, ...]
    retellings: tuple[Retelling, ...]
    neighbourhoods: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that follows from the claims, each kind in a fixed order."""

    transfers: tuple[Transfer, ...]
    disputes: tuple[Dispute, ...]
    positions: tuple[Position, ...]
    echoes: tuple[Echo, ...]
