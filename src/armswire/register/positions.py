"""What each actor says it will or will not do: its refusals, reversals and considerations, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from armswire.model.claim import Stage
from armswire.model.ranges import DateRange
from armswire.model.transfer import Position
from armswire.register.witness import Witness

STANCES = (Stage.CONSIDERATION, Stage.REFUSAL, Stage.REVERSAL)


def find_positions(witnesses: Iterable[Witness]) -> tuple[Position, ...]:
    """One position for each actor, recipient, stage and date, with all claims that say so, in the order of time."""
    held: defaultdict[tuple[str, str | None, DateRange | None, Stage], list[str]] = defaultdict(list)
    for witness in witnesses:
        claim = witness.claim
        if claim.stage in STANCES and witness.affirmed:
            for actor in claim.supplier:
                for toward in claim.recipient or (None,):
                    held[actor, toward, _stance_date(witness), claim.stage].append(claim.id)
    positions = [Position(*key, claims=tuple(sorted(set(claims)))) for key, claims in held.items()]
    return tuple(sorted(positions, key=_order))


def _stance_date(witness: Witness) -> DateRange | None:
    if witness.claim.date is not None or witness.published is None:
        return witness.claim.date
    return DateRange(witness.published, witness.published)


def _order(position: Position) -> tuple[str, str, str, str, str]:
    dates = ("9999-12-31", "9999-12-31")
    if position.date is not None:
        dates = (position.date.start.isoformat(), position.date.end.isoformat())
    return position.actor, position.toward or "", *dates, position.stage.value
