"""How far something has come, and how well that is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from armswire.model.claim import Certainty, Stage
from armswire.model.ranges import DateRange


class Standing(StrEnum):
    """What the evidence adds up to."""

    CONFIRMED = "confirmed"
    CORROBORATED = "corroborated"
    REPORTED = "reported"
    DISPUTED = "disputed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class StageRecord:
    """One stage of a transfer: when it happened, how sure, and on which claims it rests."""

    stage: Stage
    date: DateRange | None
    certainty: Certainty
    claims: tuple[str, ...]
