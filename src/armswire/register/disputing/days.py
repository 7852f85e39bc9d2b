"""When: two days for one event that happens once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.dispute import DisputeType
from armswire.register.disputing.discrepancy import Discrepancy, all_of, gather, of_two_mouths, same_counted
from armswire.register.witness import Witness, days_between

# Stages that happen on a day, so that two days for one of them cannot both be right.
DATED_ONCE = frozenset({Stage.AGREEMENT, Stage.APPROVAL, Stage.DELIVERY})


def find_dates(members: Sequence[Witness], rules: EvidenceRules) -> Iterator[Discrepancy]:
    """When, where the number of the same thing shows that one event is meant. `members` assert one stage."""
    against = [
        pair
        for pair in combinations([witness for witness in members if witness.dated], 2)
        if of_two_mouths(*pair) and same_counted(*pair) and _days(*pair) > rules.days.same_date.value
    ]
    told = all_of(against)
    if told:
        sides = gather((_dates(witness), witness) for witness in told)
        yield Discrepancy(DisputeType.DATE, f"When was the {told[0].claim.stage.value}?", sides)


def _days(one: Witness, other: Witness) -> int:
    return 0 if one.time is None or other.time is None else days_between(one.time, other.time)


def _dates(witness: Witness) -> str:
    dates = witness.claim.date
    if dates is None:
        return "not dated"
    first, last = dates.start.isoformat(), dates.end.isoformat()
    return first if first == last else f"{first} to {last}"
