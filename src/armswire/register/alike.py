"""Which claims belong together, pair by pair, and how far what belongs together can reach at all."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

import numpy as np

from armswire.lexicon.evidence import EvidenceRules
from armswire.register.candidates import find_candidates
from armswire.register.pairs import Pairs
from armswire.register.witness import Witness, tell_one_report

T = TypeVar("T", int, str)


@dataclass(frozen=True, slots=True)
class Alike:
    """Pairs of positions that belong together. There may be millions: as tuples they would take ten times the memory.

    `scores` says how alike the two are.
    """

    ones: array[int]
    others: array[int]
    scores: array[float]

    def add(self, one: int, other: int, score: float) -> None:
        """One more pair."""
        self.ones.append(one)
        self.others.append(other)
        self.scores.append(score)

    def ranked(self) -> Iterator[tuple[int, int]]:
        """The pairs, the most alike first."""
        ones, others, scores = (np.asarray(values) for values in (self.ones, self.others, self.scores))
        order = np.lexsort((others, ones, -scores))
        return ((self.ones[k], self.others[k]) for k in order)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs, as they were found."""
        return zip(self.ones, self.others, strict=True)

    def neighbourhoods(self, count: int, tied: Iterable[tuple[int, int]] = ()) -> list[int]:
        """For each of `count` positions the first one that it is alike or `tied` to, directly or through others.

        What two neighbourhoods become depends on nothing but their own claims, so that something new touches no more
        than those it is alike to.
        """
        groups: Groups[int] = Groups()
        for one, other in chain(self.pairs(), tied):
            groups.join(one, other)
        return [groups.first(position) for position in range(count)]


class Groups(Generic[T]):
    """Members that are joined two by two, each with all that hang together with it."""

    def __init__(self) -> None:
        self._above: dict[T, T] = {}

    def join(self, one: T, other: T) -> None:
        """The two hang together from now on."""
        first, second = sorted((self.first(one), self.first(other)))
        if first != second:
            self._above[second] = first
            self._above.setdefault(first, first)

    def first(self, member: T) -> T:
        """The least of those that hang together with a member; the member itself where it was never joined."""
        above = self._above
        while (higher := above.get(member, member)) != member:
            above[member] = above[higher]
            member = higher
        return member

    def all(self) -> Iterator[list[T]]:
        """Those that hang together, in no order."""
        found: defaultdict[T, list[T]] = defaultdict(list)
        for member in list(self._above):
            found[self.first(member)].append(member)
        return iter(found.values())


def find_alike(witnesses: Sequence[Witness], pairs: Pairs, rules: EvidenceRules) -> Alike:
    """All pairs of witnesses that belong together."""
    found = Alike(array("l"), array("l"), array("d"))
    for one, near in find_candidates(witnesses):
        for other in near:
            score = pairs.score(one, other)
            if score is not None and score >= rules.join.value:
                found.add(one, other, score)
    return found


def drop_guesses(alike: Alike, witnesses: Sequence[Witness], pairs: Pairs, rules: EvidenceRules) -> Alike:
    """The pairs without those by which a claim on bare "weapons" could join several transfers as well.

    Which one it is would be a guess: it stays with what tells the same report, or alone.
    """
    near: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for one, other, score in zip(alike.ones, alike.others, alike.scores, strict=True):
        if witnesses[one].is_vague is not witnesses[other].is_vague:
            vague, clear = (one, other) if witnesses[one].is_vague else (other, one)
            near[vague].append((-score, clear))
    torn = {vague for vague, found in near.items() if _is_torn(sorted(found), pairs, rules)}
    if not torn:
        return alike
    kept = Alike(array("l"), array("l"), array("d"))
    for one, other, score in zip(alike.ones, alike.others, alike.scores, strict=True):
        one_report = tell_one_report(witnesses[one], witnesses[other], rules)
        if one_report or (one not in torn and other not in torn):
            kept.add(one, other, score)
    return kept


def _is_torn(near: Sequence[tuple[float, int]], pairs: Pairs, rules: EvidenceRules) -> bool:
    """Whether another claim is nearly as alike as the most alike one, and cannot be of its transfer."""
    best, first = near[0]
    rivals = (other for score, other in near[1:] if score <= best + rules.margin.value)
    return any(pairs.apart(first, other) for other in rivals)
