"""The claims of a neighbourhood joined once more, as they were, with what the result leaves out: who met by which pair.

Pure. Beside the neighbourhood stand claims of other transfers (`rivals`) that could have been meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product

from armswire.lexicon.evidence import EvidenceRules
from armswire.register.alike import drop_guesses, find_alike
from armswire.register.candidates import find_candidates
from armswire.register.comparison import Comparison, compare
from armswire.register.grounds.ground import Bond, PartedBy, Parting
from armswire.register.joining import find_apart, join
from armswire.register.judged import Judged
from armswire.register.nearest import keep_nearest
from armswire.register.pairs import Pairs
from armswire.register.ties import Half, are_parted, find_ties
from armswire.register.witness import Witness

# Pairs that are compared at most to find the nearest other transfer: well under a second.
MOST_PAIRS = 8_000


class Neighbourhood:
    """A neighbourhood with its rivals; `transfers` gives for each claim of both the transfer that it is in."""

    def __init__(
        self,
        witnesses: Iterable[Witness],
        rivals: Iterable[Witness],
        transfers: Mapping[str, str],
        rules: EvidenceRules,
        judged: Judged,
    ) -> None:
        self._rules = rules
        self._transfers = transfers
        self._witnesses = sorted(witnesses, key=lambda witness: witness.order)
        self.claims = {witness.claim.id: witness for witness in (*self._witnesses, *rivals)}
        self._places = {witness.claim.id: place for place, witness in enumerate(self._witnesses)}
        self._pairs = pairs = Pairs(self._witnesses, rules)
        self._ties = find_ties(self._witnesses, judged)
        alike = find_alike(self._witnesses, pairs, rules)
        near = keep_nearest(alike, self._witnesses, rules.nearest)
        likely = list(drop_guesses(near, self._witnesses, pairs, rules).ranked())
        self._likely = {frozenset(pair) for pair in likely}
        self._guesses = {frozenset(pair) for pair in near.pairs()} - self._likely
        self._bonds: list[tuple[int, int]] = []
        join(self._witnesses, pairs, likely, self._ties, self._bonds)

    def compare(self, one: str, other: str) -> Comparison:
        """Two claims compared."""
        return compare(self.claims[one], self.claims[other], self._rules)

    def bonds(self, transfer: str) -> tuple[Bond, ...]:
        """The pairs by which the claims of a transfer became one group, in the order in which they did."""
        tied = set(self._ties.pairs())
        ids = [(pair, tuple(self._witnesses[place].claim.id for place in pair)) for pair in self._bonds]
        return tuple(
            Bond(self.compare(*names), judged=pair in tied)
            for pair, names in ids
            if self._transfers.get(names[0]) == transfer
        )

    def alike(self, claim: str) -> tuple[Comparison, ...]:
        """The comparisons of a claim with those of its transfer that it is alike to, the most alike first."""
        mine = self._transfers.get(claim)
        found = (
            self.compare(claim, other)
            for other, transfer in self._transfers.items()
            if transfer == mine and other != claim and other in self._places
        )
        return tuple(
            sorted((one for one in found if one.joins(self._rules)), key=lambda one: (-one.score, one.one, one.other))
        )

    def part(self, claims: Sequence[str], others: Collection[str] | None = None) -> Parting | None:
        """What parts some claims of one transfer from the nearest other one, or from the claims of `others`."""
        mine = {self._transfers.get(claim) for claim in claims}
        if others is None:
            others = [other for other in self.claims if self._transfers.get(other) not in mine]
            others = others[: max(1, MOST_PAIRS // max(1, len(claims)))]
        compared = [
            (self.compare(one, two), one, two)
            for one, two in product(claims, others)
            if one != two and one in self.claims and two in self.claims
        ]
        if not compared:
            return None
        nearest, claim, other = min(compared, key=lambda one: (-one[0].score, one[0].apart, one[1], one[2]))
        at_home = self._transfers.get(other, other) == self._transfers.get(claim, claim)
        by, against = (None, None) if at_home else self._why_parted(nearest, claim, other)
        return Parting(self._transfers.get(other), by, claim, other, nearest, against)

    def _why_parted(self, nearest: Comparison, claim: str, other: str) -> tuple[PartedBy, Comparison | None]:
        if self._parted_by_person(claim, other):
            return PartedBy.JUDGEMENT, None
        if nearest.apart:
            return PartedBy.SLOT, None
        if not nearest.joins(self._rules):
            return PartedBy.SCORE, None
        pair = frozenset(self._places.get(name, -1) for name in (claim, other))
        if pair in self._guesses:
            return PartedBy.GUESS, None
        if pair in self._likely:
            return PartedBy.OTHERS, self._find_apart(claim, other)
        met = dict(find_candidates([self.claims[claim], self.claims[other]]))
        return (PartedBy.NEARER if met[0] else PartedBy.UNMET), None

    def _find_apart(self, claim: str, other: str) -> Comparison | None:
        """Two claims of the two transfers that are set apart, as they were when the groups were to be joined."""
        mine, theirs = self._beside(claim), self._beside(other)
        found = find_apart(mine, theirs, self._witnesses, self._pairs, self._ties)
        if found is None:
            return None
        one, two = (self._witnesses[place] for place in found)
        through = (self._witnesses[place].intermediary for place in (*mine, *theirs))
        return compare(one, two, self._rules, frozenset().union(*through))

    def _beside(self, claim: str) -> list[int]:
        """The claims of the same transfer in the neighbourhood, by their places."""
        transfer = self._transfers.get(claim)
        return [place for name, place in self._places.items() if self._transfers.get(name) == transfer]

    def _parted_by_person(self, claim: str, other: str) -> bool:
        halves, nothing = self._ties.halves, frozenset[Half]()
        mine, theirs = (
            nothing.union(*(halves.get(place, nothing) for place in self._beside(name))) for name in (claim, other)
        )
        return are_parted(mine, theirs)
