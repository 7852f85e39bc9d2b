"""Those parts of a claim that are compared with gold, and when two of them agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Core = tuple[str, str, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Interval:
    """From least to most; an end that is None is not known and overlaps with nothing."""

    low: Any
    high: Any

    def overlaps(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        if None in (self.low, self.high, other.low, other.high):
            return False
        return bool(self.low <= other.high and other.low <= self.high)


@dataclass(frozen=True, slots=True)
class ScoredClaim:
    """Those parts of a claim that are compared; both gold and predicted claims become one."""

    stage: str
    polarity: str
    supplier: tuple[str, ...]
    recipient: tuple[str, ...]
    requester: tuple[str, ...]
    intermediary: tuple[str, ...]
    ml: frozenset[str]
    quantities: tuple[Interval, ...]
    value: tuple[str | None, Interval] | None
    date: Interval | None
    conditions: bool
    sources: frozenset[tuple[str | None, str | None]]
    evidence: Interval | None
    text: str
    optional: bool

    @property
    def core(self) -> Core:
        """What makes two claims of a document the same claim."""
        return (self.stage, self.polarity, tuple(sorted(self.supplier)), tuple(sorted(self.recipient)))


def scored_claim(value: Mapping[str, Any]) -> ScoredClaim:
    """The compared parts of a claim in JSON. Raises KeyError where `stage` is missing."""
    items = value.get("items") or ()
    quantities = [item["quantity"] for item in items if item.get("quantity")]
    money = value.get("value")
    return ScoredClaim(
        stage=value["stage"],
        polarity=value.get("polarity", "affirmed"),
        supplier=tuple(value.get("supplier") or ()),
        recipient=tuple(value.get("recipient") or ()),
        requester=tuple(value.get("requester") or ()),
        intermediary=tuple(value.get("intermediary") or ()),
        ml=frozenset(item["ml"] for item in items),
        quantities=tuple(_interval(quantity, "min", "max") for quantity in quantities),
        value=(money.get("currency"), _interval(money, "min", "max")) if money else None,
        date=_interval(value["date"], "start", "end") if value.get("date") else None,
        conditions=bool(value.get("conditions")),
        sources=frozenset((s.get("class"), s.get("actor")) for s in value.get("attribution") or ()),
        evidence=_interval(value["evidence"], "start", "end") if value.get("evidence") else None,
        text=(value.get("evidence") or {}).get("text", ""),
        optional=bool(value.get("optional")),
    )


def _interval(value: Mapping[str, Any], low: str, high: str) -> Interval:
    least, most = value.get(low), value.get(high)
    return Interval(least, least if most is None else most)


def same_actor(a: str, b: str) -> bool:
    """Equal codes; of organisations, one name's words all in the other ("org:Hanwha", "org:Hanwha Aerospace")."""
    if not (a.startswith("org:") and b.startswith("org:")):
        return a == b
    words_a, words_b = set(a[4:].casefold().split()), set(b[4:].casefold().split())
    return words_a <= words_b or words_b <= words_a


def same_actors(gold: Sequence[str], predicted: Sequence[str]) -> bool:
    """One actor in common, or none on either side."""
    return any(same_actor(a, b) for a in gold for b in predicted) or not (gold or predicted)


def same_core(gold: ScoredClaim, predicted: ScoredClaim) -> bool:
    """Whether the two state the same thing: the claim scheme's match."""
    return (
        gold.stage == predicted.stage
        and gold.polarity == predicted.polarity
        and same_actors(gold.supplier, predicted.supplier)
        and same_actors(gold.recipient, predicted.recipient)
    )


def _same_value(gold: ScoredClaim, predicted: ScoredClaim) -> bool:
    if gold.value is None or predicted.value is None:
        return False
    return gold.value[0] == predicted.value[0] and gold.value[1].overlaps(predicted.value[1])


def _overlap(gold: Interval | None, predicted: Interval | None) -> bool:
    return gold is not None and predicted is not None and gold.overlaps(predicted)


def _same_quantities(gold: ScoredClaim, predicted: ScoredClaim) -> bool:
    return all(any(a.overlaps(b) for b in predicted.quantities) for a in gold.quantities)


# Slot: does gold fill it, and does the prediction agree?
SLOTS: dict[str, tuple[Callable[[ScoredClaim], Any], Callable[[ScoredClaim, ScoredClaim], bool]]] = {
    "requester": (lambda g: g.requester, lambda g, p: same_actors(g.requester, p.requester)),
    "intermediary": (lambda g: g.intermediary, lambda g, p: same_actors(g.intermediary, p.intermediary)),
    "items": (lambda g: g.ml, lambda g, p: g.ml <= p.ml),
    "quantity": (lambda g: g.quantities, _same_quantities),
    "value": (lambda g: g.value, _same_value),
    "date": (lambda g: g.date, lambda g, p: _overlap(g.date, p.date)),
    "conditions": (lambda g: g.conditions, lambda _, p: p.conditions),
    "attribution": (lambda g: g.sources, lambda g, p: bool(g.sources & p.sources)),
    "evidence": (lambda g: g.evidence, lambda g, p: _overlap(g.evidence, p.evidence)),
}


def agreement(gold: ScoredClaim, predicted: ScoredClaim) -> dict[str, bool]:
    """For each slot that gold fills, whether the prediction agrees."""
    return {name: agrees(gold, predicted) for name, (filled, agrees) in SLOTS.items() if filled(gold)}
