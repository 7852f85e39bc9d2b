"""Lines above and below an article's words → the day with which they stamp it ("Published: 3 March 2031")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum
from functools import lru_cache

from armswire.articles.dating.told import Told
from armswire.articles.dating.written_dates import dates_of_all_languages
from armswire.lexicon.dating_words import bundled_dating_words

LONGEST_STAMP = 120
"""Characters of a line that may be a stamp; the longest seen name writer, section, two days and a time zone."""
LONGEST_LABEL = 40
"""Characters; a line that holds no more than "Published" or "Published 3 hours ago" is shorter."""
_TIME = r"(?:(?:at|à|um|alle|kl\.?|klo|às|a las|о|в)\s*)?\d{1,2}[:.h]\d{0,2}(?::\d\d(?:\.\d+)?)?"
_ZONE = r"(?:\(?[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?\)?|[+-]\d\d:?\d\d|Uhr|Z)"
_TAIL = re.compile(
    rf"[.,]?(?:(?:T|[\s,|/·•@–-]{{1,4}})?{_TIME})?(?:\s*[ap]\.?m\.?)?(?:\s*{_ZONE})?\s*(?:г\.|года|р\.|року)?\s*"
    rf"(?:[|·•/(–—-].{{0,70}}|,?\s*(?P<updated>.{{0,70}}))?",
    re.IGNORECASE,
)
_WRITER = re.compile(r"(?:By |BY |by )?[^\W\d_][\w.'’&-]*(?: [^\W\d_&][\w.'’&-]*){0,5} ?(?P<sign>[|·•–—,-]) ?$")
_NAME = re.compile(r"(?:By |BY |by )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3},? ?$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AGO = re.compile(r"(?:.{0,20}\s)?(?P<n>\d{1,2}|an?|one) (?P<unit>minute|min|hour|hr|day)s? ago", re.IGNORECASE)


class Force(IntEnum):
    """How plainly a line says that it is a stamp; the plainest wins."""

    UPDATED = 1
    BARE = 2
    PUBLISHED = 3


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day that a line stamps an article with."""

    day: date
    force: Force
    line: str


def find_stamp(told: Told, limit: date, retrieved: datetime | None) -> tuple[Stamp | None, list[Stamp]]:
    """The stamp that counts, and the others that are as plain and say another day.

    One after `limit` is none; dates alone on their lines count above the running text, where they are of one day.
    """
    found = [stamp for stamp in _find_all(told) if stamp.day <= limit]
    for force in sorted(Force, reverse=True):
        alike = [stamp for stamp in found if stamp.force is force]
        days = {stamp.day for stamp in alike}
        if force is Force.BARE and len(days) > 1:
            # A list of other articles, each with its day, looks like that.
            continue
        if alike:
            return alike[0], [stamp for stamp in alike if stamp.day != alike[0].day]
    if retrieved is not None:
        return next(_find_ago(told, retrieved), None), []
    return None, []


def read_stamp(line: str, *, alone: bool = True) -> Stamp | None:
    """The stamp that a line is; with `alone` also where nothing but a writer's name stands beside the day."""
    if len(line) > LONGEST_STAMP or not _YEAR.search(line):
        return None
    for day in dates_of_all_languages().find(line)[:1]:
        if day.whole is None:
            return None
        tail = _TAIL.fullmatch(line, day.end)
        if tail is None or (tail["updated"] and not _opens(tail["updated"])):
            return None
        force = _force(line[: day.start], alone=alone)
        return None if force is None else Stamp(day.whole, force, line)
    return None


def _find_all(told: Told) -> Iterator[Stamp]:
    running = set(told.running)
    for place, line in enumerate(told.lines):
        if place in running or len(line) > LONGEST_STAMP:
            continue
        above = place < told.above
        stamp = read_stamp(line, alone=above)
        if stamp is None and place and _is_label(told.lines[place - 1]):
            stamp = read_stamp(f"{told.lines[place - 1]} {line}", alone=above)
        elif stamp is not None and stamp.force is Force.BARE and place and _is_label(told.lines[place - 1]):
            stamp = read_stamp(f"{told.lines[place - 1]} {line}") or stamp
        if stamp is not None:
            yield stamp


def _find_ago(told: Told, retrieved: datetime) -> Iterator[Stamp]:
    """ "3 hours ago" of a page whose fetching is known."""
    for line in told.lines[: told.above]:
        found = _AGO.fullmatch(line) if len(line) < LONGEST_LABEL else None
        if found is not None:
            count = int(found["n"]) if found["n"].isdigit() else 1
            unit = {"m": "minutes", "h": "hours", "d": "days"}[found["unit"][0].lower()]
            yield Stamp((retrieved - timedelta(**{unit: count})).date(), Force.BARE, line)


def _force(before: str, *, alone: bool) -> Force | None:
    label = _label().match(before)
    if label is not None and label.end() == len(before):
        return Force.PUBLISHED if label["published"] else Force.UPDATED
    if not alone:
        return None
    if not before.strip(" |•·-–—*"):
        return Force.BARE
    writer = _WRITER.match(before)
    if writer is not None and writer.end() == len(before) and (writer["sign"] != "," or _NAME.match(before)):
        return Force.BARE
    return None


def _opens(words: str) -> bool:
    """Whether a second stamp stands behind the first ("3 March 2031, updated 4 March 2031")."""
    return _label().match(words) is not None


def _is_label(line: str) -> bool:
    """Whether a line is a label alone, its day on the next line."""
    found = _label().fullmatch(line) if len(line) < LONGEST_LABEL else None
    return found is not None


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    words = bundled_dating_words()
    published, updated = (
        "|".join(re.escape(word) for word in sorted(kind, key=len, reverse=True))
        for kind in (words.published, words.updated)
    )
    # "on", "am", "le", ... before the day: at most two short words, so that none has to be listed.
    return re.compile(
        rf"[\W_]{{0,4}}(?:(?P<published>{published})|(?P<updated>{updated}))"
        rf"(?:\s*[:：|–-])?(?:\s[^\W\d_]{{1,3}}:?){{0,2}}\s*",
        re.IGNORECASE,
    )
