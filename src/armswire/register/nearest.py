"""Each claim's nearest: of all claims that belong together with it, the few that are most alike to it.

A claim is tied to its nearest and to those whose nearest it is, and to nobody else, so that a neighbourhood stays small
however many claims a register holds. Forty that retell one pledge are most alike to each other, so that those which
tell of another step (the delivery, a denial) have places of their own: else nothing would tie the two together. What is
nearest to a claim changes only where something is nearer still or where one of its nearest goes, and each of these
touches its neighbourhood.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

from armswire.lexicon.evidence import HowMany
from armswire.register.alike import Alike
from armswire.register.witness import Witness

# A claim seen from another: whether it tells of another step (0 or 1), how alike the two are, with a minus so that the
# most alike come first, and its order.
Near = tuple[int, float, str, str]


def find_nearest(alike: Alike, witnesses: Sequence[Witness], most: HowMany) -> list[list[Near]]:
    """By position, the claims nearest to each witness: those that tell of its own step, then others, the nearest first.

    There are at most so many of each as `most` says.
    """
    found: defaultdict[int, list[Near]] = defaultdict(list)
    for one, other, score in zip(alike.ones, alike.others, alike.scores, strict=True):
        elsewhere = int(not _tell_one_step(witnesses[one], witnesses[other]))
        found[one].append((elsewhere, -score, *witnesses[other].order))
        found[other].append((elsewhere, -score, *witnesses[one].order))
    return [take_nearest(found[position], most) for position in range(len(witnesses))]


def take_nearest(found: Iterable[Near], most: HowMany) -> list[Near]:
    """The nearest of those found, as `find_nearest` gives them."""
    ordered = sorted(found)
    first = next((place for place, near in enumerate(ordered) if near[0]), len(ordered))
    return ordered[: min(first, int(most.same_step.value))] + ordered[first : first + int(most.other_steps.value)]


def keep_nearest(alike: Alike, witnesses: Sequence[Witness], most: HowMany) -> Alike:
    """The pairs of which at least one is among the nearest to the other."""
    near = [{claim for *_, claim in found} for found in find_nearest(alike, witnesses, most)]
    kept = Alike(array("l"), array("l"), array("d"))
    for one, other, score in zip(alike.ones, alike.others, alike.scores, strict=True):
        if witnesses[other].claim.id in near[one] or witnesses[one].claim.id in near[other]:
            kept.add(one, other, score)
    return kept


def _tell_one_step(one: Witness, other: Witness) -> bool:
    return one.claim.stage is other.claim.stage and one.is_comment is other.is_comment
