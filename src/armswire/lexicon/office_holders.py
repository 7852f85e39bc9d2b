"""Full names of office holders → their terms, and the titles of their offices, without the rest of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from armswire.lexicon.folding import fold_all
from armswire.lexicon.loader import read_file
from armswire.lexicon.people import Person, Term, people_of
from armswire.lexicon.records import HoldersFile, NamingFile, RolesFile


@dataclass(frozen=True, slots=True)
class OfficeHolders:
    """`by_name` are people by `name_key` of their full names, `titles` the words for an office by its id."""

    by_name: Mapping[str, Person]
    titles: Mapping[str, tuple[str, ...]]

    def terms(self, person: Person, words: str) -> list[Term]:
        """The terms of a person in the office that some words name last ("Vice President" is not "President")."""
        told = f" {name_key(words)} "
        found = [(told.find(f" {t} "), len(t), office) for office, names in self.titles.items() for t in names]
        stand = [(start, start + length, office) for start, length, office in found if start >= 0]
        if not stand:
            return []
        end = max(end for _, end, _ in stand)
        start = min(start for start, its_end, _ in stand if its_end == end)
        offices = {office for first, last, office in stand if (first, last) == (start, end)}
        return [term for term in person.terms if term.office in offices]


def name_key(words: str) -> str:
    """Words as names and titles are compared here: folded, hyphens as blanks."""
    return " ".join(fold_all([words])[0].replace("-", " ").split())


@lru_cache(maxsize=1)
def bundled_holders() -> OfficeHolders:
    """The holders that come with the program, read once. Raises LexiconError where their files are broken."""
    data = resources.files("armswire.lexicon").joinpath("data")
    own = {role.id: role.names for role in read_file("roles", data.joinpath("actors/roles.yaml"), RolesFile).roles}
    alike = read_file("naming", data.joinpath("people/naming.yaml"), NamingFile).alike_offices
    titles = {
        office: tuple(
            name_key(name)
            for other in {office, *(other for group in alike if office in group for other in group)}
            for name in own.get(other, ())
        )
        for office in own
    }
    pairs = [(name, person) for person in _people(data) for name in _full_names(person)]
    keys = fold_all([name for name, _ in pairs])
    by_name: dict[str, Person] = {}
    for key, (_, person) in zip(keys, pairs, strict=True):
        by_name.setdefault(" ".join(key.replace("-", " ").split()), person)
    return OfficeHolders(by_name, titles)


def _people(data: Traversable) -> Iterator[Person]:
    for file in sorted(data.joinpath("people").iterdir(), key=lambda one: one.name):
        if file.name.startswith("holders_"):
            yield from people_of(file.name, read_file(file.name, file, HoldersFile))


def _full_names(person: Person) -> Iterator[str]:
    """Given and family names in either order; a family name of two words and more stands for the whole."""
    for family in person.family:
        for given in person.given:
            yield f"{given} {family}"
            yield f"{family} {given}"
        if not person.given and " " in family:
            yield family
