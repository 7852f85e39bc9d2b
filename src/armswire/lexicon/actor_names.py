"""What to call an actor, by its code in claims; read without the item files, which take most of a lexicon's loading."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from armswire.lexicon.loader import read_file
from armswire.lexicon.records import OrganisationsFile, StatesFile


@lru_cache(maxsize=1)
def bundled_actor_names() -> Mapping[str, str]:
    """Names of states and organisations; those whose code is their name (`org:...`) are left out.

    Raises LexiconError where a file is broken.
    """
    names: dict[str, str] = {}
    folder = resources.files("armswire.lexicon").joinpath("data", "actors")
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        place = f"actors/{file.name}"
        if file.name.startswith("states_"):
            names |= {state.code: state.name for state in read_file(place, file, StatesFile).states}
        elif file.name.endswith(".yaml") and file.name not in ("bodies.yaml", "described.yaml", "roles.yaml"):
            organisations = read_file(place, file, OrganisationsFile).organisations
            names |= {o.code: o.names[0] for o in organisations if not o.code.startswith("org:")}
    return MappingProxyType(names)
