"""A line or sentence → the dates written in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from armswire.lexicon.dating_words import bundled_dating_words

_NUMERIC = re.compile(
    r"(?<![\d./-])(?:"
    r"(?P<y>(?:19|20)\d\d)(?P<s>[-./]|\s?年\s?|\.\s)(?P<m>\d{1,2})(?:[-./]|\s?月\s?|\.\s)(?P<d>\d{1,2})(?!\d)"
    r"|(?P<a>\d{1,2})(?P<t>[-./])(?P<b>\d{1,2})(?P=t)(?P<z>(?:19|20)\d\d)(?!\d)"
    r")"
)


_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_]+")
_NTH = r"(?:st|nd|rd|th|er|º|°|\.)?"
_YEAR = r"(?:\s?,?\s(?:del?\s)?(?P<year>(?:19|20)\d\d)(?!\d))?"
_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?P<month>[^\W\d_]{{2,12}})\.?\s(?P<day>\d{{1,2}}){_NTH}(?![\w:]){_YEAR}", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    rf"(?<![\w.:])(?P<day>\d{{1,2}}){_NTH}\s(?:of\s|de\s|d['’])?(?P<month>[^\W\d_]{{2,12}})\b\.?{_YEAR}", re.IGNORECASE
)
LONGEST_NAME = 18
"""Characters of the name of a weekday with the signs behind it; the longest are Portuguese."""
_WORD_BEFORE = re.compile(r"(?<!\w)(?P<word>[^\W\d_](?:[\w-]*[^\W_])?)\.?,?\s\(?$")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a text; `year` and `weekday` (0 is Monday) are None where it has none."""

    start: int
    end: int
    month: int
    day: int
    year: int | None = None
    weekday: int | None = None

    def on(self, year: int) -> date | None:
        """The day in a year; None where the calendar has none, or another weekday stands beside it."""
        try:
            day = date(year, self.month, self.day)
        except ValueError:
            return None
        return None if self.weekday is not None and self.weekday != day.weekday() else day

    @property
    def whole(self) -> date | None:
        """The day, where the year stands beside it and the weekday agrees."""
        return None if self.year is None else self.on(self.year)


class DateWords:
    """Finds dates by the names of months and weekdays of some languages; built once."""

    def __init__(self, months: Mapping[str, int], weekdays: Mapping[str, int], *, cased: bool) -> None:
        self._cased = cased
        self._months = months
        self._weekdays = weekdays

    def find(self, text: str) -> list[WrittenDate]:
        """The dates of a text in their order; numbers alone count where they can mean one day only."""
        if not _DIGIT.search(text):
            return []
        found = [*self._named(_MONTH_FIRST, text), *self._named(_DAY_FIRST, text), *_numeric(text)]
        found.sort(key=lambda one: (one.start, -one.end))
        kept: list[WrittenDate] = []
        for one in found:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return kept

    def has_weekday(self, words: str) -> bool:
        """Whether a weekday is named in some words."""
        return any(self._key(word) in self._weekdays for word in _WORDS.findall(words))

    def _named(self, pattern: re.Pattern[str], text: str) -> Iterator[WrittenDate]:
        for match in pattern.finditer(text):
            month, number = self._months.get(self._key(match["month"])), int(match["day"])
            if month is None or not 1 <= number <= 31:
                continue
            weekday = self._weekday_before(text, match.start())
            start = match.start() if weekday is None else weekday[0]
            year = None if match["year"] is None else int(match["year"])
            yield WrittenDate(start, match.end(), month, number, year, None if weekday is None else weekday[1])

    def _weekday_before(self, text: str, end: int) -> tuple[int, int] | None:
        """Where the weekday right before a date stands, and which it is."""
        found = _WORD_BEFORE.search(text, max(end - LONGEST_NAME, 0), end)
        number = None if found is None else self._weekdays.get(self._key(found["word"]))
        return None if found is None or number is None else (found.start("word"), number)

    def _key(self, word: str) -> str:
        return word if self._cased else word.lower()


def _numeric(text: str) -> Iterator[WrittenDate]:
    for match in _NUMERIC.finditer(text):
        if match["y"] is not None:
            yield from _checked(match, int(match["y"]), int(match["m"]), int(match["d"]))
            continue
        first, second, year = int(match["a"]), int(match["b"]), int(match["z"])
        # With full stops the day is first everywhere; else 04/05/2031 is a day in April or in May.
        if first > 12 or match["t"] == "." or first == second:
            yield from _checked(match, year, second, first)
        elif second > 12:
            yield from _checked(match, year, first, second)


def _checked(match: re.Match[str], year: int, month: int, day: int) -> Iterator[WrittenDate]:
    try:
        date(year, month, day)
    except ValueError:
        return
    yield WrittenDate(match.start(), match.end(), month, day, year)


@lru_cache(maxsize=1)
def english_dates() -> DateWords:
    """Dates of English running text, whose names of months have their capitals."""
    months, weekdays = _names(("en",))
    months = {name[:1].upper() + name[1:]: number for name, number in months.items()} | {"Sept": 9}
    return DateWords(months, {name.capitalize(): number for name, number in weekdays.items()}, cased=True)


@lru_cache(maxsize=1)
def dates_of_all_languages() -> DateWords:
    """Dates of stamps and datelines, in any of the languages of the lexicon."""
    months, weekdays = _names(bundled_dating_words().locales)
    return DateWords(months | {"sept": 9}, weekdays, cased=False)


@lru_cache(maxsize=1)
def weekday_numbers() -> dict[str, int]:
    """English weekdays with a capital, short ones left out; Monday is 0."""
    _, weekdays = _names(("en",))
    return {name.capitalize(): number for name, number in weekdays.items() if name.endswith("day")}


def _names(locales: Sequence[str]) -> tuple[dict[str, int], dict[str, int]]:
    """Names of months and weekdays in lower case, from the Unicode CLDR; of two languages the first has a name."""
    from babel import Locale

    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for code in locales:
        locale = Locale(code)
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[form][width].items():
                    if not name[:1].isdigit():
                        months.setdefault(name.lower().rstrip("."), number)
                # Short names of weekdays mean other days in the next language ("so" is Sunday and Saturday).
                if width == "wide" or code == "en":
                    for number, name in locale.days[form][width].items():
                        weekdays.setdefault(name.lower().rstrip("."), number)
    return months, weekdays
