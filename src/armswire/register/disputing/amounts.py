"""How many, and of which model: numbers that do not meet, and one number of two models."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.dispute import DisputeType
from armswire.model.ranges import Quantity, describe_range
from armswire.register.disputing.discrepancy import Discrepancy, comparable, gather, same_thing
from armswire.register.phrasing import describe_item, unmarked
from armswire.register.separation import quantities_meet, same_unit
from armswire.register.witness import Witness


def find_quantities(members: Sequence[Witness], rules: EvidenceRules) -> Iterator[Discrepancy]:
    """How many of one thing, where the ranges do not meet. `members` assert one stage."""
    counted = [(witness, item, item.quantity) for witness in members for item in witness.claim.items if item.quantity]
    for ml in sorted({item.ml for _, item, _ in counted}):
        of_kind = [(witness, item, number) for witness, item, number in counted if item.ml == ml]
        against = [
            (one, other)
            for one, other in combinations(of_kind, 2)
            if comparable(one[0], other[0], rules)
            and same_thing(one[1], other[1])
            and same_unit(one[2], other[2])
            and not quantities_meet(one[2], other[2], rules)
        ]
        told = {id(entry): entry for pair in against for entry in pair}
        if told:
            entries = sorted(told.values(), key=lambda entry: entry[0].order)
            sides = gather((_range(number), witness) for witness, _, number in entries)
            yield Discrepancy(DisputeType.QUANTITY, f"How many {describe_item(entries[0][1])} are meant?", sides)


def find_models(members: Sequence[Witness], rules: EvidenceRules) -> Iterator[Discrepancy]:
    """Which model, where the number is the same and the designations are not. `members` assert one stage."""
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
                    and comparable(one, other, rules)
                ):
                    sides = gather([(unmarked(mine.designation), one), (unmarked(theirs.designation), other)])
                    yield Discrepancy(DisputeType.ITEM, "Which model is meant?", sides)
                    return


def _range(quantity: Quantity) -> str:
    words = describe_range(quantity.min, quantity.max, approximate=quantity.approximate)
    return words if quantity.unit is None else f"{words} {unmarked(quantity.unit)}"
