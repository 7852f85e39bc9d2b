"""Which claims could be about the same transfer: only those are compared, so that a large register stays quick."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from armswire.register.witness import Witness

Key = tuple[str, ...]


def find_candidates(witnesses: Sequence[Witness]) -> list[tuple[int, int]]:
    """Pairs of positions in `witnesses` that share a key, the smaller first, sorted."""
    holders: defaultdict[Key, list[int]] = defaultdict(list)
    for position, witness in enumerate(witnesses):
        for key in sorted(set(find_keys(witness))):
            holders[key].append(position)
    return sorted(
        {(one, other) for members in holders.values() for i, one in enumerate(members) for other in members[i + 1 :]}
    )


def find_keys(witness: Witness) -> Iterator[Key]:
    """What another claim must share with this one: a leg of the route, or one party and a designation or an article."""
    claim = witness.claim
    models = sorted({model for names in witness.models.values() for model in names})
    for supplier in claim.supplier:
        for receiver in (*claim.recipient, *claim.intermediary):
            yield "leg", supplier, receiver
        yield "supplier in", supplier, claim.document
        for model in models:
            yield "supplier of", supplier, model
    for recipient in claim.recipient:
        for passing in claim.intermediary:
            yield "leg", passing, recipient
        yield "recipient in", recipient, claim.document
        for model in models:
            yield "recipient of", recipient, model
        if not claim.supplier:
            yield "asked for", recipient
