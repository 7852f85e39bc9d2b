"""One row of a total: the shares of transfers added up, those that may be the same counted once in the least."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from armswire.register.totals.apart import groups, heaviest_apart
from armswire.register.totals.intervals import Interval
from armswire.register.totals.overlaps import Overlap, neighbours


class RowSum:
    """Shares by position: `intervals` at the level selected, `delivered` of them, `overlaps` who may be one with whom,
    `hidden` which may be counted in another row and why."""

    def __init__(
        self,
        intervals: Sequence[Interval],
        delivered: Sequence[Interval | None],
        overlaps: Sequence[Overlap],
        hidden: Mapping[int, str],
    ) -> None:
        self._hidden = hidden
        self.intervals = [
            interval.at_least(0, hidden[place]) if place in hidden else interval
            for place, interval in enumerate(intervals)
        ]
        self.delivered = list(delivered)
        self._most = _Most([interval.most for interval in self.intervals])
        self._now = _Least(self._leasts(self.intervals), neighbours(overlaps))
        of_deliveries = neighbours(overlap for overlap in overlaps if overlap.holds_of_deliveries)
        self._done = _Least(self._leasts(self.delivered), of_deliveries)

    def add_up(self, changed: Mapping[int, tuple[Interval | None, Interval | None]] | None = None) -> Interval:
        """The total, with other shares (at the level selected, delivered) in the place of some; None is nothing."""
        other = changed or {}
        now = {place: self._weight(place, shares[0]) for place, shares in other.items()}
        done = {place: self._weight(place, shares[1]) for place, shares in other.items()}
        most = self._most.add_up({place: 0 if share is None else share.most for place, (share, _) in other.items()})
        return Interval(min(max(self._now.add_up(now), self._done.add_up(done)), most), most)

    def _leasts(self, intervals: Sequence[Interval | None]) -> list[float]:
        return [self._weight(place, interval) for place, interval in enumerate(intervals)]

    def _weight(self, place: int, interval: Interval | None) -> float:
        return 0 if interval is None or place in self._hidden else interval.least


class _Most:
    """A sum of numbers, some of them infinite, that is not added up anew where only a few change."""

    def __init__(self, numbers: Sequence[float]) -> None:
        self._numbers = numbers
        self._unknown = sum(map(math.isinf, numbers))
        self._known = math.fsum(number for number in numbers if not math.isinf(number))

    def add_up(self, changed: Mapping[int, float]) -> float:
        before = [self._numbers[place] for place in changed]
        if self._unknown - sum(map(math.isinf, before)) + sum(map(math.isinf, changed.values())):
            return math.inf
        gone = (-number for number in before if not math.isinf(number))
        return math.fsum([self._known, *gone, *changed.values()])


class _Least:
    """The heaviest set of which no two may be one; what hangs together is weighed anew only where it changes."""

    def __init__(self, weights: list[float], near: Mapping[int, set[int]]) -> None:
        self._weights = weights
        self._near = near
        self._groups = groups(len(weights), near)
        self._group_of = {place: number for number, group in enumerate(self._groups) for place in group}
        self._known = [heaviest_apart(group, weights, near) for group in self._groups]
        self._whole = math.fsum(self._known)

    def add_up(self, changed: Mapping[int, float]) -> float:
        """What the groups come to; those alone are weighed anew of which a weight changes."""
        weights = {place: changed.get(place, self._weights[place]) for place in self._touched(changed)}
        anew = {self._group_of[place] for place in changed}
        before = (-self._known[number] for number in anew)
        now = (heaviest_apart(self._groups[number], weights, self._near) for number in anew)
        return math.fsum([self._whole, *before, *now])

    def _touched(self, changed: Mapping[int, float]) -> list[int]:
        return [place for number in {self._group_of[place] for place in changed} for place in self._groups[number]]
