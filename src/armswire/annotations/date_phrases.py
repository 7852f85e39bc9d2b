"""The phrases that name days and periods.

One `DatePhrase` per kind of phrase: the name of its rule, a pattern, and the reading of its match. Every repetition in
a pattern is bounded, so that matching stays linear. The group `core`, where a pattern has one, is what the mention
covers. Names of months and days count with their capital only: "may" and "march" are verbs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from armswire.annotations import date_readings
from armswire.annotations.date_readings import DateReadings
from armswire.lexicon.numbers import NumberLexicon
from armswire.model.ranges import DateRange

Reading = Callable[[re.Match[str], date], DateRange | None]

G = r"(?:[\s\u00a0]{1,3})"  # the gap between two words
B, E = r"(?<!\w)", r"(?!\w)"  # where a word begins and ends
YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w%]|[-–/,.:]\d)"
# Of any two day numbers the second is the last of a range: "3-5 March".
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\w|[.,:]\d|%)"
DAY2 = r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?(?!\w|[.,:]\d|%)"
PART = rf"(?:(?P<part>early|mid|late)(?:-|{G})(?:in{G})?|(?:the{G})?(?P<part2>beginning|start|middle|end){G}of{G})"
REL_YEAR = rf"{G}(?:of{G})?(?P<rel>last|this|next|the{G}previous){G}year"
UNIT = rf"(?P<unit>day|week|month|year|decade)s?{E}"
# "in 2000 metres", "of 2014 rounds": no years.
NO_COUNT = (
    rf"(?!{G}(?:met(?:re|er)s|feet|km|kilomet\w{{2,4}}|tonn?es|tons|rounds|troops|soldiers|people|shells|tanks){E})"
)
# A month by itself is one only after such a word: "Theresa May", "April Jones".
MONTH_TRIGGER = (
    rf"(?:in|since|until|till|by|from|during|of|before|after|around|through|the|its|their|a|as{G}of|for|on|['’]s)"
)
YEAR_TRIGGER = rf"(?:in|since|until|till|by|from|during|of|before|after|throughout|through|for|to|around|late{G}as)"


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A kind of phrase; `absolute` ones can be read without knowing when the article appeared."""

    rule: str
    pattern: re.Pattern[str]
    read: Reading
    absolute: bool = False


class DatePhrases:
    """All phrases, with the names of months, weekdays and seasons of one lexicon."""

    def __init__(self, numbers: NumberLexicon) -> None:
        words = numbers.words
        months = "|".join(month.name for month in words.months)
        short = "|".join(name for month in words.months for name in month.short)
        self._month = rf"(?-i:(?:{months}){E}|(?:{short})(?:\.|{E}))"
        self._full_month = rf"(?-i:(?:{months}){E}|(?:{short})\.)"
        days = "|".join(name for day in words.weekdays for name in (day.name, *day.short))
        self._on = rf"(?:(?-i:{days})\.?,?{G}(?:the{G})?)?"
        self._weekday = rf"(?P<weekday>(?-i:{'|'.join(day.name for day in words.weekdays)})){E}"
        self._season = rf"(?P<season>{'|'.join(word for season in words.seasons for word in season.words)}){E}"
        self._count = rf"(?P<n>a{G}couple{G}of|an?|\d{{1,2}}|{'|'.join(words.cardinals)}){E}"
        phrases = sorted((p for entry in words.relative_days for p in entry.phrases), key=lambda p: (-len(p), p))
        self._relative_days = "|".join(re.escape(phrase).replace(r"\ ", G) for phrase in phrases)
        read = DateReadings(numbers)
        self.phrases = (*self._days(read), *self._months(read), *self._years(read), *self._relative(read))

    def _days(self, read: DateReadings) -> list[DatePhrase]:
        dash = rf"(?:{G}?(?:-|–|to|through|or|and){G}?{DAY2})?"
        day_month = rf"(?<![\w.,:/$€£-]){self._on}{DAY}{dash}{G}(?:of{G})?(?P<month>{self._month})"
        month_day = rf"{B}{self._on}(?P<month>{self._month}){G}{DAY}(?:{G}?(?:-|–|to|through){G}?{DAY2})?"
        year = rf",?{G}{YEAR}"
        iso = r"(?<![\w-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/])(?P<number>0\d|1[0-2])(?P=sep)(?P<day>[0-3]\d)(?![\w-])"
        dotted = r"(?<![\w./])(?P<day>[0-3]?\d)(?P<sep>[./])(?P<number>[01]?\d)(?P=sep)(?P<year>(?:19|20)\d\d)(?![\w/])"
        return [
            _phrase("iso", iso, read.numeric, absolute=True),
            _phrase("numeric", dotted, read.numeric, absolute=True),
            _phrase("date", day_month + year, read.full_day, absolute=True),
            _phrase("date", month_day + year, read.full_day, absolute=True),
            _phrase("day_month_of_year", day_month + REL_YEAR, read.full_day),
            _phrase("day_month_of_year", month_day + REL_YEAR, read.full_day),
            _phrase("day_month", day_month, read.day),
            _phrase("day_month", month_day, read.day),
        ]

    def _months(self, read: DateReadings) -> list[DatePhrase]:
        full = rf"(?P<month>{self._full_month})"
        two = (
            rf"{B}(?:(?:between|from){G})?{full}{G}?(?:-|–|and|to|through|until|till){G}?(?P<month2>{self._full_month})"
        )
        rel = rf"(?P<rel>last|this{G}past|this|this{G}coming|next|past)"
        owned = rf"{B}(?P<month>(?-i:January|February|July|September|October|November|December))(?=['’]s)"
        of_year = rf"{B}{PART}?(?P<month>{self._month})(?:,|{G}of)?{G}{YEAR}"
        alone = rf"(?!{G}\d|{G}(?-i:[A-Z]))"
        return [
            _phrase("month_range_of_year", rf"{two},?{G}{YEAR}", read.months_of_year, absolute=True),
            _phrase("month_range", rf"{two}(?!{G}\d)", read.months_between),
            _phrase("month_year", of_year, read.month_year, absolute=True),
            _phrase("month_of_year", rf"{B}{PART}?{full}{REL_YEAR}", read.month_year),
            _phrase("month", rf"{B}{MONTH_TRIGGER}{G}(?P<core>{PART}?{full}){alone}", read.month),
            _phrase("month", rf"{B}{PART}{full}(?!{G}\d)", read.month),
            _phrase("month", owned, read.month),
            _phrase("relative_month", rf"{B}{rel}{G}{full}(?!{G}\d)", read.relative_month),
        ]  # fmt: skip

    def _years(self, read: DateReadings) -> list[DatePhrase]:
        first, last = r"(?P<year>(?:19|20)\d\d)", r"(?P<year2>(?:19|20)\d\d|(?<=[-–])\d\d)(?![\w%-])"
        two = rf"(?<![\w.,/-])(?:(?:between|from){G})?{first}(?:{G}(?:and|to|through|until){G}|[-–]){last}"
        decade = rf"{B}(?:the{G})?(?:{PART}(?:the{G})?)?(?P<decade>(?:19|20)\d0)['’]?s{E}"
        nth = rf"(?P<nth>first|second|third|fourth|final|last){G}(?P<kind>quarter|half)"
        quarter = rf"{B}(?:the{G})?(?:{nth}|Q(?P<q>[1-4])|(?P<q2>[1-4])Q)"
        of_rel = rf"{G}(?:of{G}|in{G})?(?P<rel>last|this|next|the){G}year{E}"
        season = rf"{B}(?:the{G})?(?:{PART}(?:the{G})?)?{self._season}"
        season_year = rf"{season}{G}(?:of{G}|in{G})?(?P<year>(?:19|20)\d\d)(?:[-–/]\d{{2,4}})?{E}"
        rel = rf"(?P<rel>last|this{G}past|this|this{G}coming|next)"
        in_season = (
            rf"{B}(?:in|since|by|during|over|until){G}(?P<core>(?:the{G}|{PART})(?:the{G})?{self._season})(?!{G}of)"
        )
        return [
            _phrase("year_range", two, read.years, absolute=True),
            _phrase("decade", decade, read.decade, absolute=True),
            _phrase("year", rf"{B}{PART}{YEAR}{NO_COUNT}", read.year, absolute=True),
            _phrase("year", rf"{B}{YEAR_TRIGGER}{G}(?P<core>{YEAR}){NO_COUNT}", read.year, absolute=True),
            _phrase("quarter_year", rf"{quarter}{G}(?:of{G}|in{G})?{YEAR}", read.quarter_or_half, absolute=True),
            _phrase("quarter_of_year", quarter + of_rel, read.quarter_or_half),
            _phrase("quarter", rf"{B}(?:the{G})?(?P<nth>first|second|third|fourth){G}quarter{E}", read.quarter),
            _phrase("season_year", season_year, read.season_year, absolute=True),
            _phrase("season_of_year", season + REL_YEAR, read.season_year),
            _phrase("relative_season", rf"{B}{PART}?{rel}{G}{self._season}", read.relative_season),
            _phrase("season", in_season, read.season),
        ]  # fmt: skip

    def _relative(self, read: DateReadings) -> list[DatePhrase]:
        rel = rf"(?P<rel>last|this|next|the{G}(?:previous|current|coming|following|past)|previous)"
        part_rel = rf"(?P<rel>last|this{G}past|this|this{G}coming|next|past|the){G}"
        period = rf"(?P<unit>week|month|quarter|year|decade){E}"
        weekday_rel = rf"(?P<rel>last|next|this{G}past|this{G}coming|this|(?:the{G})?previous|past|coming){G}"
        of_week = rf"{G}(?:of{G})?(?P<week>last|next|this){G}week{E}"
        hour = rf"(?:{G}(?:morning|afternoon|evening|night){E})?"
        year_end = rf"{B}(?:the{G})?(?:year[-‑]end|year{G}end|year['’]s{G}end|end[-‑]of[-‑]year){E}"
        side = rf"{B}(?P<side>earlier|later){G}(?:on{G})?(?:in{G})?(?:this|the){G}{period}"
        past = rf"{B}(?:(?:in|over|during|within|for){G})?the{G}(?:past|last){G}"
        next_ = rf"{B}(?:within|(?:in|over|during|for|within){G}the{G}(?:next|coming)){G}"
        n = self._count
        return [
            _phrase("relative_days", rf"(?<![\w-])(?P<phrase>{self._relative_days})(?![\w-])", read.relative_days),
            _phrase("weekday", rf"{B}{self._weekday}{hour}(?!-)", read.weekday),
            _phrase("relative_weekday", rf"{B}{weekday_rel}{self._weekday}{hour}(?!-)", read.relative_weekday),
            _phrase("weekday_of_week", rf"{B}{self._weekday}{hour}{of_week}", read.weekday_of_week),
            _phrase("weekend", rf"{B}the{G}weekend{E}", date_readings.weekend),
            _phrase("relative_weekend", rf"{B}{rel}{G}weekend{E}", date_readings.weekend),
            _phrase("part_of_period", rf"{B}{PART}{part_rel}{period}", date_readings.part_of_period),
            _phrase("end_of_year", year_end, date_readings.end_of_year),
            _phrase("side_of_period", side, date_readings.side_of_period),
            _phrase("relative_period", rf"{B}{rel}{G}{period}", date_readings.relative_period),
            _phrase("past_count", rf"{past}{n}{G}{UNIT}", read.past_count),
            _phrase("past_hours", rf"{past}(?P<hours>\d{{1,2}}){G}hours{E}", date_readings.past_hours),
            _phrase("ago", rf"{B}{n}{G}(?P<unit>day|week|month|year)s?{G}ago{E}", read.ago),
            _phrase("hours_ago", rf"{B}(?:{n}{G})?(?:hours?|minutes?){G}(?:ago|earlier){E}", date_readings.past_hours),
            _phrase("within", rf"{next_}{n}{G}{UNIT}", read.within),
            # "for the first time in two months" looks back, "in two months" ahead.
            _phrase("ahead", rf"{B}(?<!time )in{G}{n}{G}(?P<unit>day|week|month)s?(?:['’]?{G}time)?{E}", read.ahead),
        ]


def _phrase(rule: str, pattern: str, read: Reading, *, absolute: bool = False) -> DatePhrase:
    return DatePhrase(rule, re.compile(pattern, re.IGNORECASE), read, absolute)


@lru_cache(maxsize=4)
def date_phrases(numbers: NumberLexicon) -> DatePhrases:
    """The phrases for a lexicon, compiled once."""
    return DatePhrases(numbers)
