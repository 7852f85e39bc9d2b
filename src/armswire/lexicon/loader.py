"""The data files into records, all at once; a bad entry is refused with its file, key and remedy.

Nothing is loaded at import: `load_lexicon` reads the files, and its caller hands the lexicon on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from armswire.errors import LexiconError
from armswire.lexicon import integrity
from armswire.lexicon.collector import collector_paused
from armswire.lexicon.people import Person, check_people, people_of
from armswire.lexicon.records import (
    BodiesFile,
    Body,
    Described,
    DescribedFile,
    HoldersFile,
    ItemEntry,
    ItemsFile,
    Naming,
    NamingFile,
    Organisation,
    OrganisationsFile,
    Outlet,
    OutletsFile,
    Role,
    RolesFile,
    State,
    StatesFile,
)
from armswire.lexicon.yaml_file import read_yaml

F = TypeVar("F", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every record of the actor, people, outlet and item files, in the order of the files' names and of each file."""

    states: tuple[State, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    bodies: tuple[Body, ...] = ()
    roles: tuple[Role, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    items: tuple[ItemEntry, ...] = ()
    described: Described = field(default_factory=lambda: Described.model_validate({}))
    people: tuple[Person, ...] = ()
    naming: Naming = field(default_factory=lambda: Naming.model_validate({}))


def load_lexicon(path: Path | None = None) -> Lexicon:
    """The lexicon of the folder `path`, by default the one in the package.

    Which record a file holds follows from its place: `outlets.yaml`, `items/*.yaml`, and in `actors/` the files
    `states_*`, `bodies`, `roles`, `described`; every other file there holds organisations; `people/` holds office
    holders and `naming`. A folder that is missing is empty.
    Raises LexiconError for a file that is not YAML, an entry that breaks its record, an id or code given twice, a form
    that two entries claim without calling it ambiguous, or a reference to a state that is not there.
    """
    root: Traversable = resources.files("armswire.lexicon").joinpath("data") if path is None else path
    if not root.is_dir():
        raise LexiconError(
            "no such folder of knowledge files", place=str(root), remedy="Give the folder that holds actors/ and items/"
        )
    with collector_paused():
        return _load(root)


def _load(root: Traversable) -> Lexicon:
    origins = integrity.Origins()
    states: list[State] = []
    organisations: list[Organisation] = []
    bodies: list[Body] = []
    roles: list[Role] = []
    described = Described.model_validate({})
    for name, file in _files(root, "actors"):
        if name.startswith("actors/states_"):
            states += origins.noted(name, "states", read_file(name, file, StatesFile).states)
        elif name == "actors/bodies.yaml":
            bodies += origins.noted(name, "bodies", read_file(name, file, BodiesFile).bodies)
        elif name == "actors/roles.yaml":
            roles += origins.noted(name, "roles", read_file(name, file, RolesFile).roles)
        elif name == "actors/described.yaml":
            described = read_file(name, file, DescribedFile)
        else:
            found = read_file(name, file, OrganisationsFile).organisations
            organisations += origins.noted(name, "organisations", found)
    outlets: list[Outlet] = []
    outlets_file = root.joinpath("outlets.yaml")
    if outlets_file.is_file():
        outlets += origins.noted(
            "outlets.yaml", "outlets", read_file("outlets.yaml", outlets_file, OutletsFile).outlets
        )
    items: list[ItemEntry] = []
    for name, file in _files(root, "items"):
        items += origins.noted(name, "items", read_file(name, file, ItemsFile).items)
    integrity.check(
        origins, states=states, organisations=organisations, bodies=bodies, roles=roles, outlets=outlets, items=items
    )
    people, naming = _people(root)
    codes = {*(state.code for state in states), *(organisation.code for organisation in organisations)}
    check_people(people, codes, {role.id for role in roles})
    return Lexicon(
        states=tuple(states),
        organisations=tuple(organisations),
        bodies=tuple(bodies),
        roles=tuple(roles),
        outlets=tuple(outlets),
        items=tuple(items),
        described=described,
        people=tuple(person for _, person in people),
        naming=naming,
    )


def _people(root: Traversable) -> tuple[list[tuple[str, Person]], Naming]:
    """Everybody with the name of the file, and how names are read."""
    people: list[tuple[str, Person]] = []
    naming = Naming.model_validate({})
    for name, file in _files(root, "people"):
        if name == "people/naming.yaml":
            naming = read_file(name, file, NamingFile)
        else:
            people += [(name, person) for person in people_of(name, read_file(name, file, HoldersFile))]
    return people, naming


def read_file(name: str, file: Traversable, kind: type[F]) -> F:
    """The file's content as its record; raises LexiconError naming `name`, the entry and the field."""
    content = read_yaml(name, file)
    try:
        return kind.model_validate(content)
    except ValidationError as error:
        raise _refusal(name, content, error) from error


def _files(root: Traversable, folder: str) -> Iterator[tuple[str, Traversable]]:
    """The YAML files of a folder, by name."""
    place = root.joinpath(folder)
    if place.is_dir():
        for file in sorted(place.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".yaml"):
                yield f"{folder}/{file.name}", file


def _refusal(name: str, content: object, error: ValidationError) -> LexiconError:
    """The first finding of pydantic in our words: file, the entry's id or code, field, value."""
    first = error.errors(include_url=False)[0]
    key = _entry_key(content, first["loc"])
    more = error.error_count() - 1
    remedy = "See the field's description in lexicon/records.py" + (f"; {more} more of the kind" if more else "")
    value = None if isinstance(first["input"], dict) else first["input"]
    return LexiconError(first["msg"], place=f"{name}, {key}" if key else name, value=value, remedy=remedy)


def _entry_key(content: object, location: tuple[int | str, ...]) -> str:
    """`states[KOR].seats` for ("states", 3, "seats"): the entry by its id where it has one, else by its number."""
    parts: list[str] = []
    here: Any = content
    for step in location:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            here = None
        if isinstance(step, str):
            parts.append(f".{step}" if parts else step)
            continue
        name = here.get("id", here.get("code", step)) if isinstance(here, dict) else step
        parts.append(f"[{name}]")
    return "".join(parts)
