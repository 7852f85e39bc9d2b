"""What reconciling needs to know about articles, and everything that it finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from armswire.model.transfer import Dispute, Echo, Position, Transfer


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """An article without its text: where and when it appeared, and the sketch of its text."""

    id: str
    outlet: str | None = None
    published: date | None = None
    sketch: bytes = b""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that follows from the claims, each kind in a fixed order."""

    transfers: tuple[Transfer, ...]
    disputes: tuple[Dispute, ...]
    positions: tuple[Position, ...]
    echoes: tuple[Echo, ...]
