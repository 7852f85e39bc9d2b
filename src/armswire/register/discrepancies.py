"""Claims of one transfer that tell one event differently: other numbers, dates, models, stages or reasons.

All are cautious: only claims of one stage, of different articles or on different words, are held against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Certainty, Item, Stage
from armswire.model.ranges import Quantity, describe_range
from armswire.model.transfer import DisputeType
from armswire.register.denials import is_assertion
from armswire.register.origins import Origins
from armswire.register.phrasing import describe_item, list_actors, list_items, unmarked
from armswire.register.separation import is_slip, other_items, quantities_meet, same_unit
from armswire.register.witness import Witness, days_between, tell_one_report

Sides = tuple[tuple[str, tuple[Witness, ...]], ...]

# Stages that happen on a day, so that two days for one of them cannot both be right.
_DATED_ONCE = frozenset({Stage.AGREEMENT, Stage.APPROVAL, Stage.DELIVERY})
_GIVEN_REASONS = frozenset({Stage.REFUSAL, Stage.HALT})
_WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A question and its sides, each with what it says in words and its claims."""

    type: DisputeType
    question: str
    sides: Sides


def find_discrepancies(members: Sequence[Witness], origins: Origins, rules: EvidenceRules) -> Iterator[Discrepancy]:
    """All discrepancies among the claims of a transfer, in a fixed order."""
    asserted = [witness for witness in members if is_assertion(witness)]
    for stage in Stage:
        same = [witness for witness in asserted if witness.claim.stage is stage]
        yield from _find_quantities(same, rules)
        yield from _find_models(same, rules)
        yield from _find_slips(same, rules)
        if stage in _DATED_ONCE:
            yield from _find_dates(same, rules)
        if stage in _GIVEN_REASONS:
            given = [witness for witness in members if witness.affirmed and witness.claim.stage is stage]
            yield from _find_reasons(given, rules)
    yield from _find_drift(asserted, origins, rules)


def _find_quantities(members: Sequence[Witness], rules: EvidenceRules) -> Iterator[Discrepancy]:
    """How many of one thing, where the ranges do not meet."""
    counted = [(witness, item, item.quantity) for witness in members for item in witness.claim.items if item.quantity]
    for ml in sorted({item.ml for _, item, _ in counted}):
        of_kind = [(witness, item, number) for witness, item, number in counted if item.ml == ml]
        against = [
            (one, other)
            for one, other in combinations(of_kind, 2)
            if _comparable(one[0], other[0], rules)
            and _same_thing(one[1], other[1])
            and same_unit(one[2], other[2])
            and not quantities_meet(one[2], other[2], rules)
        ]
        told = {id(entry): entry for pair in against for entry in pair}
        if told:
            entries = sorted(told.values(), key=lambda entry: entry[0].order)
            sides = _gather((_range(number), witness) for witness, _, number in entries)
            yield Discrepancy(DisputeType.QUANTITY, f"How many {describe_item(entries[0][1])} are meant?", sides)


def _find_models(members: Sequence[Witness], rules: EvidenceRules) -> Iterator[Discrepancy]:
    """Which model, where the number is the same and the designations are not."""
    for one, other in combinations(members, 2):
        for mine in one.claim.items:
            for theirs in other.claim.items:
                if (
                    mine.ml == theirs.ml
                    and mine.designation is not None
                    and theirs.designation is not None
                    and mine.designation not in other.models.get(mine.ml, ())
                    and theirs.designation not in one.models.get(mine.ml, ())
                    and mine.quantity is not None
                    and theirs.quantity is not None
                    and quantities_meet(mine.quantity, theirs.quantity, rules)
                    and _comparable(one, other, rules)
                ):
                    sides = _gather([(unmarked(mine.designation), one), (unmarked(theirs.designation), other)])
                    yield Discrepancy(DisputeType.ITEM, "Which model is meant?", sides)
                    return


def _find_slips(members: Sequence[Witness], rules: EvidenceRules) -> Iterator[Discrepancy]:
    """What, where two tellings of one report name things of other kinds: one of them must have changed it."""
    against = [pair for pair in combinations(members, 2) if other_items(*pair) and is_slip(*pair, rules)]
    told = sorted({witness.claim.id: witness for pair in against for witness in pair}.values(), key=_by_order)
    if told:
        sides = _gather((list_items(witness), witness) for witness in told)
        yield Discrepancy(DisputeType.ITEM, f"What is meant: {' or '.join(says for says, _ in sides)}?", sides)


def _find_dates(members: Sequence[Witness], rules: EvidenceRules) -> Iterator[Discrepancy]:
    """When, where the number of the same thing shows that one event is meant."""
    against = [
        pair
        for pair in combinations([witness for witness in members if witness.dated], 2)
        if _of_two_mouths(*pair) and _same_counted(*pair) and _days(*pair) > rules.days.same_date.value
    ]
    told = sorted({witness.claim.id: witness for pair in against for witness in pair}.values(), key=_by_order)
    if told:
        sides = _gather((_dates(witness), witness) for witness in told)
        yield Discrepancy(DisputeType.DATE, f"When was the {told[0].claim.stage.value}?", sides)


def _find_reasons(members: Sequence[Witness], rules: EvidenceRules) -> Iterator[Discrepancy]:
    """Why not, where the reasons given share hardly a word."""
    given = [witness for witness in members if witness.claim.reason]
    against = [
        pair
        for pair in combinations(given, 2)
        if _of_two_mouths(*pair) and _overlap(pair[0].claim.reason, pair[1].claim.reason) < rules.reason_overlap.value
    ]
    told = sorted({witness.claim.id: witness for pair in against for witness in pair}.values(), key=_by_order)
    if told:
        who = list_actors(actor for witness in told for actor in witness.claim.supplier)
        sides = _gather((unmarked(witness.claim.reason or ""), witness) for witness in told)
        yield Discrepancy(
            DisputeType.REASON, f"What is the reason for the {told[0].claim.stage.value} by {who}?", sides
        )


def _find_drift(members: Sequence[Witness], origins: Origins, rules: EvidenceRules) -> Iterator[Discrepancy]:
    """Done or only to come, where two articles retell one report: one of them must have changed it."""
    told = [
        witness
        for witness in members
        if witness.claim.stage in (Stage.PLEDGE, Stage.DELIVERY) and witness.claim.certainty is Certainty.CERTAIN
    ]
    against = [
        pair
        for pair in combinations(told, 2)
        if pair[0].claim.stage is not pair[1].claim.stage
        and pair[0].claim.document != pair[1].claim.document
        and (tell_one_report(*pair, rules) or _have_one_origin(*pair, origins, rules))
        and not _tells_both(pair, told)
    ]
    held = sorted({witness.claim.id: witness for pair in against for witness in pair}.values(), key=_by_order)
    if held:
        words = {Stage.PLEDGE: "still to come", Stage.DELIVERY: "done or under way"}
        sides = _gather((words[witness.claim.stage], witness) for witness in held)
        yield Discrepancy(DisputeType.STAGE, "Is the delivery done, or still to come?", sides)


def _have_one_origin(one: Witness, other: Witness, origins: Origins, rules: EvidenceRules) -> bool:
    """Whether both pass on the same word, said within the days in which a report is retold."""
    if not one.claim.attribution or not other.claim.attribution or origins.key(one) != origins.key(other):
        return False
    return _published_within(one, other, days=rules.days.echo_drift.value)


def _tells_both(pair: tuple[Witness, Witness], told: Sequence[Witness]) -> bool:
    """Whether one of the two articles tells of a promise and of a delivery too: then it knows the difference."""
    stages = [{other.claim.stage for other in told if other.claim.document == one.claim.document} for one in pair]
    return any(len(found) > 1 for found in stages)


def _comparable(one: Witness, other: Witness, rules: EvidenceRules) -> bool:
    if not _of_two_mouths(one, other) or one.time is None or other.time is None:
        return False
    return days_between(one.time, other.time) <= rules.days.other_amount.value


def _of_two_mouths(one: Witness, other: Witness) -> bool:
    return one.claim.document != other.claim.document or one.claim.attribution != other.claim.attribution


def _same_thing(one: Item, other: Item) -> bool:
    return one.designation is None or other.designation is None or one.designation == other.designation


def _same_counted(one: Witness, other: Witness) -> bool:
    return any(
        mine.ml == theirs.ml and _same_thing(mine, theirs) and _same_number(mine.quantity, theirs.quantity)
        for mine in one.claim.items
        for theirs in other.claim.items
    )


def _same_number(one: Quantity | None, other: Quantity | None) -> bool:
    return one is not None and other is not None and (one.min, one.max) == (other.min, other.max)


def _published_within(one: Witness, other: Witness, *, days: float) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) <= days


def _days(one: Witness, other: Witness) -> int:
    return 0 if one.time is None or other.time is None else days_between(one.time, other.time)


def _overlap(one: str | None, other: str | None) -> float:
    mine, theirs = (set(_WORD.findall((one or "").casefold())), set(_WORD.findall((other or "").casefold())))
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 1.0


def _range(quantity: Quantity) -> str:
    words = describe_range(quantity.min, quantity.max, approximate=quantity.approximate)
    return words if quantity.unit is None else f"{words} {unmarked(quantity.unit)}"


def _dates(witness: Witness) -> str:
    dates = witness.claim.date
    if dates is None:
        return "not dated"
    first, last = dates.start.isoformat(), dates.end.isoformat()
    return first if first == last else f"{first} to {last}"


def _by_order(witness: Witness) -> tuple[str, str]:
    return witness.order


def _gather(told: Iterable[tuple[str, Witness]]) -> Sides:
    """Sides by what they say, each with its claims once, the first told first."""
    sides: dict[str, dict[str, Witness]] = {}
    for says, witness in told:
        sides.setdefault(says, {})[witness.claim.id] = witness
    return tuple((says, tuple(held.values())) for says, held in sides.items())
