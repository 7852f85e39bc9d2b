"""The map: legs from hand to hand as arcs between places, and in words what no map can show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from armswire.lexicon.places import Place, find_place
from armswire.model.flow import FlowParty, Legs, MapLeg, Standings
from armswire.model.standing import Standing
from armswire.register.phrasing import actor_name
from armswire.web.views.pictures.refining import Asked, Link, refine
from armswire.web.views.pictures.saying import say_standings, say_transfers

# Arcs beyond which the map is a ball of wool: the strongest are drawn, the number of the others is told.
MOST_ARCS = 80
# Legs to ask the register for, since some have no place on a map.
MOST_LEGS = 100


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place with the actors marked there; `is_between` says that one of them is a go-between."""

    place: Place
    name: str
    words: str
    link: Link
    is_between: bool


@dataclass(frozen=True, slots=True)
class Arc:
    """A leg between two places; `standing` is the best that one of its transfers has, and gives the kind of line."""

    sender: str
    receiver: str
    start: str
    end: str
    standings: Standings
    transfers: int
    words: str
    link: Link

    @property
    def standing(self) -> Standing:
        """The first of them, since the best come first."""
        return self.standings[0][0]


@dataclass(frozen=True, slots=True)
class NoPlace:
    """An actor that has no place on a map, and in how many transfers it stands."""

    name: str
    transfers: int
    link: Link


@dataclass(frozen=True, slots=True)
class MapPicture:
    """Places and arcs, and what is not drawn: the weaker legs, those of which one end is known, actors of no place."""

    places: tuple[PlaceMark, ...]
    arcs: tuple[Arc, ...]
    undrawn: int
    loose: int
    unplaced: tuple[NoPlace, ...]

    @property
    def data(self) -> dict[str, Any]:
        """What the script draws."""
        return {
            "places": [
                {"code": mark.place.code, "area": mark.place.numeric, "at": [mark.place.longitude, mark.place.latitude],
                 "name": mark.name, "words": mark.words, "href": mark.link.href, "set": mark.link.is_set,
                 "between": mark.is_between}
                for mark in self.places
            ],
            "legs": [
                {"from": arc.start, "to": arc.end, "standing": arc.standing.value, "transfers": arc.transfers,
                 "words": arc.words, "href": arc.link.href, "set": arc.link.is_set}
                for arc in self.arcs
            ],
        }  # fmt: skip


def view_routes(
    found: Legs,
    parties: Iterable[FlowParty],
    names: Mapping[str, str],
    asked: Asked,
    *,
    place_of: Callable[[str], Place | None] = find_place,
) -> MapPicture:
    """Legs as a map. `names` are those of actors; `asked` is what the page shows now."""
    drawn = []
    for leg in found.legs:
        start, end = place_of(leg.sender), place_of(leg.receiver)
        if start is not None and end is not None and start.code != end.code:
            drawn.append(_arc(leg, start, end, names, asked))
    arcs = tuple(drawn[:MOST_ARCS])
    parties = list(parties)
    return MapPicture(
        places=_places(parties, arcs, names, asked, place_of),
        arcs=arcs,
        undrawn=len(drawn) - len(arcs) + found.weaker,
        loose=found.loose,
        unplaced=_unplaced(parties, names, asked, place_of),
    )


def _arc(leg: MapLeg, start: Place, end: Place, names: Mapping[str, str], asked: Asked) -> Arc:
    who, whom = actor_name(leg.sender, names), actor_name(leg.receiver, names)
    onward = " to pass it on" if leg.is_passed_on else ""
    first = ", which passes it on" if leg.passes_on else ""
    words = f"{who}{first} to {whom}{onward}, {say_transfers(leg.transfers)} ({say_standings(leg.standings)})"
    return Arc(who, whom, start.code, end.code, leg.standings, leg.transfers, words, _leg_link(leg, asked))


def _leg_link(leg: MapLeg, asked: Asked) -> Link:
    """The transfers with this leg, as nearly as filters say it: who passes on is asked for as go-between."""
    if leg.passes_on and leg.is_passed_on:
        return refine(asked, intermediary=leg.sender)
    if leg.passes_on:
        return refine(asked, intermediary=leg.sender, recipient=leg.receiver)
    if leg.is_passed_on:
        return refine(asked, supplier=leg.sender, intermediary=leg.receiver)
    return refine(asked, supplier=leg.sender, recipient=leg.receiver)


def _places(
    parties: Sequence[FlowParty],
    arcs: Sequence[Arc],
    names: Mapping[str, str],
    asked: Asked,
    place_of: Callable[[str], Place | None],
) -> tuple[PlaceMark, ...]:
    """Every place where somebody is marked, most transfers first: small states are found though no area is drawn."""
    at: dict[str, Place] = {}
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for party in parties:
        place = place_of(party.actor)
        if place is not None:
            at[place.code] = place
            counted[place.code][party.role] += party.transfers
    ends = {code for arc in arcs for code in (arc.start, arc.end)}
    marks = []
    for code, roles in counted.items():
        name = actor_name(code, names)
        words = f"{name}: " + ", ".join(
            f"{roles[role]:,} as {word}" for role, word in _ROLE_WORDS.items() if roles[role]
        )
        marks.append((code not in ends, -roles.total(), name, code, words, bool(roles["intermediary"])))
    return tuple(
        PlaceMark(at[code], name, words, refine(asked, actor=code), between)
        for _, _, name, code, words, between in sorted(marks)
    )


def _unplaced(
    parties: Iterable[FlowParty], names: Mapping[str, str], asked: Asked, place_of: Callable[[str], Place | None]
) -> tuple[NoPlace, ...]:
    counted: Counter[str] = Counter()
    for party in parties:
        if place_of(party.actor) is None:
            counted[party.actor] += party.transfers
    return tuple(
        NoPlace(actor_name(actor, names), transfers, refine(asked, actor=actor))
        for actor, transfers in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    )


_ROLE_WORDS = {"supplier": "supplier", "recipient": "recipient", "intermediary": "go-between"}
