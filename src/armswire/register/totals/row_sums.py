"""One row of a total: the shares of transfers added up, those that may be the same counted once in the least."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from armswire.register.totals.intervals import Interval
from armswire.register.totals.overlaps import Overlap, groups, heaviest_apart, neighbours


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
        self._now = _Least(self._leasts(self.intervals), neighbours(overlaps))
        of_deliveries = neighbours(overlap for overlap in overlaps if overlap.holds_of_deliveries)
        self._done = _Least(self._leasts(self.delivered), of_deliveries)

    def add_up(self, changed: Mapping[int, tuple[Interval | None, Interval | None]] | None = None) -> Interval:
        """The total, with other shares (at the level selected, delivered) in the place of some; None is nothing."""
        other = changed or {}
        now = {place: self._weight(place, shares[0]) for place, shares in other.items()}
        done = {place: self._weight(place, shares[1]) for place, shares in other.items()}
        most = math.fsum(
            interval.most
            for place, share in enumerate(self.intervals)
            if (interval := other[place][0] if place in other else share) is not None
        )
        return Interval(min(max(self._now.add_up(now), self._done.add_up(done)), most), most)

    def _leasts(self, intervals: Sequence[Interval | None]) -> list[float]:
        return [self._weight(place, interval) for place, interval in enumerate(intervals)]

    def _weight(self, place: int, interval: Interval | None) -> float:
        return 0 if interval is None or place in self._hidden else interval.least


class _Least:
    """The heaviest set of which no two may be one; what hangs together is weighed anew only where it changes."""

    def __init__(self, weights: list[float], near: Mapping[int, set[int]]) -> None:
        self._weights = weights
        self._near = near
        self._groups = groups(len(weights), near)
        self._group_of = {place: number for number, group in enumerate(self._groups) for place in group}
        self._known = [heaviest_apart(group, weights, near) for group in self._groups]

    def add_up(self, changed: Mapping[int, float]) -> float:
        if not changed:
            return math.fsum(self._known)
        weights = {place: changed.get(place, self._weights[place]) for place in self._touched(changed)}
        anew = {self._group_of[place] for place in changed}
        return math.fsum(
            heaviest_apart(group, weights, self._near) if number in anew else self._known[number]
            for number, group in enumerate(self._groups)
        )

    def _touched(self, changed: Mapping[int, float]) -> list[int]:
        return [place for number in {self._group_of[place] for place in changed} for place in self._groups[number]]
