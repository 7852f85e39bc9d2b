"""A sentence → on which side of the day of publication its facts stand, and the days that it counts from there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from armswire.articles.dating.days import Days, around, between
from armswire.articles.dating.written_dates import weekday_numbers
from armswire.lexicon.dating_words import bundled_dating_words

_QUOTED = re.compile(r"[“\"«][^“”\"«»]{0,600}(?:[”\"»]|$)")
_PAST_FORM = re.compile(r"\b[a-z]{3,}ed\b")
_WEEKDAY_AFTER = re.compile(r"[\s,]*\(?\d")
RELATIVE = (
    r"(?:(?:earlier|later)\s+)?(?:today|yesterday|tomorrow|(?:this|last|next)\s+(?:week|month|year)|"
    r"(?P<count>\w+)\s+(?P<unit>day|week|month|year)s?\s+ago)"
)
"""Days, weeks, months and years counted from the day of publication."""


def is_future(sentence: str) -> bool:
    """Whether the article itself says that what it tells is to come; quoted words do not count."""
    return has("future", unquoted(sentence))


def is_past(sentence: str) -> bool:
    """Whether a sentence tells what has happened, and nothing that is to come or that may be."""
    plain = unquoted(sentence)
    told = has("past", plain) or _PAST_FORM.search(plain) is not None
    return told and not has("not_past", plain)


def unquoted(sentence: str) -> str:
    """A sentence without the words that it quotes, which count their days from another one."""
    return _QUOTED.sub(lambda found: " " * len(found.group()), sentence)


def has(kind: str, words: str) -> bool:
    """Whether one of a kind of words of the lexicon stands in some words, in lower case but at their beginning."""
    plain = words.lstrip()
    return _words(kind).search(plain[:1].lower() + plain[1:]) is not None


def bare_weekdays(sentence: str) -> list[tuple[int, int]]:
    """Where a weekday stands without a date, and which it is; "next Monday" and "last Monday" are left out."""
    return [
        (found.start("day"), weekday_numbers()[found["day"]])
        for found in _weekdays().finditer(unquoted(sentence))
        if not _WEEKDAY_AFTER.match(sentence, found.end())
    ]


def after_weekday(day: date) -> Days:
    """When it is said of a day that something happened "on Friday": on it and the six days after it."""
    return around(day, 0, 6)


def before_weekday(day: date) -> Days:
    """When it is said of a day that something will happen "on Friday"."""
    return around(day, 6, 0)


def seen_from(days: tuple[date, date], words: str) -> Days | None:
    """The days from which a stretch of days is called "yesterday", "last month", "two years ago"; None for others."""
    first, last = days
    plain = " ".join(words.lower().split())
    side, _, rest = plain.partition(" ") if plain.startswith(("earlier ", "later ")) else ("", "", plain)
    if rest in _DAYS:
        shift = timedelta(days=_DAYS[rest])
        found = between(first - shift, last - shift)
    elif rest.endswith(" ago"):
        return _ago(first, rest)
    else:
        step, _, unit = rest.partition(" ")
        found = _periods(first, last, {"this": 0, "last": 1, "next": -1}[step], unit)
    if side == "earlier" or rest.startswith("last"):
        found &= between(first, date.max)
    elif side == "later" or rest.startswith("next"):
        found &= between(date.min, last)
    return found


_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_SMALL = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
          "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
             "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12}  # fmt: skip


def number(word: str) -> int | None:
    """The number of a word or of figures ("two", "2nd", "second"); None for any other word."""
    plain = word.lower()
    if plain.isdecimal() and len(plain) <= 4:
        return int(plain)
    figures = plain[:-2]
    if plain[-2:] in {"st", "nd", "rd", "th"} and figures.isdecimal() and len(figures) <= 4:
        return int(figures)
    return _SMALL.get(plain) or _ORDINALS.get(plain)


def shift_months(day: date, months: int) -> date:
    """The same day so many months later; the last of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number_of_day in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number_of_day)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def _ago(first: date, words: str) -> Days | None:
    """Rounded as speech does: half a unit to either side, a day where days are counted."""
    count = number(words.split()[0])
    unit = words.split()[1].rstrip("s")
    if count is None or count > 60:
        return None
    if unit == "day":
        return around(first + timedelta(days=count), 1, 1)
    if unit == "week":
        return around(first + timedelta(weeks=count), 4, 4)
    months = count * (12 if unit == "year" else 1)
    slack = 183 if unit == "year" else 16
    return around(shift_months(first, months), slack, slack)


def _periods(first: date, last: date, step: int, unit: str) -> Days:
    """The weeks, months or years `step` after those of the days. Weeks begin on Sunday or Monday, as papers differ."""
    if unit == "week":
        start = first - timedelta(days=(first.weekday() + 1) % 7)
        end = last + timedelta(days=6 - last.weekday())
        return between(start + timedelta(weeks=step), end + timedelta(weeks=step))
    months = step * (12 if unit == "year" else 1)
    if unit == "year":
        return between(date(first.year + step, 1, 1), date(last.year + step, 12, 31))
    start, end = shift_months(first.replace(day=1), months), shift_months(last.replace(day=1), months + 1)
    return between(start, end - timedelta(days=1))


@lru_cache(maxsize=8)
def _words(kind: str) -> re.Pattern[str]:
    words: Iterable[str] = getattr(bundled_dating_words(), kind)
    alternatives = "|".join(re.escape(word).replace("\\'", "['’]") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


@lru_cache(maxsize=1)
def _weekdays() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!last )(?<!next )(?<!previous )(?<!every )(?<!each )\b(?P<day>{'|'.join(weekday_numbers())})\b(?!['’]s)"
    )
