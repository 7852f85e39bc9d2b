"""The slots of a transfer out of the slots of its claims; every value keeps the claims that it comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Certainty, Item, Stage
from armswire.model.ranges import DateRange, Money, Quantity
from armswire.model.standing import StageRecord
from armswire.model.transfer import SupportedActor, SupportedItem, SupportedValue
from armswire.register.separation import quantities_meet, same_unit
from armswire.register.witness import Witness

Named = tuple[Item, str]  # an item and the claim that names it

# How sure a source is, the surest first.
SUREST = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)


def gather_actors(members: Iterable[Witness], role: str) -> tuple[SupportedActor, ...]:
    """Who stands in a role, by code."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for member in members:
        for actor in getattr(member.claim, role):
            held[actor].add(member.claim.id)
    return tuple(SupportedActor(actor, tuple(sorted(claims))) for actor, claims in sorted(held.items()))


def gather_values(members: Iterable[Witness]) -> tuple[SupportedValue, ...]:
    """The sums that are stated, each once."""
    held: defaultdict[tuple[str, int, int, bool], set[str]] = defaultdict(set)
    for member in members:
        value = member.claim.value
        if value is not None:
            held[value.currency, value.min, value.max, value.approximate].add(member.claim.id)
    return tuple(
        SupportedValue(Money(least, most, currency, approximate), tuple(sorted(claims)))
        for (currency, least, most, approximate), claims in sorted(held.items())
    )


def gather_stages(members: Iterable[Witness], order: Sequence[Stage]) -> tuple[StageRecord, ...]:
    """Each stage that is affirmed, in `order`, with its dates and how sure it is at best."""
    held: defaultdict[Stage, list[Witness]] = defaultdict(list)
    for member in members:
        if member.affirmed:
            held[member.claim.stage].append(member)
    return tuple(
        StageRecord(
            stage=stage,
            date=join_dates([member.claim.date for member in held[stage] if member.claim.date is not None]),
            certainty=min((member.claim.certainty for member in held[stage]), key=SUREST.index),
            claims=tuple(sorted(member.claim.id for member in held[stage])),
        )
        for stage in order
        if stage in held
    )


def join_dates(dates: Sequence[DateRange]) -> DateRange | None:
    """The days on which all dates agree, or else the whole stretch that they cover."""
    if not dates:
        return None
    start, end = max(date.start for date in dates), min(date.end for date in dates)
    if start <= end:
        return DateRange(start, end)
    return DateRange(min(date.start for date in dates), max(date.end for date in dates))


def gather_items(members: Iterable[Witness], rules: EvidenceRules) -> tuple[SupportedItem, ...]:
    """What is transferred: one entry for each category, designation and number that cannot be the same.

    A claim that names no designation counts for the one that others give, where there is only one.
    """
    held: defaultdict[str, defaultdict[str | None, list[Named]]] = defaultdict(lambda: defaultdict(list))
    for member in members:
        for item in member.claim.items:
            held[item.ml][item.designation].append((item, member.claim.id))
    entries: list[SupportedItem] = []
    for _, by_model in sorted(held.items()):
        models = sorted(model for model in by_model if model is not None)
        if len(models) == 1 and None in by_model:
            by_model[models[0]] += by_model.pop(None)
        for model in sorted(by_model, key=lambda model: model or ""):
            entries.extend(_gather_numbers(by_model[model], rules))
    return tuple(entries)


def _gather_numbers(named: list[Named], rules: EvidenceRules) -> list[SupportedItem]:
    """One entry for each number that differs; claims without a number stand with the first."""
    groups: list[list[tuple[Quantity, Named]]] = []
    counted = [(item.quantity, (item, claim)) for item, claim in named if item.quantity is not None]
    for quantity, entry in sorted(counted, key=lambda pair: (*precision(pair[0]), pair[1][1])):
        home = next(
            (g for g in groups if same_unit(g[0][0], quantity) and quantities_meet(g[0][0], quantity, rules)), None
        )
        if home is None:
            groups.append([(quantity, entry)])
        else:
            home.append((quantity, entry))
    bare = [(item, claim) for item, claim in named if item.quantity is None]
    if not groups:
        return [_support(bare, None, [])]
    return [
        _support([entry for _, entry in group] + (bare if i == 0 else []), group[0][0], [entry for _, entry in group])
        for i, group in enumerate(groups)
    ]


def precision(quantity: Quantity) -> tuple[bool, float, float, str]:
    """The most precise number first."""
    width = (quantity.max - quantity.min) / quantity.max if quantity.max else 0.0
    return quantity.approximate, width, -quantity.max, quantity.unit or ""


def _support(named: list[Named], quantity: Quantity | None, counted: list[Named]) -> SupportedItem:
    texts = [item.text for item, _ in named]
    best = max((item for item, _ in named), key=lambda item: (
        item.designation is not None, texts.count(item.text), len(item.text), item.text))  # fmt: skip
    lethal = {item.lethal for item, _ in named if item.lethal is not None}
    return SupportedItem(
        item=Item(
            text=best.text,
            ml=best.ml,
            designation=best.designation,
            lethal=lethal.pop() if len(lethal) == 1 else None,
            quantity=quantity,
        ),
        claims=tuple(sorted({claim for _, claim in named})),
        quantity_claims=tuple(sorted({claim for _, claim in counted})),
    )
