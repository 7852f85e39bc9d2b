"""What a page tells of days → the day on which its article came out, the rule that gave it, what speaks against it.

The rules in order: the page's JSON-LD, its `meta` elements and microdata, its `time` elements, its address; where none
of them tells, data in its scripts and the day that it shows. Days of change tell nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from armswire.articles.facts.address_day import find_address_day
from armswire.articles.facts.linked_data import LinkedData, Node, strings_of
from armswire.articles.facts.meta_tags import MetaTags
from armswire.articles.facts.script_data import find_script_days
from armswire.articles.facts.shown_days import find_days_beside, find_shown_days, read_shown_lines
from armswire.articles.facts.time_elements import find_marked_days, find_time_days
from armswire.articles.facts.written_days import Moment, read_moment
from armswire.lexicon.page_keys import bundled_page_keys

SAME = timedelta(days=1)
"""Days so near are one: a page's programs write the day of different time zones."""

Rule = tuple[str, Iterator[Moment]]
"""A rule's name and the days that it tells, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Told:
    """A day, and the rule that gave it."""

    day: date
    by: str


@dataclass(frozen=True, slots=True)
class Publication:
    """The day, None where the page tells none; and what other rules tell that is another day."""

    told: Told | None
    others: tuple[Told, ...]

    def apart_from(self, day: date | None) -> tuple[Told, ...]:
        """All days that are told and that are another one than `day`, by whom ever that was given."""
        told = (*(() if self.told is None else (self.told,)), *self.others)
        return () if day is None else tuple(one for one in told if abs(one.day - day) > SAME)


@dataclass(frozen=True, slots=True)
class Clues:
    """What the rules look at."""

    tree: Any
    tags: MetaTags
    linked: LinkedData
    addresses: tuple[str | None, ...]
    language: str | None
    titles: tuple[str, ...]


def find_publication(clues: Clues, retrieved: datetime | None) -> Publication:
    """The day by the first rule that tells one; never one after it was `retrieved`, or after today."""
    told = list(_told(_marked(clues), retrieved)) or list(islice(_told(_elsewhere(clues), retrieved), 1))
    if not told:
        return Publication(None, ())
    day, by = _of_writer(told)
    others = (Told(moment.day, other) for moment, other in told if abs(moment.day - day) > SAME)
    return Publication(Told(day, by), tuple(dict.fromkeys(others)))


def _told(rules: Iterable[Rule], retrieved: datetime | None) -> Iterator[tuple[Moment, str]]:
    """The first day of each rule that can be one."""
    for by, moments in rules:
        moment = next((moment for moment in moments if _is_past(moment, retrieved)), None)
        if moment is not None:
            yield moment, by


def _of_writer(told: list[tuple[Moment, str]]) -> tuple[date, str]:
    """The first day. Where it is told in UTC, the writer may have had another one: of the day before and the day after
    the one counts that a rule tells otherwise."""
    first, by = told[0]
    if first.is_utc:
        for moment, other in told[1:]:
            if not moment.is_utc and abs(moment.day - first.day) == SAME:
                return moment.day, other
    return first.day, by


def _marked(clues: Clues) -> Iterator[Rule]:
    keys, language = bundled_page_keys(), clues.language
    yield "json_ld", _read(_in_linked_data(clues.linked, "datePublished"), language)
    yield "published_time", _read(clues.tags.tell(keys.published), language)
    yield "published_time", find_marked_days(clues.tree, language, keys)
    yield "time", find_time_days(clues.tree, language)
    yield "address", (Moment(day) for day in map(find_address_day, clues.addresses) if day is not None)


def _elsewhere(clues: Clues) -> Iterator[Rule]:
    keys, language = bundled_page_keys(), clues.language
    others = (word for node in clues.linked.others for word in strings_of(node.get("datePublished")))
    yield "json_ld", _read(others, language)
    yield "script_data", find_script_days(clues.tree, language, keys)
    lines = read_shown_lines(clues.tree, clues.titles)
    yield "shown", find_days_beside(lines, language)
    yield "shown", find_shown_days(clues.tree, lines, language)
    yield "json_ld", _read(_in_linked_data(clues.linked, "dateCreated"), language)
    yield "published_time", _read(clues.tags.tell(keys.created), language)


def _in_linked_data(linked: LinkedData, key: str) -> Iterator[str]:
    nodes: tuple[Node, ...] = (*linked.articles, *linked.pages)
    for node in nodes:
        yield from strings_of(node.get(key))


def _read(told: Iterator[str], language: str | None) -> Iterator[Moment]:
    for words in told:
        moment = read_moment(words, language)
        if moment is not None:
            yield moment


def _is_past(moment: Moment, retrieved: datetime | None) -> bool:
    """Whether it can be known to be no later than `retrieved` (in UTC where it names no zone)."""
    limit = retrieved or datetime.now(UTC)
    if limit.tzinfo is None:
        limit = limit.replace(tzinfo=UTC)
    return moment.day <= limit.date() or (moment.instant is not None and moment.instant <= limit)
