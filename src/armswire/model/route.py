"""The way that goods take: legs from hand to hand, the part of whoever stands between, and who gets them in the end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from armswire.model.standing import StageRecord, Standing


class Part(StrEnum):
    """What a go-between does with the goods."""

    BUYER = "buyer"
    TRANSIT = "transit"
    RE_EXPORTER = "re_exporter"
    NOT_TOLD = "not_told"


@dataclass(frozen=True, slots=True)
class Leg:
    """One stretch of the way, with what is told of it alone.

    Who hands over and who takes over are actors that claims name together (a state and its firm, three states that
    give jointly); empty where nobody says who. `claims` name the leg; those of them that tell of a step on it are in
    `stages`. `standing` is judged as that of a whole transfer, on `standing_claims`, among which can be claims of
    other legs that speak against this one.
    """

    sender: tuple[str, ...]
    receiver: tuple[str, ...]
    stages: tuple[StageRecord, ...]
    standing: Standing
    standing_reason: str
    standing_claims: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoBetween:
    """One part that somebody on the way plays, why it is read so, and in which claims; several parts are several."""

    actor: str
    part: Part
    reason: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EndUser:
    """Who gets it in the end, as one side states it: on whose word, in which terms where there are any."""

    actor: str
    on_whose_word: tuple[str, ...]
    terms: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """The whole way of a transfer; legs from the supplier on, end users in the order in which they were told."""

    legs: tuple[Leg, ...] = ()
    parts: tuple[GoBetween, ...] = ()
    end_users: tuple[EndUser, ...] = ()


NO_ROUTE = Route()


class BackfillSide(StrEnum):
    """Which of two transfers that a backfill links."""

    GIFT = "gift"  # A gives to B
    REFILL = "refill"  # C gives to A, since A gave to B


@dataclass(frozen=True, slots=True)
class Backfill:
    """A transfer is one side of a backfill; `other` is the transfer on the other side.

    `giver` is who gave something away and is refilled. `other` is None where it is told that gaps are filled, and not
    by which gift they came.
    """

    side: BackfillSide
    giver: tuple[str, ...]
    other: str | None
    claims: tuple[str, ...]
