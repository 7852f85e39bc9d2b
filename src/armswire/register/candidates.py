"""Which claims could be about the same transfer: only those are compared, so that a large register stays quick."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from armswire.register.witness import Witness

Key = tuple[str, ...]

# The shelf of claims that name no kind of item; they can be about any.
ANY = "*"


def find_candidates(witnesses: Sequence[Witness]) -> Iterator[tuple[int, list[int]]]:
    """Each position in `witnesses` with the later positions that share a key and could share a kind of item."""
    shelves: defaultdict[Key, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, witness in enumerate(witnesses):
        for key, family in find_shelves(witness):
            shelves[key][family].append(position)
    for position, witness in enumerate(witnesses):
        found: set[int] = set()
        for key in {key for key, _ in find_shelves(witness)}:
            shelf = shelves[key]
            families = (*witness.families, ANY) if witness.families else tuple(shelf)
            for family in families:
                found.update(shelf.get(family, ()))
        yield position, sorted(other for other in found if other > position)


def find_shelves(witness: Witness) -> set[tuple[Key, str]]:
    """Where a claim stands: under each of its keys by kind of item."""
    families = tuple(witness.families) or (ANY,)
    found = {(key, family) for key in find_keys(witness) for family in families}
    # Who retells a report may get the kind wrong.
    tellers = [witness.report, *(source.actor for source in witness.claim.attribution[-1:] if source.actor)]
    for teller, supplier, recipient in product(tellers, witness.supplier, witness.recipient):
        found.add((("told by", teller, supplier, recipient), ANY))
    return found


def find_keys(witness: Witness) -> Iterator[Key]:
    """What another claim must share with this one: a leg of the route, one party and a mark of the transfer, or, where
    a party is missing, the article."""
    for supplier in witness.supplier:
        for receiver in witness.recipient | witness.intermediary:
            yield "leg", supplier, receiver
        if not witness.recipient:
            yield "from", supplier
        for mark in _find_marks(witness):
            yield "from", supplier, *mark
    if not witness.supplier or not witness.recipient:
        # Of two neighbouring sentences one may name the giver and the other the receiver.
        yield "in", witness.claim.document
    for passing in witness.intermediary:
        # Another report may begin or stop at the go-between, and need not name who is beyond.
        for mark in _find_marks(witness):
            yield "from", passing, *mark
            yield "to", passing, *mark
    for recipient in witness.recipient:
        for passing in witness.intermediary:
            yield "leg", passing, recipient
        if not witness.supplier:
            yield "to", recipient
        for mark in _find_marks(witness):
            yield "to", recipient, *mark


def _find_marks(witness: Witness) -> Iterator[Key]:
    """What can make up for a party that is not named: the article, a designation, a number, a sum."""
    yield "in", witness.claim.document
    for model in {model for names in witness.models.values() for model in names}:
        yield "model", model
    for category in {category for category, _ in witness.amounts}:
        yield "number of", category
    if witness.claim.value is not None:
        yield "sum in", witness.claim.value.currency
