"""An article repeats itself: the same statement read twice is one claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from armswire.model.claim import Claim


def merge_repetitions(claims: Iterable[Claim], headlines: Sequence[tuple[int, int]] = ()) -> list[Claim]:
    """Of claims with the same core, items and speakers the one that tells most; the others are dropped.

    `headlines` are the stretches of the article's text, start and end, that are headlines.
    """
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (
            claim.stage, claim.polarity, claim.requester, claim.supplier, claim.recipient, claim.intermediary,
            frozenset(i.ml for i in claim.items), frozenset((s.source_class, s.actor) for s in claim.attribution),
            claim.date,
        )  # fmt: skip
        # Of equals the later one: the first is mostly the headline.
        if key not in best or told(claim) >= told(best[key]):
            best[key] = claim
    return _without_headline_echoes(list(best.values()), headlines)


def _without_headline_echoes(claims: list[Claim], headlines: Sequence[tuple[int, int]]) -> list[Claim]:
    """A headline's claim gives way to one of the text with the same core that is about the same kind of thing."""
    def in_headline(claim: Claim) -> bool:
        return any(start <= claim.evidence.start < end for start, end in headlines)

    def echoed(claim: Claim) -> bool:
        return any(
            not in_headline(other)
            and (other.stage, other.polarity, other.supplier, other.recipient) == (claim.stage, claim.polarity, claim.supplier, claim.recipient)
            and ({i.ml for i in claim.items} & {i.ml for i in other.items} or not claim.items)
            for other in claims
        )

    return [claim for claim in claims if not (in_headline(claim) and echoed(claim))]


def told(claim: Claim) -> int:
    """How many slots a claim fills."""
    slots = (claim.requester, claim.supplier, claim.recipient, claim.intermediary, claim.items, claim.value, claim.date, claim.attribution)
    return sum(1 for slot in slots if slot) + sum(1 for i in claim.items if i.quantity is not None)
