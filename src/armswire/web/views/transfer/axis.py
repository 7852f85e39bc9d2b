"""A time axis in percent of its width: where days are, and which days to write under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from armswire.model.ranges import DateRange

# More words than these do not fit under a picture on a telephone.
_MOST_TICKS = 4
_STEPS_IN_DAYS = (1, 2, 7, 14)
_STEPS_IN_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
# Below so many days single days are told.
_FEW_DAYS = 56
_Some = TypeVar("_Some")

# What stands free on either side, and the least stretch that is shown.
_FREE, _LEAST_DAYS = 0.04, 14


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that is told under the axis; `is_late` says that its words end there, since they would not fit."""

    at: float
    words: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to `last` on a width of 100."""

    first: date
    last: date
    ticks: tuple[Tick, ...] = ()

    def at(self, day: date) -> float:
        """Where a day begins; days outside are at the ends."""
        days = (min(max(day, self.first), self.last) - self.first).days
        return round(100 * days / ((self.last - self.first).days or 1), 2)


def make_axis(days: Iterable[date]) -> Axis | None:
    """An axis on which all days are; None for none."""
    told = sorted(days)
    if not told:
        return None
    stretch = max((told[-1] - told[0]).days, _LEAST_DAYS)
    free = timedelta(days=max(1, round(_FREE * stretch)))
    middle = (stretch - (told[-1] - told[0]).days) // 2
    first = _moved(told[0], -free - timedelta(days=middle))
    last = _moved(told[-1], free + timedelta(days=middle))
    bare = Axis(first, last)
    return Axis(first, last, tuple(Tick(bare.at(day), words, bare.at(day) > 75) for day, words in _ticks(first, last)))


def days_of(dates: DateRange | None) -> Iterator[date]:
    """The first and the last day."""
    if dates is not None:
        yield dates.start
        yield dates.end


def _ticks(first: date, last: date) -> Sequence[tuple[date, str]]:
    if (last - first).days < _FEW_DAYS:
        for step in _STEPS_IN_DAYS:
            days = [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]
            if len(days) <= _MOST_TICKS:
                break
        days = _thinned(days)
        return [(day, f"{day.day} {day:%b %Y}") for day in days]
    for step in _STEPS_IN_MONTHS:
        months = [n for n in range(first.year * 12 + first.month, last.year * 12 + last.month) if n % step == 0]
        if len(months) <= _MOST_TICKS:
            break
    starts = [date(month // 12, month % 12 + 1, 1) for month in _thinned(months)]
    return [(day, str(day.year) if step >= 12 else f"{day:%b} {day.year}") for day in starts]


def _thinned(some: list[_Some]) -> list[_Some]:
    """Every second, third... where there are too many."""
    return some[:: max(1, -(-len(some) // _MOST_TICKS))]


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
