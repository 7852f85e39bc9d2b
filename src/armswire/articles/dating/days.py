"""Sets of days: what a clue leaves of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

ORIGIN = date(1990, 1, 1)
"""Nothing is dated before it: the events that news is dated by begin here, and hardly a page of the web is older."""
HORIZON = date(2100, 12, 31)
_LENGTH = (HORIZON - ORIGIN).days + 1


@dataclass(frozen=True, slots=True, repr=False)
class Days:
    """Days of the calendar, as the bits of one number: the lowest is `ORIGIN`. Never changed; false where empty."""

    bits: int

    def __repr__(self) -> str:
        return f"Days({self.first}..{self.last})" if self.bits else "Days()"

    def __and__(self, other: Days) -> Days:
        return Days(self.bits & other.bits)

    def __or__(self, other: Days) -> Days:
        return Days(self.bits | other.bits)

    def __bool__(self) -> bool:
        return self.bits != 0

    def __contains__(self, day: date) -> bool:
        at = (day - ORIGIN).days
        return at >= 0 and bool(self.bits >> at & 1)

    @property
    def first(self) -> date:
        """The first of the days; only of a set that has any."""
        return ORIGIN + timedelta(days=(self.bits & -self.bits).bit_length() - 1)

    @property
    def last(self) -> date:
        """The last of the days; only of a set that has any."""
        return ORIGIN + timedelta(days=self.bits.bit_length() - 1)

    @property
    def width(self) -> int:
        """Days from the first to the last, both counted, gaps too; 0 where there is none."""
        return (self.last - self.first).days + 1 if self.bits else 0

    @property
    def count(self) -> int:
        """How many days they are."""
        return self.bits.bit_count()

    @property
    def middle(self) -> date:
        """The day that is nowhere far from any of the stretch; the earlier of two."""
        return self.first + timedelta(days=(self.width - 1) // 2)


ALL = Days((1 << _LENGTH) - 1)
NONE = Days(0)


def between(first: date, last: date) -> Days:
    """The days from `first` to `last`, both counted, as far as the calendar of this module reaches."""
    low, high = max((first - ORIGIN).days, 0), min((last - ORIGIN).days, _LENGTH - 1)
    return Days(((1 << (high - low + 1)) - 1) << low) if low <= high else NONE


def since(day: date) -> Days:
    """The day and all after it."""
    return between(day, HORIZON)


def until(day: date) -> Days:
    """The day and all before it."""
    return between(ORIGIN, day)


def around(day: date, before: int, after: int) -> Days:
    """The day with so many before and after it."""
    return between(day - timedelta(days=before), day + timedelta(days=after))


def any_of(sets: list[Days]) -> Days:
    """The days of any of the sets."""
    bits = 0
    for one in sets:
        bits |= one.bits
    return Days(bits)
