"""What is told of one transfer when it is counted from a step on, and the numbers of its steps."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.ranges import Money, Quantity
from armswire.register.totals.intervals import Interval, greater
from armswire.register.totals.readings import Told, read_tellings
from armswire.register.totals.tellings import Telling
from armswire.register.witness import PROMISED

Number = tuple[Telling, Quantity | Money]


@dataclass(frozen=True, slots=True)
class Account:
    """What is told of a transfer when it is counted from a step on: `counted` tells of that step or a later one,
    `before` of steps from the promise on that came before, and of the goods alone."""

    counted: tuple[Telling, ...]
    before: tuple[Telling, ...]
    level: int

    @property
    def told(self) -> tuple[Telling, ...]:
        """All of it."""
        return (*self.counted, *self.before)


def open_account(tellings: Sequence[Telling], level: int) -> Account:
    """The tellings as they bear on what was done at a level or later."""
    counted = tuple(telling for telling in tellings if telling.place >= level and not telling.is_aside)
    before = tuple(telling for telling in tellings if telling.is_aside or PROMISED <= telling.place < level)
    return Account(counted, before, level)


def over_steps(told: Sequence[Number], rules: EvidenceRules, ceiling: float = math.inf) -> Interval:
    """The greatest of the steps: what was delivered is of what was promised."""
    steps: defaultdict[int, list[Number]] = defaultdict(list)
    for telling, number in told:
        steps[telling.place].append((telling, number))
    return reduce(greater, [_one_step(steps[place], rules, ceiling) for place in sorted(steps)])


def unless_unsure(interval: Interval, tellings: Sequence[Telling]) -> Interval:
    """An interval that some tellings tell of: perhaps nothing where none of them is certain."""
    if any(telling.is_certain for telling in tellings):
        return interval
    return interval.at_least(0, "told as probable or possible only")


def _one_step(told: Sequence[Number], rules: EvidenceRules, ceiling: float) -> Interval:
    readings = [
        Told(number, (telling.witness.claim.document, telling.witness.claim.attribution)) for telling, number in told
    ]
    return unless_unsure(read_tellings(readings, rules, ceiling), [telling for telling, _ in told])
