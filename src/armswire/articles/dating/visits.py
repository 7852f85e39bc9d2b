"""The visits that an article's sentences tell of → what each tells of the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from armswire.articles.dating.clue import Clue
from armswire.articles.dating.days import Days, any_of, between
from armswire.articles.dating.tense import (
    RELATIVE,
    after_weekday,
    bare_weekdays,
    before_weekday,
    is_future,
    seen_from,
    unquoted,
)
from armswire.articles.dating.written_dates import english_dates
from armswire.lexicon.events import Visit, bundled_events

_ARRIVES = (
    r"\b(?:visit\w*|trip|arriv\w+|travel\w*|flew|flies|landed|stop|tour\w*|welcom\w+|host\w*)\b[^.;]{0,40}?"
    r"|\b(?:speaking|spoke|meeting|met|talks|conference|forum|ceremony|summit)\b[^.;]{0,60}?\bin\s(?:the\s)?"
)
"""Words by which somebody is at a place, up to its name."""
_RELATIVE = re.compile(rf"(?<!\w)(?P<words>{RELATIVE})(?!\w)", re.IGNORECASE)
_TODAY = re.compile(r"\b(?P<words>today|yesterday|tomorrow)\b", re.IGNORECASE)
ANY_YEAR = 366
"""Days: who comes every few years on the same weekday is told apart by what else the text tells of the year."""


def visit_clues(sentences: Sequence[str], limit: date, allowed: Days) -> Iterator[Clue]:
    """A clue for each visit of which a sentence tells by a weekday, "today" or "last month".

    People come again: a visit counts where the days `allowed` by the rest of the text are within a year, or one of
    its days stands in the text.
    """
    dated = {(one.month, one.day) for sentence in sentences for one in english_dates().find(sentence)}
    for sentence in sentences:
        plain = unquoted(sentence)
        visits = [visit for visit in _told(plain) if visit.first <= limit]
        clues = [(visit, days) for visit in visits if (days := _days(plain, visit)) is not None]
        sure = [days for visit, days in clues if _is_sure(visit, days, allowed, dated)]
        if sure:
            yield Clue("event", any_of(sure), sentence.strip())


def _is_sure(visit: Visit, days: Days, allowed: Days, dated: set[tuple[int, int]]) -> bool:
    if not days & allowed:
        return False
    return allowed.width <= ANY_YEAR or any((day.month, day.day) in dated for day in _each(visit))


def _days(sentence: str, visit: Visit) -> Days | None:
    found = _TODAY.search(sentence)
    if found is not None:
        return seen_from((visit.first, visit.last), found["words"])
    weekdays = {weekday for _, weekday in bare_weekdays(sentence)}
    held = [day for day in _each(visit) if day.weekday() in weekdays]
    if held:
        return any_of([before_weekday(day) if is_future(sentence) else after_weekday(day) for day in held])
    relative = _RELATIVE.search(sentence)
    if relative is None or weekdays:
        return None
    days = seen_from((visit.first, visit.last), relative["words"])
    return None if days is None else days & between(visit.first - timedelta(days=400), date.max)


def _told(sentence: str) -> Iterator[Visit]:
    """The visits, whenever they were, of those named in a sentence to where it says that they are."""
    names = {found.group() for found in _names().finditer(sentence)}
    if names:
        for visit in bundled_events().visits:
            if not names.isdisjoint(visit.who) and any(_arrival(place).search(sentence) for place in visit.where):
                yield visit


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    names = {name for visit in bundled_events().visits for name in visit.who}
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})\b")


@lru_cache(maxsize=512)
def _arrival(place: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_ARRIVES}){re.escape(place)}\b", re.IGNORECASE)


def _each(visit: Visit) -> list[date]:
    return [visit.first + timedelta(days=step) for step in range((visit.last - visit.first).days + 1)]
