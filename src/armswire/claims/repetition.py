"""An article repeats itself: the same statement read twice is one claim."""

from __future__ import annotations

from collections.abc import Iterable

from armswire.model.claim import Claim


def merge_repetitions(claims: Iterable[Claim]) -> list[Claim]:
    """Of claims with the same core, items and speakers the one that tells most; the others are dropped."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (
            claim.stage, claim.polarity, claim.requester, claim.supplier, claim.recipient, claim.intermediary,
            frozenset(i.ml for i in claim.items), frozenset((s.source_class, s.actor) for s in claim.attribution),
            claim.date,
        )  # fmt: skip
        if key not in best or told(claim) > told(best[key]):
            best[key] = claim
    return list(best.values())


def told(claim: Claim) -> int:
    """How many slots a claim fills."""
    slots = (claim.requester, claim.supplier, claim.recipient, claim.intermediary, claim.items, claim.value, claim.date, claim.attribution)
    return sum(1 for slot in slots if slot) + sum(1 for i in claim.items if i.quantity is not None)
