"""The events that an article's sentences name → what each tells of the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from armswire.articles.dating.clue import Clue
from armswire.articles.dating.days import Days, around, between, since
from armswire.articles.dating.event_forms import Named, bundled_forms
from armswire.articles.dating.tense import (
    RELATIVE,
    after_weekday,
    bare_weekdays,
    before_weekday,
    has,
    is_future,
    number,
    seen_from,
    shift_months,
    unquoted,
)

_ANNIVERSARY = re.compile(
    r"\b(?P<n>\w+)(?:[ -](?:year|yr))?\sanniversary\s(?:of|since)\s"
    r"(?:the\s)?(?:start\sof\s|beginning\sof\s)?(?:the\s)?",
    re.IGNORECASE,
)
_ELAPSED = re.compile(
    r"(?:\b(?P<how>nearly|almost|just under|more than|over|about|around|roughly|some|exactly|just)\s)?"
    r"\b(?:(?P<now>now)[ -])?(?P<n>\w+)[ -](?P<unit>day|week|month|year)s?"
    r"(?:(?P<long>[ -](?:long|old))|\s(?P<joint>into|after|since|from)\b)",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"\b(?:(?P<nth>\w+)\s(?P<unit>day|week|month|year)|(?P<day>day)\s(?P<n>\d{1,4}))\sof\s(?:the\s)?$", re.IGNORECASE
)
_BEFORE = re.compile(rf"(?<!\w)(?P<words>{RELATIVE})(?:['’]s)?\s(?:\w+\s)?$", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?:\s(?:in|at)(?:\s[A-Z][\w-]+){{1,2}})?,?\s(?:held\s|began\s|started\s|on\s)?(?P<words>{RELATIVE})\b",
    re.IGNORECASE,
)
_WEEKDAY_NEAR = 30
"""Characters between an event's name and the weekday that belongs to it ("the summit in Vilnius on Tuesday")."""
_SINCE = re.compile(
    r"\b(?:since|after|following|in the wake of)\s(?:the\s)?(?:start\sof\s|beginning\sof\s)?(?:the\s)?$", re.I
)
_UNSURE = re.compile(r"\b(?:if|in case|possible|potential|threatened|feared|imminent|planned|would)\b", re.IGNORECASE)
_REACH = 60
"""Characters within which "11 months into" and the name of the war stand together."""
_ONCE = frozenset({"attack", "upheaval", "disaster", "summit", "election", "treaty", "test"})
_EVE = timedelta(days=45)
"""An anniversary is written of from about six weeks before."""


def event_clues(sentences: Sequence[str], limit: date) -> Iterator[Clue]:
    """A clue for each event that a sentence counts days from, and a bound for each that it looks back on."""
    for sentence in sentences:
        plain = unquoted(sentence)
        for named in bundled_forms().find(plain):
            if named.event.first <= limit:
                yield from _clues(plain, named)


def _clues(sentence: str, named: Named) -> Iterator[Clue]:
    before = sentence[: named.start]
    words = sentence.strip()
    anniversary = next((found for found in _ANNIVERSARY.finditer(before) if found.end() > named.start - 25), None)
    if anniversary is not None:
        days = _anniversary(sentence, anniversary, named)
        if days is not None:
            yield Clue("anniversary", days, words)
        return
    if named.event.kind == "commemoration":
        return
    elapsed = _elapsed(sentence, named)
    if elapsed is not None:
        yield Clue("elapsed", elapsed, words)
    if named.event.kind in _ONCE:
        beside = _beside(sentence, named)
        if beside is not None:
            yield Clue("event", beside, words)
    if _SINCE.search(before) and not _UNSURE.search(before):
        yield Clue("bounds", since(named.event.first), words)


def _anniversary(sentence: str, found: re.Match[str], named: Named) -> Days | None:
    count = number(found["n"])
    if count is None or count > 150:
        return None
    day = shift_months(named.event.first, 12 * count)
    said_before = sentence[max(found.start() - 40, 0) : found.start()]
    weekdays = {weekday for _, weekday in bare_weekdays(sentence)}
    if re.search(r"\btoday\b", sentence, re.IGNORECASE):
        return between(day, day)
    if re.search(r"\b(?:on|marks|marked|marking|mark|commemorat\w+)\s(?:\w+\s){0,2}$", said_before, re.IGNORECASE):
        if day.weekday() in weekdays:
            return before_weekday(day) if is_future(sentence) else after_weekday(day)
        return between(day - _EVE, day) if is_future(sentence) else since(day - timedelta(days=10))
    if has("ahead", said_before):
        return between(day - _EVE, day)
    return since(day - _EVE)


def _elapsed(sentence: str, named: Named) -> Days | None:
    """How long ago the event began, by "11 months into", "now 11-month-long" or "the 400th day of"."""
    nth = _NTH.search(sentence[: named.start])
    if nth is not None:
        return _nth(nth, named.event.first)
    start = max(named.start - _REACH, 0)
    for found in _ELAPSED.finditer(sentence, start, named.end):
        count = number(found["n"])
        if count is None or count > 1000:
            continue
        if found["joint"] and found.end() < named.start - 25:
            continue
        is_now = found["now"] is not None or (found["long"] is not None and named.event.kind == "war")
        return _since_beginning(
            named.event.first, count, found["unit"].lower(), (found["how"] or "").lower(), now=is_now
        )
    return None


def _nth(found: re.Match[str], first: date) -> Days | None:
    """ "The 400th day of the war", "its second year"; days are counted from one, give or take one."""
    unit = (found["unit"] or found["day"]).lower()
    count = number(found["nth"] or found["n"])
    if count is None or not 2 <= count <= 5000:
        return None
    if unit == "day":
        return around(first + timedelta(days=count - 1), 1, 1)
    return between(_later(first, count - 1, unit), _later(first, count, unit))


def _since_beginning(first: date, count: int, unit: str, how: str, *, now: bool) -> Days:
    """From when on so much time has passed: all of it, or nearly, with what speech leaves away."""
    reached = _later(first, count, unit)
    slack = {"day": 1, "week": 4, "month": 16, "year": 61}[unit]
    if how in {"nearly", "almost", "just under"}:
        start = _later(first, count - 1, unit) if unit != "year" else reached - timedelta(days=183)
        return between(start, reached) if now else since(start)
    start = reached - timedelta(days=slack)
    if not now or how in {"more than", "over"}:
        return since(start)
    return between(start, _later(first, count + 1, unit) + timedelta(days=slack))


def _later(day: date, count: int, unit: str) -> date:
    if unit in {"day", "week"}:
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    return shift_months(day, count * (12 if unit == "year" else 1))


def _beside(sentence: str, named: Named) -> Days | None:
    """From when an event is "last week's", or was "earlier this month" or "on Tuesday"."""
    days = (named.event.first, named.event.last)
    found = _BEFORE.search(sentence[: named.start]) or _AFTER.match(sentence, named.end)
    if found is not None:
        return seen_from(days, found["words"])
    told = {weekday for at, weekday in bare_weekdays(sentence) if named.end < at <= named.end + _WEEKDAY_NEAR}
    held = [day for day in _each(*days) if day.weekday() in told]
    if len(held) != 1 or len(told) != 1:
        return None
    return before_weekday(held[0]) if is_future(sentence) else after_weekday(held[0])


def _each(first: date, last: date) -> list[date]:
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]
