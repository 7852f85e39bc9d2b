"""Least and most: a number read from news is a range, approximate or not; and how ranges are put in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: `min` to `max` of `unit` ("rounds", "battalions"; None where the item itself is counted)."""

    min: float
    max: float
    approximate: bool = False
    unit: str | None = None

    def __post_init__(self) -> None:
        if self.min > self.max:
            raise ValueError(f"a quantity needs min <= max, got {self.min} to {self.max}")


@dataclass(frozen=True, slots=True)
class Money:
    """How much: `min` to `max` in whole units of an ISO 4217 currency."""

    min: int
    max: int
    currency: str
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.min > self.max:
            raise ValueError(f"a sum needs min <= max, got {self.min} to {self.max}")


@dataclass(frozen=True, slots=True)
class DateRange:
    """When: first and last possible day, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError(f"a range of dates needs start <= end, got {self.start} to {self.end}")

    @property
    def days(self) -> int:
        """Width in days; 1 for a single day."""
        return (self.end - self.start).days + 1


def number(value: float) -> int | float:
    """Whole numbers without a decimal point."""
    return int(value) if float(value).is_integer() else value


def describe_range(least: float, most: float, *, approximate: bool) -> str:
    """A number or a range of numbers: "100,000", "about 20", "200,000 to 999,999"."""
    low, high = f"{number(least):,}", f"{number(most):,}"
    return ("about " if approximate and low == high else "") + (low if low == high else f"{low} to {high}")


def describe_dates(dates: DateRange) -> str:
    """A day, a month (2024-03), a year, or from one day to another."""
    first, length = dates.start.isoformat(), {"day": 10, "month": 7, "year": 4}
    unit = calendar_unit(dates)
    return f"{first} to {dates.end.isoformat()}" if unit is None else first[: length[unit]]


def calendar_unit(dates: DateRange) -> Literal["day", "month", "year"] | None:
    """Whether the days are one day, a whole month or a whole year; None for any other stretch."""
    start, end = dates.start, dates.end
    if start == end:
        return "day"
    ends_month = end == end.max or (end + timedelta(days=1)).day == 1
    if start.day != 1 or not ends_month or start.year != end.year:
        return None
    if start.month == end.month:
        return "month"
    return "year" if (start.month, end.month) == (1, 12) else None
