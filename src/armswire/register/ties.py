"""What people judged of the bounds of transfers, as joining needs it: by the positions of the claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from armswire.register.judged import Judged
from armswire.register.witness import Witness

# One half of a split: the number of the split, and which half.
Half = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ties:
    """`together` are sets of positions that are one transfer; `halves` the halves of splits in which a position is."""

    together: tuple[tuple[int, ...], ...] = ()
    halves: Mapping[int, frozenset[Half]] = field(default_factory=dict)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs that tie all that is tied together, each set in its order."""
        for positions in self.together:
            for other in positions[1:]:
                yield positions[0], other


NO_TIES = Ties()


def are_parted(one: frozenset[Half], other: frozenset[Half]) -> bool:
    """Whether the two halves of one split meet."""
    return any((split, 1 - half) in other for split, half in one)


def find_ties(witnesses: Sequence[Witness], judged: Judged) -> Ties:
    """The ties between the witnesses; what was judged of claims that are not among them plays no part."""
    if not judged.together and not judged.apart:
        return NO_TIES
    places = {witness.claim.id: position for position, witness in enumerate(witnesses)}
    together = {tuple(sorted(places[claim] for claim in claims if claim in places)) for claims in judged.together}
    halves: defaultdict[int, set[Half]] = defaultdict(set)
    for split, parted in enumerate(judged.apart):
        for half, claims in enumerate(parted):
            for claim in claims:
                if claim in places:
                    halves[places[claim]].add((split, half))
    return Ties(
        together=tuple(sorted(positions for positions in together if len(positions) > 1)),
        halves={position: frozenset(found) for position, found in halves.items()},
    )
