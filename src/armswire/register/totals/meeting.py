"""Which transfers are compared at all, so that adding up many costs no more than their number asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from armswire.lexicon.evidence import EvidenceRules
from armswire.register.totals.scenarios import Deal
from armswire.register.totals.tellings import Telling

Pair = tuple[int, int]


def find_pairs(deals: Sequence[Deal], rules: EvidenceRules) -> Iterator[Pair]:
    """Pairs that share a supplier or a recipient and lie no further apart in time than any rule allows."""
    shelves: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    spans = [_span(deal.tellings) for deal in deals]
    for position, deal in enumerate(deals):
        told = [telling.witness for telling in deal.tellings]
        suppliers = {actor for witness in told for actor in (*witness.supplier, *witness.intermediary)}
        takers = {actor for witness in told for actor in (*witness.recipient, *witness.intermediary)}
        for supplier in suppliers or {""}:
            for taker in takers or {""}:
                shelves[supplier, taker].append(position)
        for supplier in suppliers if takers else ():
            shelves[supplier, ""].append(position)
        for taker in takers if suppliers else ():
            shelves["", taker].append(position)
    pairs: set[Pair] = set()
    for (supplier, taker), members in shelves.items():
        # On a shelf without one party only those count that do not name it: the others meet on fuller shelves.
        bare = {p for p in members if not supplier or not taker}
        for one, other in _close(sorted(set(members), key=lambda p: (spans[p][0], p)), spans, rules):
            if not bare or _lacks(deals[one], supplier, taker) or _lacks(deals[other], supplier, taker):
                pairs.add((min(one, other), max(one, other)))
    yield from sorted(pairs)


def _lacks(deal: Deal, supplier: str, taker: str) -> bool:
    role = "recipient" if supplier else "supplier"
    return (bool(supplier) != bool(taker)) and not any(getattr(telling.witness, role) for telling in deal.tellings)


def _close(order: Sequence[int], spans: Sequence[tuple[date, date]], rules: EvidenceRules) -> Iterator[Pair]:
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if (spans[other][0] - spans[one][1]).days > rules.days.longest:
                break
            yield one, other


def _span(tellings: Iterable[Telling]) -> tuple[date, date]:
    times = [telling.time for telling in tellings if telling.time is not None]
    return (min(t.start for t in times), max(t.end for t in times)) if times else (date.min, date.max)
