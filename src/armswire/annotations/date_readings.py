"""How each kind of date phrase is resolved from the article's date.

A reading takes a match and the day of publication, and gives the days meant, or None where the words name none. It
raises ValueError or OverflowError for days that the calendar lacks.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from armswire.annotations.calendar_periods import (
    day_range,
    months_from,
    part_of,
    period_of,
    quarter_of,
    shift,
    week_of,
    weekend_of,
    year_of,
)
from armswire.lexicon.numbers import NumberLexicon
from armswire.model.ranges import DateRange

_PARTS = {"beginning": "start", "middle": "mid"}


class DateReadings:
    """The readings that need the names of months, weekdays and seasons."""

    def __init__(self, numbers: NumberLexicon) -> None:
        words = numbers.words
        self._months = {n.lower(): i for i, m in enumerate(words.months, 1) for n in (m.name, *m.short)}
        self._weekdays = {day.name.lower(): i for i, day in enumerate(words.weekdays)}
        self._seasons = {word: season.month for season in words.seasons for word in season.words}
        self._counts = words.cardinals
        self._days = {p: (entry.first, entry.last) for entry in words.relative_days for p in entry.phrases}

    def _month_number(self, match: re.Match[str], group: str = "month") -> int:
        return self._months[match[group].rstrip(".").lower()]

    def _count(self, match: re.Match[str]) -> int:
        text = " ".join(match["n"].lower().split())
        return int(text) if text.isdecimal() else {"a": 1, "an": 1, "a couple of": 2}.get(text) or self._counts[text]

    def numeric(self, match: re.Match[str], published: date) -> DateRange | None:
        day, month = int(match["day"]), int(match["number"])
        if match["sep"] == "/" and match.start("year") > match.start("day") and day <= 12:
            return None  # 04/05/2022 is a day in April or in May
        return day_range(date(int(match["year"]), month, day))

    def full_day(self, match: re.Match[str], published: date) -> DateRange | None:
        return self._days_in(match, _named_year(match, published))

    def _days_in(self, match: re.Match[str], year: int) -> DateRange | None:
        first = date(year, self._month_number(match), int(match["day"]))
        if match["day2"] is None:
            return day_range(first)
        last = first.replace(day=int(match["day2"]))
        return None if last < first else day_range(first, last)

    def day(self, match: re.Match[str], published: date) -> DateRange | None:
        for year in range(published.year, published.year - 9, -1):  # 29 February may be eight years back
            try:
                days = self._days_in(match, year)
            except ValueError:
                continue
            if days is None or days.start <= published:
                return days
        return None

    def month(self, match: re.Match[str], published: date) -> DateRange:
        month = self._month_number(match)
        return _part(match, months_from(published.year - (month > published.month), month))

    def month_year(self, match: re.Match[str], published: date) -> DateRange:
        return _part(match, months_from(_named_year(match, published), self._month_number(match)))

    def relative_month(self, match: re.Match[str], published: date) -> DateRange:
        month, rel = self._month_number(match), match["rel"].lower().split()[-1]
        year = published.year
        if rel in {"last", "past"}:
            year -= month >= published.month
        elif rel in {"next", "coming"}:
            year += month <= published.month
        return months_from(year, month)

    def months_between(self, match: re.Match[str], published: date) -> DateRange:
        first, last = self._month_number(match), self._month_number(match, "month2")
        year = published.year - (first > published.month)
        return months_from(year, first, (last - first) % 12 + 1)

    def months_of_year(self, match: re.Match[str], published: date) -> DateRange:
        first, last = self._month_number(match), self._month_number(match, "month2")
        count = (last - first) % 12 + 1
        return months_from(int(match["year"]) - (first > last), first, count)

    def years(self, match: re.Match[str], published: date) -> DateRange | None:
        first, last = int(match["year"]), int(match["year2"])
        last += first - first % 100 if last < 100 else 0
        return DateRange(year_of(first).start, year_of(last).end) if first <= last else None

    def year(self, match: re.Match[str], published: date) -> DateRange:
        return _part(match, year_of(int(match["year"])))

    def decade(self, match: re.Match[str], published: date) -> DateRange:
        first = int(match["decade"])
        years = {"early": (0, 3), "start": (0, 1), "mid": (4, 6), "late": (7, 9), "end": (8, 9)}
        low, high = years.get(_part_name(match), (0, 9))
        return DateRange(year_of(first + low).start, year_of(first + high).end)

    def quarter_or_half(self, match: re.Match[str], published: date) -> DateRange | None:
        year = _named_year(match, published)
        nth = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
        number = int(match["q"] or match["q2"] or nth[match["nth"].lower()])
        if (match["kind"] or "").lower() == "half":
            return None if number == 3 else months_from(year, 1 if number == 1 else 7, 6)
        return quarter_of(year, number)

    def quarter(self, match: re.Match[str], published: date) -> DateRange:
        quarter = {"first": 1, "second": 2, "third": 3, "fourth": 4}[match["nth"].lower()]
        return quarter_of(published.year - (quarter > (published.month + 2) // 3), quarter)

    def _season_in(self, match: re.Match[str], year: int) -> DateRange:
        return _part(match, months_from(year, self._seasons[match["season"].lower()], 3))

    def season_year(self, match: re.Match[str], published: date) -> DateRange:
        return self._season_in(match, _named_year(match, published))

    def season(self, match: re.Match[str], published: date) -> DateRange:
        season = self._season_in(match, published.year)
        return season if season.start <= published else self._season_in(match, published.year - 1)

    def relative_season(self, match: re.Match[str], published: date) -> DateRange:
        rel = match["rel"].lower().split()[-1]
        years = [self._season_in(match, published.year + step) for step in (1, 0, -1, -2)]
        if rel in {"last", "past"}:
            return next(season for season in years if season.end < published)
        if rel in {"next", "coming"}:
            return next(season for season in reversed(years) if season.start > published)
        return next((season for season in years if season.start <= published <= season.end), years[1])

    def relative_days(self, match: re.Match[str], published: date) -> DateRange:
        first, last = self._days[" ".join(match["phrase"].lower().split())]
        return day_range(published + timedelta(days=first), published + timedelta(days=last))

    def weekday(self, match: re.Match[str], published: date) -> DateRange:
        """The most recent such day, the day of publication included."""
        return day_range(published - timedelta(days=(published.weekday() - self._weekday_number(match)) % 7))

    def relative_weekday(self, match: re.Match[str], published: date) -> DateRange:
        """ "this Friday" is that of the week, "last" and "next" the nearest before and after the day of publication."""
        number, rel = self._weekday_number(match), match["rel"].lower().split()[-1]
        if rel == "this":
            return day_range(week_of(published).start + timedelta(days=number))
        if rel in {"next", "coming"}:
            return day_range(published + timedelta(days=(number - published.weekday() - 1) % 7 + 1))
        return day_range(published - timedelta(days=(published.weekday() - number - 1) % 7 + 1))

    def weekday_of_week(self, match: re.Match[str], published: date) -> DateRange:
        """ "Friday of last week"."""
        step = {"last": -7, "next": 7}.get(match["week"].lower(), 0)
        return day_range(week_of(published).start + timedelta(days=self._weekday_number(match) + step))

    def _weekday_number(self, match: re.Match[str]) -> int:
        return self._weekdays[match["weekday"].lower()]

    def past_count(self, match: re.Match[str], published: date) -> DateRange:
        return day_range(shift(published, -self._count(match), match["unit"].lower()), published)

    def ago(self, match: re.Match[str], published: date) -> DateRange:
        unit = match["unit"].lower()
        return period_of(shift(published, -self._count(match), unit), unit)

    def within(self, match: re.Match[str], published: date) -> DateRange:
        return day_range(published, shift(published, self._count(match), match["unit"].lower()))

    def ahead(self, match: re.Match[str], published: date) -> DateRange:
        unit = match["unit"].lower()
        return period_of(shift(published, self._count(match), unit), unit)


def _named_year(match: re.Match[str], published: date) -> int:
    """The year written in the match, or the one that "last year" means."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    rel = (groups.get("rel") or "").lower().split()[-1:]
    return published.year + {"last": -1, "previous": -1, "next": 1}.get(rel[0] if rel else "", 0)


def _part_name(match: re.Match[str]) -> str:
    groups = match.groupdict()
    name = (groups.get("part") or groups.get("part2") or "").lower()
    return _PARTS.get(name, name)


def _part(match: re.Match[str], period: DateRange) -> DateRange:
    name = _part_name(match)
    return part_of(period, name) if name else period


def end_of_year(match: re.Match[str], published: date) -> DateRange:
    return months_from(published.year, 12)


def weekend(match: re.Match[str], published: date) -> DateRange:
    rel = (match.groupdict().get("rel") or "the").lower().split()[-1]
    this = weekend_of(published)
    week = timedelta(days=7)
    if rel in {"next", "coming", "following"}:
        step = week if this.start <= published or rel == "next" else timedelta(0)
    elif rel == "this":
        step = timedelta(0)
    else:
        step = -week if this.start > published or rel in {"last", "previous"} else timedelta(0)
    return DateRange(this.start + step, this.end + step)


def side_of_period(match: re.Match[str], published: date) -> DateRange:
    """ "earlier this month" runs up to the day of publication, "later this month" from it."""
    period = period_of(published, match["unit"].lower())
    return (
        day_range(period.start, published) if match["side"].lower() == "earlier" else day_range(published, period.end)
    )


def relative_period(match: re.Match[str], published: date) -> DateRange:
    rel, unit = match["rel"].lower().split()[-1], match["unit"].lower()
    if rel == "past":
        return day_range(shift(published, -1, unit), published)
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(rel, 0)
    return period_of(shift(published, step, unit), unit)


def past_hours(match: re.Match[str], published: date) -> DateRange:
    hours = match.groupdict().get("hours")
    return day_range(published - timedelta(days=-(-int(hours) // 24) if hours else 1), published)


def part_of_period(match: re.Match[str], published: date) -> DateRange:
    """ "late last month", "the end of the year"."""
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(match["rel"].lower().split()[-1], 0)
    unit = match["unit"].lower()
    return _part(match, period_of(shift(published, step, unit), unit))
