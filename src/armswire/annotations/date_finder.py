"""Finds when: phrases for days and periods, resolved from the article's date.

A month, day or weekday without a year is read as the most recent one, today included; `resolve_future` gives the next
one, for what a pledge puts ahead. "since" runs to the day of publication, "by" from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from armswire.annotations.calendar_periods import shift
from armswire.annotations.date_phrases import DatePhrases, Reading, date_phrases
from armswire.lexicon.numbers import NumberLexicon
from armswire.model.annotation import DateMention
from armswire.model.ranges import DateRange
from armswire.model.span import Span

# Readings that take the most recent of several: what they step by to reach the next.
FLOATING = {
    "day_month": "year",
    "month": "year",
    "month_range": "year",
    "season": "year",
    "quarter": "year",
    "weekday": "week",
    "weekend": "week",
}
_LOOK_BACK = 90
_SINCE = re.compile(r"(?<!\w)(?:ever[ ])?since(?:[ ][\w’'.-]{1,20}){0,5}[ ]$", re.IGNORECASE)
_BY = re.compile(r"(?<!\w)(?:by|until|till|through|before)(?:[ ]the)?[ ]$", re.IGNORECASE)
_OPENING = re.compile(r"(?<!\w)(?:from|between)[ ](?:the[ ])?$", re.IGNORECASE)
_JOINT = re.compile(r"[ ](?:to|and|until|till|through)[ ](?:the[ ])?|[ ]?[-–—][ ]?", re.IGNORECASE)
_EARLIEST, _LATEST = date(1800, 1, 1), date(2200, 1, 1)


def find_dates(text: str, published: date | None, numbers: NumberLexicon) -> list[DateMention]:
    """The dates and periods of `text`, in its order, not overlapping.

    Without `published`, only what is absolute is found ("February 2022"). The span covers the words of the date,
    with "since" or "from ... to" where they make a range, without other prepositions.
    """
    return _finder(numbers).find(text, published)


def resolve_future(mention: DateMention, published: date) -> DateMention:
    """The next reading of a mention without a year ("in June", "on Friday"), the day of publication included.

    Mentions with a reading of their own ("last week", "in 2019") come back unchanged.
    """
    unit = FLOATING.get(mention.rule)
    dates = mention.date
    if unit is None or dates.end >= published:
        return mention
    while dates.end < published:
        dates = _step(dates, unit)
    return replace(mention, date=dates, rule=f"{mention.rule}+future")


class DateFinder:
    """Finds dates with the words of one lexicon."""

    def __init__(self, numbers: NumberLexicon) -> None:
        self._phrases: DatePhrases = date_phrases(numbers)
        self._names = re.compile("|".join(re.escape(name) for name in numbers.words.date_names))

    def find(self, text: str, published: date | None) -> list[DateMention]:
        """See `find_dates`."""
        known = published is not None and _EARLIEST <= published <= _LATEST
        mentions = self._longest(text, published if known else None)
        if published is None or not known:
            return mentions
        result: list[DateMention] = []
        for mention in _join_ranges(text, mentions):
            wide = _widen(text, mention, published)
            # In "since last quarter last week" the second date is not the one that "since" opens.
            reaches_back = bool(result) and wide.span.start < result[-1].span.end
            result.append(mention if reaches_back else wide)
        return result

    def _longest(self, text: str, published: date | None) -> list[DateMention]:
        """The mentions that start first and, of those, the longest."""
        found: list[DateMention] = []
        for phrase in self._phrases.phrases:
            if published is None and not phrase.absolute:
                continue
            for match in phrase.pattern.finditer(text):
                dates = _read(phrase.read, match, published)
                if dates is not None:
                    core = "core" if "core" in match.re.groupindex else 0
                    found.append(DateMention(Span(*match.span(core)), dates, phrase.rule))
        found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
        names = [Span(*match.span()) for match in self._names.finditer(text)]
        result: list[DateMention] = []
        for mention in found:
            if result and mention.span.start < result[-1].span.end:
                continue
            if not any(name.overlaps(mention.span) for name in names):
                result.append(mention)
        return result


def _read(reading: Reading, match: re.Match[str], published: date | None) -> DateRange | None:
    try:
        return reading(match, published or _EARLIEST)  # absolute readings do not look at it
    except (ValueError, OverflowError):  # 31 February, or years beyond the calendar
        return None


def _step(dates: DateRange, unit: str) -> DateRange:
    """The same days a week or year later; a month keeps its last day, 29 February waits for its year."""
    if dates.days == 1 and (dates.start.month, dates.start.day) == (2, 29):
        return DateRange(*(shift(dates.start, 4, unit),) * 2)
    start, end = shift(dates.start, 1, unit), shift(dates.end, 1, unit)
    if unit == "year" and shift(dates.end, 1, "day").day == 1:
        end = shift(shift(shift(dates.end, 1, "day"), 1, "year"), -1, "day")
    return DateRange(start, end)


def _join_ranges(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """Joins "from February 24 to April 3", "between Monday and Wednesday"."""
    result: list[DateMention] = []
    for mention in mentions:
        joined = _join(text, result[-1], mention) if result else None
        if joined is None:
            result.append(mention)
        else:
            result[-1] = joined
    return result


def _join(text: str, one: DateMention, two: DateMention) -> DateMention | None:
    between = text[one.span.end : two.span.start]
    opening = _OPENING.search(text[max(0, one.span.start - 16) : one.span.start])
    if len(between) > 12 or not _JOINT.fullmatch(between) or opening is None:
        return None
    start, end = one.date.start, two.date.end
    unit = FLOATING.get(one.rule)
    if start > end and unit is not None:  # "from December 5 to January 10": the first is a year further back
        start = shift(start, -1, unit)
    if start > end:
        return None
    return DateMention(Span(one.span.start - len(opening[0]), two.span.end), DateRange(start, end), "range")


def _widen(text: str, mention: DateMention, published: date) -> DateMention:
    """A date after "since" runs to the day of publication; one after "by" that lies ahead begins there."""
    before = text[max(0, mention.span.start - _LOOK_BACK) : mention.span.start]
    since = _SINCE.search(before)
    if since is not None and mention.date.start <= published:
        span = Span(mention.span.start - len(since[0].lstrip()), mention.span.end)
        return DateMention(span, DateRange(mention.date.start, published), f"{mention.rule}+since")
    by = _BY.search(before)
    if by is None:
        return mention
    ahead = resolve_future(mention, published) if by[0].lower().startswith("by") else mention
    end = ahead.date.end
    if by[0].lower().startswith("before") and " end " not in f" {mention.span.of(text).lower()} ":
        end = shift(ahead.date.start, -1, "day")
    if end < published:
        return mention
    span = Span(mention.span.start - len(by[0]), mention.span.end)
    return DateMention(span, DateRange(published, end), f"{mention.rule}+by")


@lru_cache(maxsize=4)
def _finder(numbers: NumberLexicon) -> DateFinder:
    return DateFinder(numbers)
