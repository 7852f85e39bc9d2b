"""One row of a total: the shares of transfers added up, those that may be the same counted once in the least."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from armswire.register.totals.intervals import Interval
from armswire.register.totals.overlaps import Overlap, heaviest_apart, neighbours


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
        self._near = neighbours(overlaps)
        self._near_delivered = neighbours(overlap for overlap in overlaps if overlap.holds_of_deliveries)

    def add_up(self, changed: Mapping[int, tuple[Interval | None, Interval | None]] | None = None) -> Interval:
        """The total, with other shares (at the level selected, delivered) in the place of some; None is nothing."""
        other = changed or {}
        now = [other[i][0] if i in other else interval for i, interval in enumerate(self.intervals)]
        done = [other[i][1] if i in other else interval for i, interval in enumerate(self.delivered)]
        least = heaviest_apart(self._leasts(now), self._near)
        if any(interval is not None for interval in done):
            least = max(least, heaviest_apart(self._leasts(done), self._near_delivered))
        most = math.fsum(interval.most for interval in now if interval is not None)
        return Interval(min(least, most), most)

    def _leasts(self, intervals: Sequence[Interval | None]) -> list[float]:
        return [
            0 if interval is None or place in self._hidden else interval.least
            for place, interval in enumerate(intervals)
        ]
