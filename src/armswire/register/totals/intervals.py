"""Arithmetic of least and most, each with the reasons that make it uncertain. The most is infinite where unknown."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from armswire.model.total import Bound

Why = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """From `least` to `most`, and why either is uncertain; no reason, no doubt."""

    least: float
    most: float
    why_least: Why = ()
    why_most: Why = ()

    def __post_init__(self) -> None:
        if self.least > self.most:
            raise ValueError(f"an interval needs least <= most, got {self.least} to {self.most}")

    def doubted(self, why: str) -> Interval:
        """The same numbers, both uncertain for one more reason."""
        return replace(self, why_least=join_whys(self.why_least, (why,)), why_most=join_whys(self.why_most, (why,)))

    def at_least(self, least: float, why: str) -> Interval:
        """With a lower least, for a reason; unchanged where the least is no higher already."""
        return self if self.least <= least else replace(self, least=least, why_least=(why,))

    def at_most(self, most: float, why: str) -> Interval:
        """With a lower most, never below the least; unchanged where the most is no higher already."""
        return self if self.most <= most else replace(self, most=max(most, self.least), why_most=(why,))

    def bounds(self) -> tuple[Bound, Bound]:
        """Least and most for showing."""
        return (
            Bound(self.least, self.why_least),
            Bound(None if math.isinf(self.most) else self.most, self.why_most),
        )


NOTHING = Interval(0, 0)


def add(intervals: Iterable[Interval]) -> Interval:
    """Of things that are all there, none of them twice."""
    total = NOTHING
    for interval in intervals:
        total = Interval(
            total.least + interval.least,
            total.most + interval.most,
            join_whys(total.why_least, interval.why_least),
            join_whys(total.why_most, interval.why_most),
        )
    return total


def greater(one: Interval, other: Interval) -> Interval:
    """Of two of which the smaller is a part of the greater: a delivery of its promise."""
    least = max(one, other, key=lambda i: (i.least, not i.why_least))
    most = max(one, other, key=lambda i: (i.most, not i.why_most))
    return Interval(least.least, most.most, least.why_least, most.why_most)


def hull(intervals: Iterable[Interval]) -> Interval:
    """Of several of which one is right, nobody knows which."""
    held = list(intervals)
    least = min(held, key=lambda i: (i.least, not i.why_least))
    most = max(held, key=lambda i: (i.most, not i.why_most))
    return Interval(least.least, most.most, least.why_least, most.why_most)


def join_whys(*whys: Why) -> Why:
    """Reasons one after the other, each once."""
    return tuple(dict.fromkeys(why for reasons in whys for why in reasons))
