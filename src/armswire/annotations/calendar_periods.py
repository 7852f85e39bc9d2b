"""Weeks, months, quarters, seasons and years as ranges of days, and parts of them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from armswire.model.ranges import DateRange


def day_range(day: date, last: date | None = None) -> DateRange:
    """One day, or the days from `day` to `last`."""
    return DateRange(day, day if last is None else last)


def week_of(day: date) -> DateRange:
    """Monday to Sunday around `day`."""
    monday = day - timedelta(days=day.weekday())
    return DateRange(monday, monday + timedelta(days=6))


def months_from(year: int, month: int, count: int = 1) -> DateRange:
    """`count` months from the given one, whose number may run over: month 13 is January of the next year."""
    first = year * 12 + month - 1
    last = first + count - 1
    end_year, end_month = divmod(last, 12)
    end = date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1])
    return DateRange(date(first // 12, first % 12 + 1, 1), end)


def quarter_of(year: int, quarter: int) -> DateRange:
    """Quarter 1 to 4 of a year; 0 and 5 run over."""
    return months_from(year, 3 * quarter - 2, 3)


def year_of(year: int) -> DateRange:
    """January to December."""
    return months_from(year, 1, 12)


def weekend_of(day: date) -> DateRange:
    """Saturday and Sunday of the week around `day`."""
    monday = week_of(day).start
    return DateRange(monday + timedelta(days=5), monday + timedelta(days=6))


def shift(day: date, count: int, unit: str) -> date:
    """`day` moved by days, weeks, months or years; a day that the month lacks becomes its last."""
    if unit in {"day", "week"}:
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def period_of(day: date, unit: str) -> DateRange:
    """The calendar week, weekend, month, quarter, year or decade around `day`."""
    if unit == "day":
        return day_range(day)
    if unit in {"week", "weekend"}:
        return week_of(day) if unit == "week" else weekend_of(day)
    if unit == "month":
        return months_from(day.year, day.month)
    if unit == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3)
    first = day.year - day.year % 10
    return year_of(day.year) if unit == "year" else months_from(first, 1, 120)


def part_of(period: DateRange, part: str) -> DateRange:
    """Its early, mid or late third; of a year the first or last month for "start" and "end", else the same third.

    Thirds are the plain reading of words that have no agreed borders: early March is 1 to 10, late 2022 begins in
    September.
    """
    if part in {"start", "end"} and period.days > 300:
        return _edge_month(period, part)
    if period.days in range(28, 32):
        first, last = {"early": (1, 10), "start": (1, 10), "mid": (11, 20)}.get(part, (21, period.end.day))
        return DateRange(period.start.replace(day=first), period.start.replace(day=last))
    if period.start.day == 1 and period.days > 300:
        third = max(1, round(period.days / 30.44 / 3))
        index = {"early": 0, "mid": 1}.get(part, 2)
        end = period.end if index == 2 else shift(period.start, third * (index + 1), "month") - timedelta(days=1)
        return DateRange(shift(period.start, third * index, "month"), end)
    step = period.days // 3
    index = {"early": 0, "start": 0, "mid": 1}.get(part, 2)
    start = period.start + timedelta(days=step * index)
    return DateRange(start, period.end if index == 2 else start + timedelta(days=step - 1))


def _edge_month(period: DateRange, part: str) -> DateRange:
    day = period.start if part == "start" else period.end
    return months_from(day.year, day.month)
