"""Numbers and sums of a transfer as ranges, with who says which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from armswire.model.claim import Claim, Item
from armswire.model.entry import EntryField, find_entry
from armswire.model.ranges import Money, Quantity
from armswire.model.transfer import SupportedItem, Transfer
from armswire.register.phrasing import describe_item
from armswire.register.rows import ClaimRecord
from armswire.wording.values import say_money, say_quantity, say_range


@dataclass(frozen=True, slots=True)
class Saying:
    """One number as some claims tell it; `at` and `width` are where its range is, in percent of the scale."""

    words: str
    claims: tuple[str, ...]
    at: float
    width: float


@dataclass(frozen=True, slots=True)
class Amount:
    """How many of what, or how much: as trade registers print it, why in brackets, and each number that is told.

    `top` is the end of the scale in words; a number of which nothing else is told needs no scale.
    """

    what: str
    shown: str
    why: str
    sayings: tuple[Saying, ...]
    top: str


_Range = Quantity | Money


def view_amounts(transfer: Transfer, claims: Mapping[str, ClaimRecord]) -> tuple[Amount, ...]:
    """Each number of an item, then each sum; those of the same kind and unit share a scale."""
    numbers = [(place, item) for place, item in enumerate(transfer.items) if item.item.quantity is not None]
    told = {place: _told_numbers(item, claims) for place, item in numbers}
    tops: defaultdict[tuple[str, str | None], float] = defaultdict(float)
    for place, item in numbers:
        for quantity in told[place]:
            tops[_scale(item.item)] = max(tops[_scale(item.item)], quantity.max)
    return tuple(
        [_number(transfer, place, item, told[place], tops[_scale(item.item)]) for place, item in numbers]
        + list(_sums(transfer))
    )


def _number(
    transfer: Transfer, place: int, item: SupportedItem, told: Mapping[Quantity, list[str]], top: float
) -> Amount:
    entries = [
        find_entry(transfer.entries, field, place) for field in (EntryField.NUMBER_DELIVERED, EntryField.NUMBER_ORDERED)
    ]
    entry = next((one for one in entries if one is not None), None)
    quantity = item.item.quantity
    plain = "" if quantity is None else say_quantity(quantity)
    return Amount(
        what=describe_item(item.item),
        shown=plain if entry is None else entry.shown,
        why="" if entry is None else entry.why,
        sayings=tuple(_saying(say_quantity(one), one, ids, top) for one, ids in told.items()),
        top=say_range(top, top, approximate=False),
    )


def _sums(transfer: Transfer) -> Iterator[Amount]:
    for place, value in enumerate(transfer.value):
        entry = find_entry(transfer.entries, EntryField.VALUE, place)
        top = max(one.value.max for one in transfer.value if one.value.currency == value.value.currency)
        yield Amount(
            what="worth",
            shown=say_money(value.value) if entry is None else entry.shown,
            why="" if entry is None else entry.why,
            sayings=(_saying(say_money(value.value), value.value, value.claims, top),),
            top=say_money(Money(top, top, value.value.currency)),
        )


def _told_numbers(item: SupportedItem, claims: Mapping[str, ClaimRecord]) -> dict[Quantity, list[str]]:
    """Each number with the claims that tell it, as it stands in them; the greatest first."""
    told: defaultdict[Quantity, list[str]] = defaultdict(list)
    for name in item.quantity_claims:
        if name in claims:
            told[_told_in(claims[name].claim, item.item)].append(name)
    return dict(sorted(told.items(), key=lambda pair: (-pair[0].max, -pair[0].min, pair[0].approximate)))


def _told_in(claim: Claim, item: Item) -> Quantity:
    """The number that a claim tells of an item: of several the one that is nearest."""
    wanted = item.quantity or Quantity(0, 0)
    found = [one.quantity for one in claim.items if one.ml == item.ml and one.quantity is not None]
    return min(found, key=lambda one: (abs(one.max - wanted.max), abs(one.min - wanted.min)), default=wanted)


def _saying(words: str, told: _Range, claims: Iterable[str], top: float) -> Saying:
    at = 100 * told.min / top if top else 0.0
    return Saying(words, tuple(claims), round(at, 2), round(100 * told.max / top - at if top else 0.0, 2))


def _scale(item: Item) -> tuple[str, str | None]:
    return item.ml, None if item.quantity is None else item.quantity.unit
