"""Which numbers, designations and sums a transfer has, each from the claims of the best stages that give it."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.lexicon.brackets import Tier
from armswire.model.claim import Item
from armswire.model.entry import EntryField
from armswire.model.ranges import Money, Quantity, describe_range
from armswire.model.transfer import SupportedItem
from armswire.register.brackets.told import Reading, Told
from armswire.register.phrasing import unmarked
from armswire.register.separation import quantities_meet, same_unit
from armswire.register.summary import precision
from armswire.register.witness import Witness

Counted = tuple[Quantity, Witness]


def read_numbers(told: Told) -> Iterator[Reading]:
    """How many of each item were ordered, and how many delivered."""
    for place, item in enumerate(told.items):
        for field in (EntryField.NUMBER_ORDERED, EntryField.NUMBER_DELIVERED):
            readings = (_read_number(field, place, item, tier, told) for tier in told.rules.brackets.tiers[field])
            found = next((reading for reading in readings if reading is not None), None)
            if found is not None:
                yield found


def read_designations(told: Told) -> Iterator[Reading]:
    """Which model each item is, where somebody says so."""
    for place, item in enumerate(told.items):
        model = item.item.designation
        if model is not None:
            naming = (one for one in told.members if model in one.models.get(item.item.ml, ()))
            yield Reading(EntryField.DESIGNATION, place, unmarked(model), tuple(naming))


def read_sums(told: Told) -> Iterator[Reading]:
    """Every sum that is stated."""
    for place, value in enumerate(told.values):
        sum_ = value.value
        giving = tuple(one for one in told.members if one.claim.id in value.claims)
        others = tuple(
            (_words(other), one)
            for one in told.members
            if (other := one.claim.value) is not None
            and other.currency == sum_.currency
            and not quantities_meet(other, sum_, told.rules)
        )
        yield Reading(EntryField.VALUE, place, _words(sum_), giving, amount=sum_, others=others)


def _read_number(field: EntryField, place: int, item: SupportedItem, tier: Tier, told: Told) -> Reading | None:
    counted = [
        (named.quantity, witness)
        for witness in told.members
        if witness.claim.stage in tier.stages and (witness.affirmed or tier.any_polarity)
        for named in witness.claim.items
        if named.quantity is not None and _is_of(named, item.item)
    ]
    mine = [one for one in counted if one[1].claim.id in item.quantity_claims and _meets(one, item, told)]
    if not mine:
        return None
    amount = min(mine, key=lambda one: (*precision(one[0]), one[1].order))[0]
    others = [one for one in counted if not quantities_meet(one[0], amount, told.rules)]
    return Reading(
        field=field,
        place=place,
        text=_words(amount),
        witnesses=tuple(witness for _, witness in mine),
        doubt=tier.doubt,
        amount=amount,
        others=tuple((_words(quantity), witness) for quantity, witness in others),
        rougher=() if amount.approximate else tuple(witness for quantity, witness in mine if quantity.approximate),
    )


def _is_of(named: Item, item: Item) -> bool:
    """Whether two name the same kind of thing, counted in the same way."""
    same_model = named.designation == item.designation or named.designation is None or item.designation is None
    if named.ml != item.ml or not same_model or named.quantity is None or item.quantity is None:
        return False
    return same_unit(named.quantity, item.quantity)


def _meets(counted: Counted, item: SupportedItem, told: Told) -> bool:
    return item.item.quantity is not None and quantities_meet(counted[0], item.item.quantity, told.rules)


def _words(amount: Quantity | Money) -> str:
    """The bare figures: that they are approximate is what brackets say."""
    figures = describe_range(amount.min, amount.max, approximate=False)
    return f"{figures} {amount.currency}" if isinstance(amount, Money) else figures
