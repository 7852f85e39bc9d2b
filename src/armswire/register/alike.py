"""Which claims belong together, pair by pair, and how far what belongs together can reach at all."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from armswire.lexicon.evidence import EvidenceRules
from armswire.register.candidates import find_candidates
from armswire.register.pairs import Pairs
from armswire.register.witness import Witness, tell_one_report


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

    def neighbourhoods(self, count: int, tied: Iterable[tuple[int, int]] = ()) -> list[int]:
        """For each of `count` positions the first one that it is alike or `tied` to, directly or through others.

        What two neighbourhoods become depends on nothing but their own claims, so that something new touches no more
        than those it is alike to.
        """
        home = list(range(count))
        for one, other in chain(zip(self.ones, self.others, strict=True), tied):
            first, second = sorted((_root(home, one), _root(home, other)))
            home[second] = first
        return [_root(home, position) for position in range(count)]


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


def _root(home: list[int], position: int) -> int:
    while home[position] != position:
        home[position] = home[home[position]]
        position = home[position]
    return position
