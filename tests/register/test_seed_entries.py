"""Standing, brackets and reasons on the seed articles: what a reader of the five would write, not what a run gave."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from armswire.model.entry import EntryField, find_entry
from armswire.model.standing import Standing
from armswire.model.transfer import Transfer
from armswire.register import queries
from armswire.register.grounds.explain import compare_records, explain_transfer
from armswire.register.grounds.ground import PartedBy
from armswire.register.store import Register, open_register


@pytest.fixture(scope="module")
def register(seeds_register: Path) -> Iterator[Register]:
    with open_register(seeds_register, create=False) as register:
        yield register


def only(
    register: Register, supplier: str, recipient: str, ml: str, least: float | None = None
) -> tuple[Transfer, int]:
    """The transfer with such an item, and the item's place."""
    found = [
        (transfer, place)
        for transfer in queries.list_transfers(register)
        if supplier in {one.actor for one in transfer.supplier}
        and recipient in {one.actor for one in transfer.recipient}
        for place, item in enumerate(transfer.items)
        if item.item.ml == ml and (least is None or (item.item.quantity and item.item.quantity.min == least))
    ]
    assert len(found) == 1, [(transfer.id, place) for transfer, place in found]
    return found[0]


def shown(transfer: Transfer, field: EntryField, place: int | None = None) -> str:
    entry = find_entry(transfer.entries, field, place)
    assert entry is not None, transfer.entries
    return entry.shown


def test_the_rounds_of_november(register: Register) -> None:
    """One article says 100,000, another some 100,000, on a US official who is not named."""
    transfer, place = only(register, "KOR", "UKR", "ML3", 100_000)
    assert shown(transfer, EntryField.NUMBER_ORDERED, place) == "(100,000)"
    assert shown(transfer, EntryField.ORDER_YEAR) == "2022"
    assert find_entry(transfer.entries, EntryField.DELIVERY_YEARS) is None
    assert transfer.standing is Standing.DISPUTED


def test_the_shells_of_may(register: Register) -> None:
    """Hundreds of thousands, on a newspaper's word, and the ministry speaks of helmets only."""
    transfer, place = only(register, "KOR", "UKR", "ML3", 200_000)
    number = find_entry(transfer.entries, EntryField.NUMBER_DELIVERED, place)
    assert number is not None
    assert (number.shown, transfer.standing) == ("(200,000 to 999,999)", Standing.DISPUTED)
    assert {"approximate", "range", "disputed_delivery"} <= {doubt.rule for doubt in number.doubts}
    assert shown(transfer, EntryField.DELIVERY_YEARS) == "(2023)"


def test_the_deal_with_poland(register: Register) -> None:
    """Billions of dollars, made after the war began; hundreds of tanks."""
    transfer, place = only(register, "KOR", "POL", "ML6")
    assert shown(transfer, EntryField.VALUE, 0).startswith("(2,000,000,000 to ")
    assert shown(transfer, EntryField.NUMBER_ORDERED, place) == "(200 to 999)"
    assert shown(transfer, EntryField.ORDER_YEAR) == "(2022-2023)"


def test_two_deals_and_two_kinds_of_things_are_told_apart_with_the_reason(register: Register) -> None:
    november, _ = only(register, "KOR", "UKR", "ML3", 100_000)
    may, _ = only(register, "KOR", "UKR", "ML3", 200_000)
    vests = next(one for one in queries.list_transfers(register) if any(item.item.ml == "ML13" for item in one.items))
    for one, other in ((november, may), (may, vests)):
        parting = compare_records(register, one, other)
        assert parting.by is not None
        told = parting.against or parting.nearest
        assert any(slot.apart for slot in told.slots) or parting.by is PartedBy.SCORE


def test_every_transfer_hangs_together(register: Register) -> None:
    for transfer in queries.list_transfers(register):
        grounds = explain_transfer(register, transfer)
        assert len(grounds.bonds) == len(transfer.claims) - 1
        assert all(bond.comparison.score >= grounds.threshold for bond in grounds.bonds)
