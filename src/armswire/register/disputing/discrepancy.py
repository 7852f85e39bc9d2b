"""A question that claims of one transfer answer differently, and what the modules that find them have in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Item
from armswire.model.dispute import DisputeType
from armswire.model.ranges import Quantity
from armswire.register.witness import Witness, days_between

Sides = tuple[tuple[str, tuple[Witness, ...]], ...]
Pair = tuple[Witness, Witness]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A question and its sides, each with what it says in words and its claims.

    `open_answers` are the claims that take no side. `settled` says by what the question was settled, None where it
    is open; `left_open` says in words who leaves it open where nobody contradicts.
    """

    type: DisputeType
    question: str
    sides: Sides
    open_answers: tuple[Witness, ...] = ()
    settled: str | None = None
    left_open: str | None = None


def gather(told: Iterable[tuple[str, Witness]]) -> Sides:
    """Sides by what they say, each with its claims once, the first told first."""
    sides: dict[str, dict[str, Witness]] = {}
    for says, witness in told:
        sides.setdefault(says, {})[witness.claim.id] = witness
    return tuple((says, tuple(held.values())) for says, held in sides.items())


def all_of(pairs: Iterable[Pair]) -> list[Witness]:
    """The claims of some pairs, as `in_order`."""
    return in_order(chain.from_iterable(pairs))


def in_order(witnesses: Iterable[Witness]) -> list[Witness]:
    """Claims, each once: by the day of their articles, those of one article as they stand in it."""
    return sorted({witness.claim.id: witness for witness in witnesses}.values(), key=_place)


def _place(witness: Witness) -> tuple[str, str, int, str]:
    published, name = witness.order
    return published, witness.claim.document, witness.claim.evidence.start, name


def of_two_mouths(one: Witness, other: Witness) -> bool:
    """Of two articles, or of one on two speakers' words."""
    return one.claim.document != other.claim.document or one.claim.attribution != other.claim.attribution


def comparable(one: Witness, other: Witness, rules: EvidenceRules) -> bool:
    """Whether both are told of about the same time by two mouths: else another number is another package."""
    if not of_two_mouths(one, other) or one.time is None or other.time is None:
        return False
    return days_between(one.time, other.time) <= rules.days.other_amount.value


def same_thing(one: Item, other: Item) -> bool:
    """Whether two items of one category can be the same model."""
    return one.designation is None or other.designation is None or one.designation == other.designation


def same_counted(one: Witness, other: Witness) -> bool:
    """Whether both give the same number of the same thing."""
    return any(
        mine.ml == theirs.ml and same_thing(mine, theirs) and _same_number(mine.quantity, theirs.quantity)
        for mine in one.claim.items
        for theirs in other.claim.items
    )


def _same_number(one: Quantity | None, other: Quantity | None) -> bool:
    return one is not None and other is not None and (one.min, one.max) == (other.min, other.max)
