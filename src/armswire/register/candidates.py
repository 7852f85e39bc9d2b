"""Which claims could be about the same transfer: only those are compared, so that a large register stays quick."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from armswire.register.witness import Witness

Key = tuple[str, ...]

# The shelf of claims that name no kind of item; they can be about any.
_ANY = "*"


def find_candidates(witnesses: Sequence[Witness]) -> Iterator[tuple[int, list[int]]]:
    """Each position in `witnesses` with the later positions that share a key and could share a kind of item."""
    shelves: defaultdict[Key, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, witness in enumerate(witnesses):
        for key in set(find_keys(witness)):
            for family in witness.families or (_ANY,):
                shelves[key][family].append(position)
    for position, witness in enumerate(witnesses):
        found: set[int] = set()
        for key in set(find_keys(witness)):
            shelf = shelves[key]
            families = (*witness.families, _ANY) if witness.families else tuple(shelf)
            for family in families:
                found.update(shelf.get(family, ()))
        yield position, sorted(other for other in found if other > position)


def find_keys(witness: Witness) -> Iterator[Key]:
    """What another claim must share with this one: a leg of the route, or one party and a designation or an article."""
    document = witness.claim.document
    models = sorted({model for names in witness.models.values() for model in names})
    for supplier in witness.supplier:
        for receiver in witness.recipient | witness.intermediary:
            yield "leg", supplier, receiver
        yield "supplier in", supplier, document
        for model in models:
            yield "supplier of", supplier, model
    for recipient in witness.recipient:
        for passing in witness.intermediary:
            yield "leg", passing, recipient
        yield "recipient in", recipient, document
        for model in models:
            yield "recipient of", recipient, model
        if not witness.supplier:
            yield "asked for", recipient
