"""Dates as pages write them, for machines or for readers → days, as their writer saw them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime

from armswire.articles.facts.months import month_number, writes_day_first

MAX_LENGTH = 100
"""Characters; a date with its weekday, hour and zone has some fifty."""
EARLIEST = date(1900, 1, 2)
"""Before this nothing is a page's day; 1900-01-01, 1970-01-01 and year 1 are what programs write for nothing."""
_NOTHING = frozenset({date(1970, 1, 1)})

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T ]?\d{4,6})?")
_YEAR = r"(?P<y>(?:19|20|25)\d\d)(?![\d:])"
_NAME = r"(?P<m>[^\s\d.,/()|:-]{2,20})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[-/.]\s?(?P<m>\d\d?)\s?[-/.]\s?(?P<d>\d\d?)(?!\d)",
        r"(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>\d\d?)\s?[月월]\s?(?P<d>\d\d?)\s?[日일]",
        rf"(?<!\d)(?P<d>\d\d?)\s?tháng\s?(?P<m>\d\d?)(?:,|\s?năm|\s?[-/])?\s?{_YEAR}",
        rf"(?<![\d.:])(?P<a>\d\d?)\s?(?P<sign>[-/.])\s?(?P<b>\d\d?)\s?[-/.]\s?{_YEAR}",
        r"(?<![\d.:/])(?P<a>\d\d?)(?P<sign>[/.])\s?(?P<b>\d\d?)(?P=sign)\s?(?P<y>[0-3]\d)(?![\d./:])",
        rf"(?<!\d)(?P<d>\d\d?)(?:st|nd|rd|th|er|º|ª|\.)?[\s/-](?:de\s|of\s|di\s)?{_NAME}\.?,?[\s/-](?:del?\s)?{_YEAR}",
        rf"{_NAME}\.?\s(?P<d>\d\d?)(?:st|nd|rd|th)?,?\s{_YEAR}",
        rf"(?<!\d){_YEAR}(?:\.|\sm\.|\.\sgada)?,?\s{_NAME}\s(?P<d>\d\d?)(?!\d)",
    )
)
_BUDDHIST = 543
"""Years by which Thailand's calendar is ahead."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and where hour and time zone are told too, the instant: days begin at other hours in other places."""

    day: date
    instant: datetime | None = None

    @property
    def is_utc(self) -> bool:
        """Whether it is told in UTC, as programs tell it, which need not be the writer's day."""
        return self.instant is not None and not self.instant.utcoffset()


def read_moment(told: str, language: str | None = None) -> Moment | None:
    """The first day in some words; None where there is none, or where nobody can tell day from month (03/04/2021).

    `language` is the page's ("en-us"): the names of months are looked up in it and in English, and it may tell whether
    days or months are written first.
    """
    words = " ".join(told[: 4 * MAX_LENGTH].split())[:MAX_LENGTH]
    if not words.isascii():
        words = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in words)
    return _sound(_for_machines(words) or _for_readers(words, language or ""))


def make_day(year: str | int, month: str | int, day: str | int) -> date | None:
    """A day of the calendar; None where there is no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _sound(moment: Moment | None) -> Moment | None:
    return None if moment is None or moment.day < EARLIEST or moment.day in _NOTHING else moment


def _for_machines(words: str) -> Moment | None:
    if words.isdecimal() and len(words) in (10, 13) and not words.startswith(("19", "20")):
        return _since_epoch(words)
    compact = _COMPACT.fullmatch(words)
    if compact:
        day = make_day(*compact.groups())
        return None if day is None else Moment(day)
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = parse(words)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        has_instant = moment.tzinfo is not None and moment.time() != time()
        return Moment(moment.date(), moment if has_instant else None)
    return None


def _since_epoch(words: str) -> Moment | None:
    """Seconds or milliseconds since 1970: the zone of the writer is not told, so the day is that of UTC."""
    moment = datetime.fromtimestamp(int(words[:10]), UTC)
    return Moment(moment.date(), moment)


def _for_readers(words: str, language: str) -> Moment | None:
    found = [
        (match.start(), day)
        for form in _FORMS
        for match in form.finditer(words)
        if (day := _day(match.groupdict(), language)) is not None
    ]
    return Moment(min(found)[1]) if found else None


def _day(told: dict[str, str], language: str) -> date | None:
    year = int(told["y"]) if len(told["y"]) == 4 else 2000 + int(told["y"])
    year -= _BUDDHIST if year >= 2500 else 0
    if "a" in told:
        return _in_figures(year, int(told["a"]), int(told["b"]), told["sign"], language)
    month = int(told["m"]) if told["m"].isdecimal() else month_number(told["m"], language)
    return None if month is None else make_day(year, month, told["d"])


def _in_figures(year: int, first: int, second: int, sign: str, language: str) -> date | None:
    """Of two figures that may both be the month, only the language tells which is."""
    if first > 12 or first == second or sign == "." or writes_day_first(language):
        return make_day(year, second, first)
    return make_day(year, first, second) if second > 12 or language == "en-us" else None
