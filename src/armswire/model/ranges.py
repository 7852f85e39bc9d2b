"""Least and most: a number read from news is a range, approximate or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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
