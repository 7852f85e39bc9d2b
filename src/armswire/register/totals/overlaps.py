"""Which transfers may be one and the same, or parts of one, so that the least must not count both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from armswire.lexicon.evidence import EvidenceRules
from armswire.register.separation import (
    amounts_apart,
    items_apart,
    models_apart,
    recipients_apart,
    same_amount,
    suppliers_apart,
)
from armswire.register.totals.intervals import Interval
from armswire.register.totals.meeting import find_pairs
from armswire.register.totals.scenarios import Deal
from armswire.register.totals.selecting import DELIVERED
from armswire.register.witness import PROMISED, Witness, days_between


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
    found = [_relation(one, other, deals, rules) for one, other in find_pairs(deals, rules)]
    return sorted({overlap for overlap in found if overlap is not None} | set(_find_passed_on(deals, rules)))


def neighbours(overlaps: Iterable[Overlap]) -> dict[int, set[int]]:
    """By position, all that it may be one with."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for overlap in overlaps:
        found[overlap.later].add(overlap.earlier)
        found[overlap.earlier].add(overlap.later)
    return dict(found)


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
