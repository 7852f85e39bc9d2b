"""Which transfers may be one and the same, or parts of one, so that the least must not count both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.register.separation import (
    amounts_apart,
    items_apart,
    models_apart,
    recipients_apart,
    same_amount,
    suppliers_apart,
)
from armswire.register.totals.intervals import Interval
from armswire.register.totals.scenarios import Deal
from armswire.register.totals.selecting import DELIVERED
from armswire.register.totals.tellings import Telling
from armswire.register.witness import PROMISED, Witness, days_between

# Branches gone through for the heaviest set; beyond, the best found so far stands, which is a least all the same.
_MOST_BRANCHES = 20_000
Pair = tuple[int, int]
Weights = Mapping[int, float] | Sequence[float]


class Kind(StrEnum):
    """How two transfers may be one, in words that stand between them."""

    SAME = "may be the same as"
    PART = "may be a delivery of what was promised in"
    PASSED_ON = "may be the same goods passed on from"


@dataclass(frozen=True, slots=True, order=True)
class Overlap:
    """Two transfers, by position, that may be one: the `later` one (or the part) and the `earlier` one (or the whole).

    Only what was promised can be in part in a delivery: as deliveries those two are apart.
    """

    later: int
    earlier: int
    kind: Kind

    def is_allowed(self, numbers: Mapping[int, Interval | None]) -> bool:
        """Whether the numbers told allow it: the same can be the same number, and a part is no more than the whole."""
        one, other = numbers[self.later], numbers[self.earlier]
        if one is None or other is None:
            return False
        return one.least <= other.most and (self.kind is Kind.PART or other.least <= one.most)

    @property
    def holds_of_deliveries(self) -> bool:
        """Whether, if they are one, they are one delivery."""
        return self.kind is not Kind.PART


def find_overlaps(deals: Sequence[Deal], rules: EvidenceRules) -> list[Overlap]:
    """Transfers that may be one by all but their numbers. Only those with a party in common are compared."""
    found = [_relation(one, other, deals, rules) for one, other in _candidates(deals, rules)]
    return sorted({overlap for overlap in found if overlap is not None} | set(_find_passed_on(deals, rules)))


def find_refills(deals: Sequence[Deal]) -> dict[int, list[int]]:
    """For each transfer said to make up for a gift, those in the same articles by which its recipient gave."""
    givers: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for position, deal in enumerate(deals):
        for telling in deal.tellings:
            for actor in telling.witness.supplier:
                givers[telling.witness.claim.document, actor].add(position)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for position, deal in enumerate(deals):
        takers = {actor for telling in deal.tellings for actor in telling.witness.recipient}
        for telling in deal.tellings:
            if telling.witness.claim.stage is Stage.END_USE:
                for actor in telling.witness.recipient:
                    for gift in givers.get((telling.witness.claim.document, actor), ()):
                        to = {a for told in deals[gift].tellings for a in told.witness.recipient}
                        if gift != position and to and to.isdisjoint(takers):
                            found[position].add(gift)
    return {position: sorted(gifts) for position, gifts in found.items()}


def groups(size: int, near: Mapping[int, set[int]]) -> list[list[int]]:
    """All positions, those together that hang together, directly or through others."""
    found: list[list[int]] = []
    seen = set[int]()
    for start in range(size):
        if start not in seen:
            component = _component(start, near)
            seen |= component
            found.append(sorted(component))
    return found


def _component(start: int, near: Mapping[int, set[int]]) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        for other in near.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def heaviest_apart(group: Sequence[int], weights: Weights, near: Mapping[int, set[int]]) -> float:
    """The greatest sum of weights in a group of which no two may be one: no fewer can there be, whoever is who.

    Branch and bound, the heaviest first: what is left cannot add more than all of it.
    """
    order = sorted(group, key=lambda place: (-weights[place], place))
    best, branches = 0.0, 0
    waiting = [(tuple(order), 0.0)]
    while waiting and branches < _MOST_BRANCHES:
        left, held = waiting.pop()
        branches += 1
        if not left:
            best = max(best, held)
            continue
        if held + sum(weights[i] for i in left) <= best:
            continue
        first, rest = left[0], left[1:]
        waiting.append((rest, held))
        waiting.append((tuple(i for i in rest if i not in near.get(first, ())), held + weights[first]))
    return best


def _candidates(deals: Sequence[Deal], rules: EvidenceRules) -> Iterator[Pair]:
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


def _relation(one: int, other: int, deals: Sequence[Deal], rules: EvidenceRules) -> Overlap | None:
    mine, theirs = _steps(deals[one]), _steps(deals[other])
    if not mine or not theirs:
        return None
    if _may_meet(mine, theirs, rules):
        return Overlap(other, one, Kind.SAME)
    for whole, part in ((one, other), (other, one)):
        promises = [witness for witness in _steps(deals[whole]) if witness.place != DELIVERED]
        deliveries = _steps(deals[part])
        if promises and all(w.place == DELIVERED for w in deliveries) and _may_meet(promises, deliveries, rules):
            return Overlap(part, whole, Kind.PART)
    return None


def _find_passed_on(deals: Sequence[Deal], rules: EvidenceRules) -> Iterator[Overlap]:
    """Transfers whose supplier got the same number of the same thing shortly before."""
    givers: defaultdict[str, set[int]] = defaultdict(set)
    numbered = [[witness for witness in _steps(deal) if witness.amounts] for deal in deals]
    for position, witnesses in enumerate(numbered):
        for witness in witnesses:
            for actor in witness.supplier:
                givers[actor].add(position)
    for position, witnesses in enumerate(numbered):
        takers = {actor for witness in witnesses for actor in witness.recipient}
        for later in sorted({later for actor in takers for later in givers.get(actor, ())}):
            if later != position and _is_passed_on(witnesses, numbered[later], rules):
                yield Overlap(later, position, Kind.PASSED_ON)


def _steps(deal: Deal) -> list[Witness]:
    return [
        telling.witness
        for telling in deal.tellings
        if telling.witness.place is not None and telling.witness.place >= PROMISED
    ]


def _may_meet(mine: Sequence[Witness], theirs: Sequence[Witness], rules: EvidenceRules) -> bool:
    """Whether no claim of one is set apart from any claim of the other that can be about the same things.

    Reconciling joins only what is likely one; here it is enough that nothing forbids it, so time counts for less.
    """
    compared = False
    through = frozenset(actor for witness in (*mine, *theirs) for actor in witness.intermediary)
    for one in mine:
        for other in theirs:
            first, second = (one, other) if one.order <= other.order else (other, one)
            if items_apart(first, second, rules):
                continue
            compared = True
            if (
                recipients_apart(first, second, rules, through)
                or suppliers_apart(first, second, rules)
                or models_apart(first, second, rules)
                or amounts_apart(first, second, rules)
                or _days_apart(first, second, rules)
            ):
                return False
    return compared


def _days_apart(one: Witness, other: Witness, rules: EvidenceRules) -> bool:
    """More days than from promise to delivery, or two days told for one step a quarter apart."""
    if one.time is None or other.time is None:
        return False
    days = days_between(one.time, other.time)
    told = one.dated and other.dated and one.place == other.place
    return days > (rules.days.same_stage if told else rules.days.life).value


def _is_passed_on(first: Sequence[Witness], second: Sequence[Witness], rules: EvidenceRules) -> bool:
    """Whether who got the one gave the other, with the same number of the same thing, at about that time."""
    return any(
        one.recipient & other.supplier
        and not one.supplier & other.supplier
        and not one.recipient & other.recipient
        and one.time is not None
        and other.time is not None
        and one.time.start <= other.time.end
        and days_between(one.time, other.time) <= rules.days.about.value
        and same_amount(one, other, rules) is True
        for one in first
        for other in second
    )


def neighbours(overlaps: Iterable[Overlap]) -> dict[int, set[int]]:
    """By position, all that it may be one with."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for overlap in overlaps:
        found[overlap.later].add(overlap.earlier)
        found[overlap.earlier].add(overlap.later)
    return dict(found)
