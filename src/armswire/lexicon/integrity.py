"""What must hold across entries: ids once, forms in one entry only unless called ambiguous, references that exist."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from armswire.errors import LexiconError
from armswire.lexicon.folding import fold_same_length
from armswire.lexicon.records import Body, ItemEntry, Organisation, Outlet, Record, Role, State

R = TypeVar("R", bound=Record)


@dataclass(slots=True)
class Origins:
    """Which file and key each record came from, for messages."""

    _places: dict[int, str] = field(default_factory=dict)

    def noted(self, file: str, key: str, records: Sequence[R]) -> Sequence[R]:
        """The same records, their place remembered."""
        for record in records:
            self._places[id(record)] = f"{file}, {key}[{key_of(record)}]"
        return records

    def place(self, record: Record) -> str:
        """File and key of a record noted before."""
        return self._places[id(record)]


def key_of(record: Record) -> str:
    """What identifies a record in its kind: `id`, or the code of a state."""
    return record.code if isinstance(record, State) else str(getattr(record, "id", ""))


def forms_of(record: Record) -> tuple[str, ...]:
    """Every surface form of a record, as written in the file."""
    match record:
        case State():
            return (record.name, *record.names, *record.demonyms, *record.seats, *record.bodies)
        case Organisation():
            return (*record.names, *record.demonyms, *record.seats)
        case Role() | ItemEntry():
            return (*record.names, *record.plurals)
        case Body() | Outlet():
            return record.names
    return ()


def check(
    origins: Origins,
    *,
    states: Sequence[State],
    organisations: Sequence[Organisation],
    bodies: Sequence[Body],
    roles: Sequence[Role],
    outlets: Sequence[Outlet],
    items: Sequence[ItemEntry],
) -> None:
    """Raises LexiconError for the first thing that does not hold."""
    for kind in (states, organisations, bodies, roles, outlets, items):
        _check_keys(origins, kind)
    for namesakes in ((*states, *organisations), bodies, roles, outlets, items):
        _check_forms(origins, namesakes)
    known = {state.code for state in states}
    for organisation in organisations:
        _check_references(origins, organisation, known, "members", organisation.members)
        _check_references(origins, organisation, known, "home", (organisation.home,))
    for outlet in outlets:
        _check_references(origins, outlet, known, "country", (outlet.country,))
    known |= {organisation.code for organisation in organisations}
    for body in bodies:
        _check_references(origins, body, known, "default_actor", (body.default_actor,))
    for role in roles:
        _check_references(origins, role, known, "default_actor", (role.default_actor,))


def _check_keys(origins: Origins, records: Iterable[Record]) -> None:
    seen: dict[str, Record] = {}
    for record in records:
        key = key_of(record)
        if key in seen:
            raise LexiconError(
                f"is there already, in {origins.place(seen[key])}",
                place=origins.place(record),
                value=key,
                remedy="Join the two entries or give one another id",
            )
        seen[key] = record


def _check_forms(origins: Origins, records: Iterable[Record]) -> None:
    owners: dict[str, Record] = {}
    for record in records:
        written = forms_of(record)
        for form in written:
            if written.count(form) > 1:
                raise LexiconError(
                    "is listed twice in one entry", place=origins.place(record), value=form, remedy="Keep one of them"
                )
            owner = owners.setdefault(fold_same_length(form), record)
            if owner is not record and not (_is_ambiguous(record, form) and _is_ambiguous(owner, form)):
                raise LexiconError(
                    f"belongs to {origins.place(owner)} too",
                    place=origins.place(record),
                    value=form,
                    remedy="Take it out of one, or list it under `ambiguous` (of an item: give `needs`) in both",
                )


def _is_ambiguous(record: Record, form: str) -> bool:
    if isinstance(record, ItemEntry):
        return bool(record.needs)
    folded = fold_same_length(form)
    return any(fold_same_length(word) == folded for word in getattr(record, "ambiguous", ()))


def _check_references(origins: Origins, record: Record, known: set[str], key: str, codes: Iterable[str | None]) -> None:
    for code in codes:
        if code is not None and code not in known:
            raise LexiconError(
                f"{key} names an actor that no file has",
                place=origins.place(record),
                value=code,
                remedy="Use the code of an entry of actors/, an ISO 3166-1 alpha-3 code for a state",
            )
