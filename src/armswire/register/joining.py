"""Pairs of claims that belong together into groups, in which no two claims are set apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from armswire.register.pairs import Pairs
from armswire.register.witness import Witness


@dataclass(slots=True)
class _Group:
    """Positions of claims, the go-betweens that they name, and the groups that were found to be apart from it."""

    members: list[int]
    through: frozenset[str]
    barred: set[int] = field(default_factory=set)


def join(witnesses: Sequence[Witness], pairs: Pairs, alike: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups, each sorted. `alike` are the pairs that belong together, those that join first before the others.

    No two claims that are set apart ever end up in one group, so that "weapons" cannot tie shells and aircraft
    together.
    """
    home = list(range(len(witnesses)))
    groups = {position: _Group([position], witness.intermediary) for position, witness in enumerate(witnesses)}
    for one, other in alike:
        first, second = sorted((home[one], home[other]))
        if first == second or second in groups[first].barred:
            continue
        if _apart(groups[first], groups[second], pairs):
            groups[first].barred.add(second)
            groups[second].barred.add(first)
            continue
        for position in groups[second].members:
            home[position] = first
        _merge(groups, first, second)
    return [group.members for _, group in sorted(groups.items())]


def _apart(one: _Group, other: _Group, pairs: Pairs) -> bool:
    through = one.through | other.through
    return any(
        pairs.apart(mine, theirs, through) and not _is_slip(mine, theirs, one, other, pairs, through)
        for mine in one.members
        for theirs in other.members
    )


def _is_slip(mine: int, theirs: int, one: _Group, other: _Group, pairs: Pairs, through: frozenset[str]) -> bool:
    """Whether the two name other kinds of item because one of them got wrong what its group or the other has right."""
    return pairs.apart_by_kind_alone(mine, theirs, through) and (
        any(pairs.slips(mine, member) for member in (*other.members, *one.members))
        or any(pairs.slips(theirs, member) for member in (*one.members, *other.members))
    )


def _merge(groups: dict[int, _Group], first: int, second: int) -> None:
    one, other = groups[first], groups.pop(second)
    through = one.through | other.through
    # A go-between that is new to a group may bring it together with what was apart from it: that is asked again.
    kept = {name for group in (one, other) if group.through == through for name in group.barred}
    for name in (one.barred | other.barred) - {first, second}:
        groups[name].barred -= {first, second}
        if name in kept:
            groups[name].barred.add(first)
    groups[first] = _Group(sorted(one.members + other.members), through, kept - {first, second})
