"""The opening of an article → the day of its dateline ("LIMA, March 3 (Andean News) -")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from armswire.articles.dating.told import Told
from armswire.articles.dating.written_dates import WrittenDate, dates_of_all_languages

OPENING = 110
"""Characters within which a dateline ends; the longest have a town, a state, a day with its year and an agency."""
LINES = 4
"""In how many of the first lines of running text one may stand: the captions of pictures may come before it."""
_PLACE = re.compile(
    r"[\"“(]?[^\W\d_][\w.'’/-]*(?: [^\W\d_][\w.'’/-]*){0,3}(?:,\s?[^\W\d_][\w.'’/-]*(?: [^\W\d_][\w.'’/-]*){0,2}){0,2}"
    r"(?:[,.]\s?|\s?[,.]?\s?\()"
)
_SMALL = frozenset({"de", "la", "del", "el", "al", "of", "the", "and", "am", "di", "da", "do", "den", "le", "les"})
_AGENCY = r"(?:\((?P<agency>[^()]{2,60})\)|/(?P<slashed>[^/]{2,40})/)"
_DASH = r"[.,]?\s?[-–—:|]{1,2}(?=\s)"
_AFTER_PLACE = re.compile(rf"\s?\)?[.,]?(?:\s?{_AGENCY}(?:{_DASH}|\.(?=\s))|{_DASH})")
_AFTER_DAY = re.compile(rf"[.,]?(?:\s?{_AGENCY}{_DASH}|\s\|\s[^\W\d_][\w .&'’-]{{1,40}}$)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's day, with or without a year, and its words."""

    day: WrittenDate
    words: str


def find_dateline(told: Told) -> Dateline | None:
    """The first dateline of an article."""
    for place in (*range(told.above), *told.running[:LINES]):
        found = read_dateline(told.lines[place])
        if found is not None:
            return found
    return None


def read_dateline(line: str) -> Dateline | None:
    """The dateline with which a line opens: place, day and a dash, or a day with an agency's name behind it."""
    for day in dates_of_all_languages().find(line[:OPENING])[:1]:
        before = line[: day.start]
        if before.strip('"“ '):
            opens = _AFTER_PLACE.match(line, day.end) if _is_place(before) else None
        else:
            opens = _AFTER_DAY.match(line, day.end)
        if opens is not None and not dates_of_all_languages().has_weekday(opens["agency"] or ""):
            return Dateline(day, line[: opens.end()].strip())
    return None


def _is_place(words: str) -> bool:
    """Whether words are names of places: capitals on all but the small words of names."""
    return _PLACE.fullmatch(words) is not None and all(
        word[:1].isupper() or word.lower() in _SMALL for word in re.findall(r"[^\W\d_][\w'’-]*", words)
    )
