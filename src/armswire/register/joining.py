"""Pairs of claims that belong together into groups, in which no two claims are set apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from armswire.register.pairs import Pairs
from armswire.register.ties import NO_TIES, Half, Ties, are_parted
from armswire.register.witness import Witness


@dataclass(slots=True)
class _Group:
    """Positions of claims, the go-betweens that they name, and the groups that were found to be apart from it.

    `halves` are the halves of splits in it, `tied` the claims that a person joined, each set with all of its claims.
    """

    members: list[int]
    through: frozenset[str]
    halves: frozenset[Half] = frozenset()
    tied: frozenset[tuple[int, ...]] = frozenset()
    barred: set[int] = field(default_factory=set)


def join(
    witnesses: Sequence[Witness],
    pairs: Pairs,
    alike: Iterable[tuple[int, int]],
    ties: Ties = NO_TIES,
    bonds: list[tuple[int, int]] | None = None,
) -> list[list[int]]:
    """The groups, each sorted. `alike` are the pairs that belong together, those that join first before the others.

    No two claims that are set apart ever end up in one group, so that "weapons" cannot tie shells and aircraft
    together; but what a person joined is one group whatever sets it apart, and what a person parted stays apart,
    also where others are joined to both sides. `bonds` takes the pairs by which groups met, in the order in which they
    did: those within a group are one fewer than its claims, and hang it together.
    """
    home = list(range(len(witnesses)))
    nothing: frozenset[Half] = frozenset()
    groups = {
        position: _Group([position], witness.intermediary, ties.halves.get(position, nothing))
        for position, witness in enumerate(witnesses)
    }
    for positions in ties.together:
        for other in positions[1:]:
            first, second = sorted((home[positions[0]], home[other]))
            if first != second and not are_parted(groups[first].halves, groups[second].halves):
                _join_groups(groups, home, first, second)
                _note(bonds, positions[0], other)
        tied = groups[home[positions[0]]]
        tied.tied |= {positions}
    for one, other in alike:
        first, second = sorted((home[one], home[other]))
        if first == second or second in groups[first].barred:
            continue
        if _apart(groups[first], groups[second], pairs):
            groups[first].barred.add(second)
            groups[second].barred.add(first)
            continue
        _join_groups(groups, home, first, second)
        _note(bonds, one, other)
    return [group.members for _, group in sorted(groups.items())]


def find_apart(
    one: Sequence[int], other: Sequence[int], witnesses: Sequence[Witness], pairs: Pairs, ties: Ties = NO_TIES
) -> tuple[int, int] | None:
    """The first two claims that keep two groups apart, by their positions; None where no two of them do."""
    return next(_find_apart(_gather(one, witnesses, ties), _gather(other, witnesses, ties), pairs), None)


def _gather(positions: Sequence[int], witnesses: Sequence[Witness], ties: Ties) -> _Group:
    nothing: frozenset[Half] = frozenset()
    return _Group(
        sorted(positions),
        frozenset().union(*(witnesses[position].intermediary for position in positions)),
        nothing.union(*(ties.halves.get(position, nothing) for position in positions)),
        frozenset(tied for tied in ties.together if not set(tied).isdisjoint(positions)),
    )


def _apart(one: _Group, other: _Group, pairs: Pairs) -> bool:
    return are_parted(one.halves, other.halves) or next(_find_apart(one, other, pairs), None) is not None


def _find_apart(one: _Group, other: _Group, pairs: Pairs) -> Iterator[tuple[int, int]]:
    through = one.through | other.through
    tied = sorted(one.tied | other.tied)
    return (
        (mine, theirs)
        for mine in one.members
        for theirs in other.members
        if pairs.apart(mine, theirs, through)
        and not _is_slip(mine, theirs, one, other, pairs, through)
        and not any(_meet_in(positions, mine, theirs, pairs, through) for positions in tied)
    )


def _is_slip(mine: int, theirs: int, one: _Group, other: _Group, pairs: Pairs, through: frozenset[str]) -> bool:
    """Whether the two name other kinds of item because one of them got wrong what its group or the other has right."""
    return pairs.apart_by_kind_alone(mine, theirs, through) and (
        any(pairs.slips(mine, member) for member in (*other.members, *one.members))
        or any(pairs.slips(theirs, member) for member in (*one.members, *other.members))
    )


def _meet_in(tied: Iterable[int], mine: int, theirs: int, pairs: Pairs, through: frozenset[str]) -> bool:
    """Whether each of two that are apart goes with a claim of those that a person joined: then that is no reason."""
    return all(
        any(claim == position or not pairs.apart(claim, position, through) for position in tied)
        for claim in (mine, theirs)
    )


def _note(bonds: list[tuple[int, int]] | None, one: int, other: int) -> None:
    if bonds is not None:
        bonds.append((one, other))


def _join_groups(groups: dict[int, _Group], home: list[int], first: int, second: int) -> None:
    for position in groups[second].members:
        home[position] = first
    _merge(groups, first, second)


def _merge(groups: dict[int, _Group], first: int, second: int) -> None:
    one, other = groups[first], groups.pop(second)
    through = one.through | other.through
    # A go-between that is new to a group may bring it together with what was apart from it, and so may claims that a
    # person joined: that is asked again.
    kept = {
        name
        for group in (one, other)
        if group.through == through and group.tied == one.tied | other.tied
        for name in group.barred
    }
    for name in (one.barred | other.barred) - {first, second}:
        groups[name].barred -= {first, second}
        if name in kept:
            groups[name].barred.add(first)
    groups[first] = _Group(
        sorted(one.members + other.members), through, one.halves | other.halves, one.tied | other.tied,
        kept - {first, second},
    )  # fmt: skip
