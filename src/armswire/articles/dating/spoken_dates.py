"""The dates in an article's sentences → what each tells of the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from armswire.articles.dating.clue import Clue
from armswire.articles.dating.days import ALL, Days, any_of, around, since, until
from armswire.articles.dating.tense import after_weekday, bare_weekdays, is_future, is_past, unquoted
from armswire.articles.dating.written_dates import WrittenDate, english_dates

LEAD = 5
"""In so many of the first sentences a story tells its newest fact."""
_NEAR_BEFORE = re.compile(r"(?P<near>[Tt]oday|[Yy]esterday|[Tt]omorrow)\s?[,(–-]?\s?(?:on\s)?$")
_NEAR_AFTER = re.compile(r"\)?,?\s\(?(?P<near>today|yesterday|tomorrow)\b")
_BEFORE_PAST = re.compile(r"(?:\b(?:on|since|dated|of)|[,(])\s?$", re.IGNORECASE)
_STEPS = {"today": 0, "yesterday": 1, "tomorrow": -1}
FAR = 200
"""Days: a date without its year is rarely further from the day on which it is written; the rest bears a year."""


def date_clues(sentences: Sequence[str], limit: date) -> Iterator[Clue]:
    """A clue for each date that can be placed: beside "today", with its weekday, or on one side of the day."""
    for place, sentence in enumerate(sentences):
        plain = unquoted(sentence)
        for written in english_dates().find(plain):
            clue = _clue(plain, written, limit, lead=place < LEAD)
            if clue is not None:
                yield clue


def meeting_weekday(sentences: Sequence[str], allowed: Days) -> Clue | None:
    """The newest past date without a year, where it falls on the weekday of which the lead tells ("on Tuesday").

    Only where the days that are `allowed` leave one year for it, and no sentence tells of both as of two days.
    """
    dated: list[tuple[date, str]] = []
    told: set[int] = set()
    for place, sentence in enumerate(sentences):
        weekdays = {weekday for _, weekday in bare_weekdays(sentence)} if not is_future(sentence) else set()
        dates = [one for one in english_dates().find(unquoted(sentence)) if one.year is None and one.weekday is None]
        if place < LEAD and not dates:
            told |= weekdays
        for written in dates:
            days = _days_of(written, allowed)
            if len(days) != 1 or not is_past(sentence):
                return None
            if not weekdays:
                dated.append((days[0], sentence))
    if not dated or len(told) != 1:
        return None
    newest, words = max(dated)
    if newest.weekday() not in told:
        return None
    return Clue("weekday", after_weekday(newest), words)


def _days_of(written: WrittenDate, allowed: Days) -> list[date]:
    """The days that a date without a year may mean, seen from the allowed ones."""
    years = range(allowed.first.year - 1, allowed.last.year + 1)
    days = [day for day in (written.on(year) for year in years) if day is not None]
    return [day for day in days if around(day, 0, FAR) & allowed]


def _clue(sentence: str, written: WrittenDate, limit: date, *, lead: bool) -> Clue | None:
    words = sentence.strip()
    near = _NEAR_BEFORE.search(sentence[: written.start]) or _NEAR_AFTER.match(sentence, written.end)
    if near is not None:
        step = _STEPS[near["near"].lower()]
        return Clue("date", any_of([around(day, -step, step) for day in _all_days(written, limit)]), words)
    if is_future(sentence):
        if written.year is not None:
            return None if written.whole is None else Clue("bounds", until(written.whole), words)
        days = _all_days(written, limit) if written.weekday is not None else []
        return Clue("bounds", any_of([around(day, FAR, 0) for day in days]), words) if days else None
    if not is_past(sentence) or not _BEFORE_PAST.search(sentence[: written.start]):
        return None
    if written.year is not None:
        whole = written.whole
        return None if whole is None or whole > limit else Clue("bounds", since(whole), words)
    if written.weekday is None:
        return None
    reach = 6 if lead else FAR
    days = [day for day in _all_days(written, limit) if day <= limit]
    return Clue("weekday" if lead else "bounds", any_of([around(day, 0, reach) for day in days]), words)


def _all_days(written: WrittenDate, limit: date) -> list[date]:
    """The days that a date may mean: one where its year stands there, else those on which its weekday falls."""
    if written.year is not None:
        return [] if written.whole is None else [written.whole]
    days = (written.on(year) for year in range(ALL.first.year, limit.year + 2))
    return [day for day in days if day is not None]
