"""People known by name: who held which office for whom, and when.

A line of `people/holders_*.yaml` is one person, in three parts between strokes:

    Zelensky, Zelenskyy, Zelenskiy | Volodymyr, Vladimir | president 2019-05..

the family name in every spelling (a star behind one: it means other things too and finds nobody when it stands alone),
the given names in every spelling (empty where the first part is the whole name), and the terms, parted by semicolons:
the id of an office in `actors/roles.yaml`, from and to as year or year and month, open at the end where the office is
still held. A term that is held for somebody else than the group of lines says opens with that actor's code
("EU:president 2019-12..").
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from armswire.errors import LexiconError
from armswire.lexicon.folding import fold_all, fold_same_length
from armswire.lexicon.records import HoldersFile

# An elected one speaks for the state before the oath; who left office is written of as its holder for a while, and
# articles are dated by when they were fetched. A mere candidate is nobody's official, so the one is shorter.
BEFORE_TERM = timedelta(days=92)
AFTER_TERM = timedelta(days=365)
EARLIEST = 1950

_STAR = "*"
_TERM = re.compile(
    r"(?:(?P<actor>[A-Z]+):)?(?P<office>[a-z_]+) (?P<first>\d{4}(?:-\d{2})?)\.\.(?P<last>\d{4}(?:-\d{2})?)?"
)


@dataclass(frozen=True, slots=True)
class Term:
    """An office (id of a role) held for an actor; `last` is the end of time where it is held still."""

    actor: str
    office: str
    first: date
    last: date

    def distance(self, day: date) -> timedelta:
        """How far the day is from the term; nothing within it."""
        return max(self.first - day, day - self.last, timedelta(0))

    def is_current(self, day: date) -> bool:
        """True on a day of the term, somewhat before and a year after."""
        return self.first - BEFORE_TERM <= day <= self.last + (AFTER_TERM if self.last < date.max else timedelta(0))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who holds or held office: spellings of the family and given names, and the terms in the file's order.

    `alone` are the family names that nothing in the file speaks against when they stand alone.
    """

    name: str
    family: tuple[str, ...]
    alone: tuple[str, ...]
    given: tuple[str, ...]
    terms: tuple[Term, ...]

    def term(self, day: date | None) -> Term | None:
        """The term that counts on a day, the nearest of those that are current.

        Without a day the last one, and none of who has served several.
        """
        if day is None:
            served = {term.actor for term in self.terms}
            return max(self.terms, key=lambda t: t.last) if len(served) == 1 else None
        current = [t for t in self.terms if t.is_current(day)]
        return min(current, key=lambda t: (t.distance(day), -t.first.toordinal())) if current else None

    def past_term(self, day: date | None) -> Term | None:
        """The latest term that had begun by a day: what a former holder was."""
        begun = [t for t in self.terms if day is None or t.first <= day]
        return max(begun, key=lambda t: t.first) if begun else None


def people_of(name: str, file: HoldersFile) -> Iterator[Person]:
    """The people of one file; `name` is what messages call it.

    Raises LexiconError for a line that is not in the form above, a date that is none, or a term that ends before it
    begins.
    """
    for actor, lines in file.holders.items():
        family_first = actor in file.family_first
        for line in lines:
            try:
                yield _person(line, actor, family_first=family_first)
            except ValueError as error:
                raise LexiconError(
                    str(error),
                    place=f"{name}, holders[{actor}]",
                    value=line,
                    remedy="Write it as data/README.md shows: family names | given names | office from..to",
                ) from error


def check_people(people: Sequence[tuple[str, Person]], actors: Collection[str], offices: Collection[str]) -> None:
    """`people` with the name of each one's file. Raises LexiconError for the first that is there twice, or that has an
    actor or an office that no file has.
    """
    seen: dict[str, str] = {}
    for place, person in people:
        full = fold_same_length(person.name)
        if full in seen:
            raise LexiconError(
                f"is there already, in {seen[full]}", place=place, value=person.name, remedy="Join the two lines"
            )
        seen[full] = place
        for term in person.terms:
            for key, value, known in (("an actor", term.actor, actors), ("an office", term.office, offices)):
                if value not in known:
                    raise LexiconError(
                        f"{person.name} has {key} that no file has",
                        place=place,
                        value=value,
                        remedy="Use a code of an entry of actors/, and the id of a role of actors/roles.yaml",
                    )


def names_alone(people: Sequence[Person], taken: Collection[str]) -> Mapping[str, tuple[Person, ...]]:
    """The family names, folded, that find somebody when they stand alone, with those whose they are.

    A name stands alone unless a star says otherwise, or something else in the knowledge is called so (`taken`, folded:
    states, organisations, outlets, arms), or it is the given name of somebody else in the files, or the family name of
    two people who serve different actors. Two who serve the same one may share it, as either tells the same.
    """
    owners = _by_name(people, lambda person: person.family)
    called = _by_name(people, lambda person: person.given)
    stars = {folded for folded, own in _by_name(people, lambda p: set(p.family) - set(p.alone)).items() if own}
    safe: dict[str, tuple[Person, ...]] = {}
    for form, own in owners.items():
        called_so = any(other not in own for other in called.get(form, ()))
        shared = len(own) > 1 and len({frozenset(term.actor for term in person.terms) for person in own}) > 1
        if not (form in stars or form in taken or called_so or shared):
            safe[form] = own
    return safe


def _by_name(people: Sequence[Person], names: Callable[[Person], Collection[str]]) -> dict[str, tuple[Person, ...]]:
    """Who has each name, folded."""
    pairs = [(name, person) for person in people for name in names(person)]
    owners: dict[str, tuple[Person, ...]] = {}
    for folded, (_, person) in zip(fold_all([name for name, _ in pairs]), pairs, strict=True):
        owners[folded] = (*owners.get(folded, ()), person)
    return owners


def _person(line: str, actor: str, *, family_first: bool) -> Person:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 3:
        raise ValueError("has not three parts between strokes")
    starred = _words(parts[0])
    alone = tuple(form for form in starred if not form.endswith(_STAR))
    family = starred if len(alone) == len(starred) else tuple(form.removesuffix(_STAR) for form in starred)
    given = _words(parts[1])
    if not family:
        raise ValueError("has no family name")
    if _has_double(family) or _has_double(given):
        raise ValueError("has a name twice")
    terms = tuple(_term(term.strip(), actor) for term in parts[2].split(";"))
    whole = (family[0], *given[:1]) if family_first else (*given[:1], family[0])
    return Person(" ".join(whole), family, alone, given, terms)


def _has_double(names: tuple[str, ...]) -> bool:
    return len(names) > 1 and len({fold_same_length(name) for name in names}) < len(names)


def _words(part: str) -> tuple[str, ...]:
    return tuple(part.split(", ")) if part else ()


def _term(words: str, actor: str) -> Term:
    found = _TERM.fullmatch(words)
    if found is None:
        raise ValueError(f"has a term that is none: {words!r}")
    first, last = _day(found["first"], end=False), _day(found["last"], end=True) if found["last"] else date.max
    if first > last:
        raise ValueError(f"has a term that ends before it begins: {words!r}")
    return Term(found["actor"] or actor, found["office"], first, last)


@cache  # the same months come again and again
def _day(words: str, *, end: bool) -> date:
    """The first or the last day of a month or year."""
    year, _, month = words.partition("-")
    if int(year) < EARLIEST:
        raise ValueError(f"has a year before {EARLIEST}: {words}")
    at = int(month) if month else (12 if end else 1)
    if not 1 <= at <= 12:
        raise ValueError(f"has a month that is none: {words}")
    return date(int(year), at, monthrange(int(year), at)[1] if end else 1)
