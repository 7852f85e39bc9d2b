"""What each actor says it will or will not do: its refusals, reversals and considerations, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from armswire.model.claim import Stage
from armswire.model.ranges import DateRange
from armswire.model.transfer import Position
from armswire.register.facts import UNDATED
from armswire.register.witness import Witness

STANCES = (Stage.CONSIDERATION, Stage.REFUSAL, Stage.REVERSAL)


@dataclass(frozen=True, slots=True, order=True)
class Stance:
    """One claim's word on what an actor will or will not do; the order is that in which positions are listed.

    `toward` is empty where the claim names no recipient; an unknown date comes last.
    """

    actor: str
    toward: str
    date_start: str
    date_end: str
    stage: str
    claim: str
    document: str


def find_stances(witnesses: Iterable[Witness]) -> Iterator[Stance]:
    """The stances that some claims take."""
    for witness in witnesses:
        claim = witness.claim
        if claim.stage in STANCES and witness.affirmed:
            start, end = _stance_date(witness)
            for actor in claim.supplier:
                for toward in claim.recipient or ("",):
                    yield Stance(actor, toward, start, end, claim.stage.value, claim.id, claim.document)


def gather_positions(stances: Iterable[Stance]) -> Iterator[Position]:
    """One position for each actor, recipient, date and stage, with all claims that say so; `stances` are sorted."""
    for (actor, toward, start, end, stage), held in groupby(
        stances, key=lambda one: (one.actor, one.toward, one.date_start, one.date_end, one.stage)
    ):
        dates = None if start == UNDATED else DateRange(date.fromisoformat(start), date.fromisoformat(end))
        claims = tuple(sorted({stance.claim for stance in held}))
        yield Position(actor, toward or None, dates, Stage(stage), claims)


def find_positions(witnesses: Iterable[Witness]) -> tuple[Position, ...]:
    """The positions that some claims tell of, in the order of actors and time."""
    return tuple(gather_positions(sorted(find_stances(witnesses))))


def _stance_date(witness: Witness) -> tuple[str, str]:
    """The claim's own date, or else the day of publication: a stance is known to be held on the day it is reported."""
    if witness.claim.date is not None:
        return witness.claim.date.start.isoformat(), witness.claim.date.end.isoformat()
    day = UNDATED if witness.published is None else witness.published.isoformat()
    return day, day
