"""What narrows a page, as its address says it: read, and shown as chips that take it away again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from armswire.register.listing.asking import read_filter
from armswire.register.listing.facet_rows import NONE
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.phrasing import actor_name
from armswire.register.store import Register
from armswire.web.views.pictures.refining import Asked

_ACTORS = ("supplier", "recipient", "intermediary", "actor")
_WORDS = {"intermediary": "by way of", "min_origins": "independent origins, at least"}


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, in words, and the address of the page without it."""

    words: str
    without: str


def read_asked(query: QueryParams) -> Asked:
    """What an address says, without the fields that a form left empty."""
    return tuple((name, value) for name, value in query.multi_items() if value)


def read_choice(register: Register, asked: Asked, others: Collection[str]) -> TransferFilter:
    """The transfers that an address asks for; `others` are names that filter nothing.

    Raises SettingError for what no filter is called, and for values that it cannot have.
    """
    given: dict[str, list[str]] = {}
    for name, value in asked:
        if name not in others:
            given.setdefault(name, []).append(value)
    return read_filter(TransferFilter, register, given)


def view_chips(asked: Asked, names: Mapping[str, str], others: Collection[str]) -> list[Chip]:
    """The filters that are set. `names` are those of actors, `others` what is no filter."""
    return [
        Chip(
            f"{_WORDS.get(name, name)}: {_say(name, value, names)}",
            f"?{urlencode([*asked[:place], *asked[place + 1 :]])}",
        )
        for place, (name, value) in enumerate(asked)
        if name not in others
    ]


def _say(name: str, value: str, names: Mapping[str, str]) -> str:
    if value == NONE:
        return "not told"
    return actor_name(value, names) if name in _ACTORS else value.replace("_", " ")
