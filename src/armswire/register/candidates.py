"""Which claims could be about the same transfer: only those are compared, so that a large register stays quick.

A claim stands on shelves and looks along shelves; two claims meet where one looks along a shelf on which the other
stands, and then each finds the other. A plain claim names who gives and who gets and nobody between: with its like it
meets on the leg from one to the other alone. An open claim leaves something of that to others, so that it takes a mark
of the transfer (a designation, a number, a sum, the article, the report that is retold) to meet beside the leg.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from armswire.model.ranges import Quantity
from armswire.register.witness import Witness

Key = tuple[str, ...]

# The shelf of claims that name no kind of item; they can be about any.
ANY = "*"

_PLAIN, _OPEN = "plain", "open"

# Numbers whose logarithms to this base lie within one whole number of each other stand side by side.
_STEP = math.log(1.6)

# Days that share a shelf of one report.
_DAYS = 8


def find_candidates(witnesses: Sequence[Witness]) -> Iterator[tuple[int, list[int]]]:
    """Each position in `witnesses` with the later positions that it meets and with which it could share a kind."""
    shelves: defaultdict[Key, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, witness in enumerate(witnesses):
        for key, family in find_standing(witness):
            shelves[key][family].append(position)
    for position, witness in enumerate(witnesses):
        found: set[int] = set()
        for key in find_looking(witness):
            shelf = shelves.get(key)
            if shelf is None:
                continue
            families = (*witness.families, ANY) if witness.families else tuple(shelf)
            for family in families:
                found.update(shelf.get(family, ()))
        yield position, sorted(other for other in found if other > position)


def find_standing(witness: Witness) -> set[tuple[Key, str]]:
    """Where a claim stands: under each of its keys by kind of item."""
    families = tuple(witness.families) or (ANY,)
    mine = _OPEN if _is_open(witness) else _PLAIN
    found = {(key, family) for key in _find_legs(witness) for family in families}
    found |= {((mine, *key), family) for key in _find_marked(witness, around=False) for family in families}
    # Who retells a report may get the kind wrong.
    found |= {(key, ANY) for key in _find_tellings(witness)}
    return found


def find_looking(witness: Witness) -> set[Key]:
    """The keys under which a claim finds those that it could belong with."""
    others = (_OPEN, _PLAIN) if _is_open(witness) else (_OPEN,)
    found = {*_find_legs(witness), *_find_tellings(witness)}
    found |= {(kind, *key) for key in _find_marked(witness, around=True) for kind in others}
    return found


def _is_open(witness: Witness) -> bool:
    return bool(not witness.supplier or not witness.recipient or witness.intermediary)


def _find_legs(witness: Witness) -> Iterator[Key]:
    """The legs of the route that a claim tells of."""
    for supplier in witness.supplier:
        for receiver in witness.recipient | witness.intermediary:
            yield "leg", supplier, receiver
    for passing, recipient in product(witness.intermediary, witness.recipient):
        yield "leg", passing, recipient


def _find_tellings(witness: Witness) -> Iterator[Key]:
    tellers = [witness.report, *(source.actor for source in witness.claim.attribution[-1:] if source.actor)]
    for teller, supplier, recipient in product(tellers, witness.supplier, witness.recipient):
        yield "told by", teller, supplier, recipient


def _find_marked(witness: Witness, *, around: bool) -> Iterator[Key]:
    """Each party with each mark; of two neighbouring sentences one may name the giver and the other the receiver.

    `around` gives the marks beside one's own as well, at which others stand that are near enough.
    """
    marks = list(_find_marks(witness, around=around))
    # Another report may begin or stop at the go-between, and need not name who is beyond.
    for giver, mark in product(witness.supplier | witness.intermediary, marks):
        yield "from", giver, *mark
    for taker, mark in product(witness.recipient | witness.intermediary, marks):
        yield "to", taker, *mark
    if not witness.supplier or not witness.recipient:
        yield "in", witness.claim.document


def _find_marks(witness: Witness, *, around: bool) -> Iterator[Key]:
    """What can make up for a party that is not named, or is another one."""
    yield "in", witness.claim.document
    for model in {model for names in witness.models.values() for model in names}:
        yield "model", model
    for category, quantity in witness.amounts:
        for size in _sizes(quantity, around=around):
            yield "number of", category, str(size)
    if witness.claim.value is not None:
        yield "sum in", witness.claim.value.currency
    for passing in witness.intermediary:
        yield "through", passing
    for asking in witness.requester:
        yield "asked by", asking
    if witness.published is not None:
        day = witness.published.toordinal() // _DAYS
        for near in (day - 1, day, day + 1) if around else (day,):
            yield "told by", witness.report, str(near)


def _sizes(quantity: Quantity, *, around: bool) -> range:
    """The orders of magnitude of a number, and for looking `around` those beside them."""
    least, most = (math.floor(math.log(max(number, 1)) / _STEP) for number in (quantity.min, quantity.max))
    return range(least - around, most + around + 1)
