"""The legs of a route as a tree: from where the way starts to whoever gets it in the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armswire.model.route import GoBetween, Leg, Route

_Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """Who takes over at the end of a leg, in which part, and where it goes from there.

    `is_direct` says that the leg passes by those who stand between on others.
    """

    leg: Leg
    is_direct: bool
    parts: tuple[GoBetween, ...]
    onward: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """Where a way starts, and its first legs."""

    start: _Place
    onward: tuple[Stop, ...]


def has_way(route: Route) -> bool:
    """Whether there is more to tell of the way than the parties of the transfer."""
    return len(route.legs) > 1 or bool(route.parts)


def has_readings(route: Route) -> bool:
    """Whether there is more to tell of who gets it in the end."""
    return len(route.end_users) > 1 or any(user.terms for user in route.end_users)


def ways_of(route: Route) -> tuple[Way, ...]:
    """A tree for each place where the way starts; for the first that is told where it goes in a circle."""
    return tuple(Way(start, _onward(start, route, frozenset())) for start in _starts(route.legs))


def _starts(legs: Sequence[Leg]) -> list[_Place]:
    reached = {leg.receiver for leg in legs}
    starts = [leg.sender for leg in legs if leg.sender not in reached]
    return list(dict.fromkeys(starts or [leg.sender for leg in legs[:1]]))


def _onward(place: _Place, route: Route, passed: frozenset[_Place]) -> tuple[Stop, ...]:
    between = {part.actor for part in route.parts}
    return tuple(
        Stop(
            leg=leg,
            is_direct=between.isdisjoint((*leg.sender, *leg.receiver)) and len(route.legs) > 1,
            parts=tuple(part for part in route.parts if part.actor in leg.receiver),
            onward=_onward(leg.receiver, route, passed | {place}),
        )
        for leg in route.legs
        if leg.sender == place and leg.receiver not in passed
    )
