"""Each claim's nearest: of all claims that belong together with it, the few that are most alike to it.

A claim is tied to its nearest and to those whose nearest it is, and to nobody else, so that a neighbourhood stays small
however many claims a register holds. What is nearest to a claim changes only where something is nearer still or where
one of its nearest goes, and each of these touches its neighbourhood.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

from armswire.register.alike import Alike
from armswire.register.witness import Witness

# A claim seen from another: how alike the two are, with a minus so that the most alike come first, then its order.
Near = tuple[float, str, str]


def find_nearest(alike: Alike, witnesses: Sequence[Witness], most: int) -> list[list[Near]]:
    """By position, the `most` claims nearest to each witness, the nearest first."""
    found: defaultdict[int, list[Near]] = defaultdict(list)
    for one, other, score in zip(alike.ones, alike.others, alike.scores, strict=True):
        found[one].append((-score, *witnesses[other].order))
        found[other].append((-score, *witnesses[one].order))
    return [take_nearest(found[position], most) for position in range(len(witnesses))]


def take_nearest(found: Iterable[Near], most: int) -> list[Near]:
    """The `most` nearest of those found, the nearest first."""
    return sorted(found)[:most]


def keep_nearest(alike: Alike, witnesses: Sequence[Witness], most: int) -> Alike:
    """The pairs of which at least one is among the `most` nearest to the other."""
    near = [{claim for *_, claim in found} for found in find_nearest(alike, witnesses, most)]
    kept = Alike(array("l"), array("l"), array("d"))
    for one, other, score in zip(alike.ones, alike.others, alike.scores, strict=True):
        if witnesses[other].claim.id in near[one] or witnesses[one].claim.id in near[other]:
            kept.add(one, other, score)
    return kept
