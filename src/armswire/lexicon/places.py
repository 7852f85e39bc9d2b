"""Where on a map an actor is marked, from `data/places.yaml` and the home states of the files of actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from pydantic import Field, model_validator

from armswire.lexicon.loader import read_file
from armswire.lexicon.records import FileHeader, OrganisationsFile, Record

PLACES_FILE = "places.yaml"


class Place(Record):
    """The mark of a state or territory."""

    code: str = Field(pattern=r"^[A-Z]{3}$", description="ISO 3166-1 alpha-3, as in actors/states_*.yaml.")
    numeric: str | None = Field(
        None,
        pattern=r"^\d{3}$",
        description="ISO 3166-1 numeric, the id of its area in the map; none where it has none.",
    )
    seat: str = Field(min_length=1, description="What is marked: where its government sits, most often the capital.")
    longitude: float = Field(ge=-180, le=180, description="In degrees, east of Greenwich positive.")
    latitude: float = Field(ge=-90, le=90, description="In degrees, north of the equator positive.")


class PlacesFile(Record):
    """places.yaml"""

    header: FileHeader
    places: tuple[Place, ...]

    @model_validator(mode="after")
    def _codes_stand_once(self) -> PlacesFile:
        for what in ("code", "numeric"):
            counted = Counter(value for place in self.places if (value := getattr(place, what)) is not None)
            twice = sorted(value for value, times in counted.items() if times > 1)
            if twice:
                raise ValueError(f"the {what} {twice[0]} is given twice")
        return self


@lru_cache(maxsize=1)
def load_places() -> Mapping[str, Place]:
    """The places of states and territories by alpha-3 code. Raises LexiconError where the file breaks its record."""
    file = resources.files("armswire.lexicon").joinpath("data", PLACES_FILE)
    return MappingProxyType({place.code: place for place in read_file(PLACES_FILE, file, PlacesFile).places})


def find_place(actor: str) -> Place | None:
    """Where an actor is marked: a state where its government sits, a firm where that of its home state does.

    None for who has no state (alliances, armed groups, firms of several states or of an unknown one). `actor` is a code
    as in claims. Raises LexiconError where a file of the lexicon is broken.
    """
    places = load_places()
    return places.get(actor) or places.get(home_state(actor) or "")


def home_state(actor: str) -> str | None:
    """The home state of a firm or agency that has one. Raises LexiconError where a file of the lexicon is broken."""
    return _homes().get(actor)


def load_homes() -> None:
    """Read what `find_place` looks at before many threads ask at once. Raises LexiconError."""
    load_places()
    _homes()


@lru_cache(maxsize=1)
def _homes() -> Mapping[str, str]:
    """The home state of each firm and agency that has one."""
    folder = resources.files("armswire.lexicon").joinpath("data", "actors")
    homes: dict[str, str] = {}
    for name in ("companies.yaml", "organisations.yaml", "armed_groups.yaml"):
        found = read_file(f"actors/{name}", folder.joinpath(name), OrganisationsFile).organisations
        homes |= {organisation.code: organisation.home for organisation in found if organisation.home is not None}
    return MappingProxyType(homes)
