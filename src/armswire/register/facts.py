"""What reconciling needs to know about articles, and everything that it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from armswire.model.position import Position
from armswire.model.transfer import Dispute, Echo, Transfer

# The day of an article whose day is not known: after all others.
UNDATED = "9999-12-31"


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """An article without its text: where and when it appeared, and the sketch of its text."""

    id: str
    outlet: str | None = None
    published: date | None = None
    sketch: bytes = b""

    @property
    def rank(self) -> tuple[str, str]:
        """By which the first of several articles is told: day of publication and id."""
        return (UNDATED if self.published is None else self.published.isoformat(), self.id)


@dataclass(frozen=True, slots=True, order=True)
class Retelling:
    """A claim that retells the report of another outlet: an article of the register by id, or the outlet by name."""

    document: str
    claim: str
    report: str


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
