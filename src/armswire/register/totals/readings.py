"""One number out of several tellings of it: what was told as one step of one transfer, of one thing."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.ranges import Money, Quantity, describe_range
from armswire.register.separation import quantities_meet
from armswire.register.totals.intervals import Interval, add, greater, hull

Number: TypeAlias = Quantity | Money
Mouth = tuple[object, ...]  # an article and the chain of its word: what one mouth says is all true


@dataclass(frozen=True, slots=True)
class Told:
    """A number and whose telling of it this is."""

    number: Number
    mouth: Mouth


def read_number(number: Number, rules: EvidenceRules) -> Interval:
    """What a number can be: "about 100" is up to a share less or more, a range is what it says."""
    words = describe_range(number.min, number.max, approximate=number.approximate)
    if number.min < number.max:
        return Interval(number.min, number.max).doubted(f"told as {words}")
    if not number.approximate:
        return Interval(number.min, number.max)
    share = rules.approximate_share.value
    least, most = math.floor(number.min * (1 - share)), math.ceil(number.max * (1 + share))
    return Interval(least, most).doubted(f"{words}: up to {share:.0%} less or more")


def read_tellings(told: Sequence[Told], rules: EvidenceRules, ceiling: float = math.inf) -> Interval:
    """The number that several tellings of one step come to; `ceiling` is how much was promised.

    Tellings that can be the same number are one number, the most exact of them. Other numbers on one mouth are parts,
    or one counts the other in: the greatest to all together. Other numbers on other mouths exclude each other.
    """
    kinds = _group(told, rules)
    mouths: defaultdict[Mouth, set[int]] = defaultdict(set)
    for kind, members in enumerate(kinds):
        for member in members:
            mouths[member.mouth].add(kind)
    sets = {frozenset(kinds) for kinds in mouths.values()}
    fullest = sorted((one for one in sets if not any(one < other for other in sets)), key=sorted)
    counts = [_count([read_number(kinds[kind][0].number, rules) for kind in sorted(held)], ceiling) for held in fullest]
    if len(counts) == 1:
        return counts[0]
    words = sorted({_words(kinds[kind][0].number) for held in fullest for kind in held})
    return hull(counts).doubted(f"reports differ: {' or '.join(words)}")


def _count(parts: Sequence[Interval], ceiling: float) -> Interval:
    if len(parts) == 1:
        return parts[0]
    together = add(parts)
    whole = parts[0]
    for part in parts[1:]:
        whole = greater(whole, part)
    interval = Interval(whole.least, together.most, whole.why_least, together.why_most)
    interval = interval.doubted("told of in parts, of which one may count the other in")
    return interval.at_most(ceiling, "no more than was promised")


def _group(told: Sequence[Told], rules: EvidenceRules) -> list[list[Told]]:
    """Tellings that can be the same number, the most exact first."""
    groups: list[list[Told]] = []
    for one in sorted(told, key=lambda one: (one.number.approximate, _width(one.number), -one.number.max)):
        home = next((group for group in groups if quantities_meet(group[0].number, one.number, rules)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _width(number: Number) -> float:
    return (number.max - number.min) / number.max if number.max else 0.0


def _words(number: Number) -> str:
    return describe_range(number.min, number.max, approximate=number.approximate)
