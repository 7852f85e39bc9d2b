"""Events of the world whose day is known (data/events.yaml), and how texts call them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field

from armswire.errors import LexiconError
from armswire.lexicon.record_file import read_record
from armswire.lexicon.records import FileHeader, Record, Words

EVENTS_FILE = Path(__file__).parent / "data" / "events.yaml"

Kind = Literal["war", "attack", "upheaval", "disaster", "summit", "election", "treaty", "test", "commemoration"]
T = TypeVar("T")


class EventGroup(Record):
    """Events of one kind."""

    kind: Kind
    about: str
    origin: str = Field(min_length=10, description="Where their days are on record.")
    events: Words = Field(min_length=1, description='"day | name | other forms".')


class VisitGroup(Record):
    """Visits of one kind."""

    about: str
    origin: str = Field(min_length=10, description="Where their days are on record.")
    lines: Words = Field(min_length=1, description='"who | where | day".')


class TermGroup(Record):
    """Days on which people took office."""

    about: str
    origin: str = Field(min_length=10, description="Where their days are on record.")
    lines: Words = Field(min_length=1, description='"who | day".')


class EventExample(Record):
    """A sentence, and the event in it by its name; none where there is none."""

    text: str
    event: str | None = None


class EventsFile(Record):
    """events.yaml"""

    header: FileHeader
    groups: tuple[EventGroup, ...]
    visits: tuple[VisitGroup, ...]
    terms: TermGroup
    examples: tuple[EventExample, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its days, first and last the same for most, and the forms that mean it, the name first."""

    kind: Kind
    name: str
    first: date
    last: date
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody's visit: spellings of the name, names of the places."""

    who: Words
    where: Words
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Oath:
    """Somebody took office on a day."""

    who: Words
    day: date


@dataclass(frozen=True, slots=True)
class Events:
    """All of the file."""

    events: tuple[Event, ...]
    visits: tuple[Visit, ...]
    oaths: tuple[Oath, ...]
    examples: tuple[EventExample, ...]


def load_events(path: Path = EVENTS_FILE) -> Events:
    """The events in the order of the file.

    Raises LexiconError naming file and line for one that is not in its form, a day that is none, an event or a form
    that is there twice.
    """
    file = read_record(path, EventsFile)
    events = tuple(event for group in file.groups for event in _parsed(path, group.events, partial(_event, group.kind)))
    _check_forms(path, events)
    visits = tuple(visit for group in file.visits for visit in _parsed(path, group.lines, _visit))
    return Events(events, visits, tuple(_parsed(path, file.terms.lines, _oath)), file.examples)


@lru_cache(maxsize=1)
def bundled_events() -> Events:
    """The events that come with the program, read once."""
    return load_events()


def form_words(form: str) -> Iterator[str]:
    """The words of a form or a text, as they are compared: in lower case, without possessive endings and "the".

    "..." of a form stays a word of its own, `*` stays at the end of its word.
    """
    for word in _WORD.findall(form.lower().replace("’", "'").replace("u.s", "us")):
        plain = word.removesuffix("'s").rstrip("'")
        if plain != "the":
            yield plain


_TELLING = re.compile(r"[\d-]")
_WORD = re.compile(r"\.\.\.|[^\W_](?:[\w'/-]*[^\W_])?\*?")


def _parsed(path: Path, lines: Words, parse: Callable[[str], T]) -> Iterator[T]:
    for line in lines:
        try:
            yield parse(line)
        except ValueError as error:
            raise LexiconError(
                str(error), place=str(path), value=line, remedy="Write it as the header of the file shows"
            ) from error


def _parts(line: str, count: int) -> list[str]:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != count:
        raise ValueError(f"has not {count} parts between strokes")
    return parts


def _event(kind: Kind, line: str) -> Event:
    days, name, others = _parts(line, 3)
    first, last = _days(days)
    forms = (name, *_split(others, ";"))
    for form in forms:
        if len(tuple(form_words(form))) < 2 and not _TELLING.search(form):
            raise ValueError(f"has a form of a single word that may mean anything: {form!r}")
    return Event(kind, name, first, last, forms)


def _visit(line: str) -> Visit:
    who, where, days = _parts(line, 3)
    return Visit(_split(who, ","), _split(where, ","), *_days(days))


def _oath(line: str) -> Oath:
    who, day = _parts(line, 2)
    return Oath(_split(who, ","), date.fromisoformat(day))


def _split(words: str, sign: str) -> Words:
    return tuple(word.strip() for word in words.split(sign) if word.strip())


def _days(words: str) -> tuple[date, date]:
    first, _, last = words.partition("..")
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    if days[0] > days[1]:
        raise ValueError(f"ends before it begins: {words!r}")
    return days


def _check_forms(path: Path, events: tuple[Event, ...]) -> None:
    seen: dict[tuple[str, ...], Event] = {}
    for event in events:
        for form in event.forms:
            words = tuple(form_words(form))
            if seen.setdefault(words, event) is not event:
                raise LexiconError(
                    f"is a form of {seen[words].name!r} already", place=str(path), value=form, remedy="Leave one out"
                )
