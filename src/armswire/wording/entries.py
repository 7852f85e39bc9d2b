"""A transfer's items, sums and years in words, in brackets where they are uncertain, and the reasons beside them."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.model.claim import Stage
from armswire.model.entry import Entry, EntryField, find_entry
from armswire.model.standing import StageRecord
from armswire.model.transfer import Transfer
from armswire.wording.values import say_dates, say_item, say_money

LABELS = {
    EntryField.NUMBER_ORDERED: "ordered",
    EntryField.NUMBER_DELIVERED: "delivered",
    EntryField.DESIGNATION: "model",
    EntryField.ORDER_YEAR: "year of order",
    EntryField.DELIVERY_YEARS: "delivered in",
    EntryField.VALUE: "worth",
}

# Which entry tells how well the date of a stage is known.
_YEARS = {
    Stage.PLEDGE: EntryField.ORDER_YEAR,
    Stage.AGREEMENT: EntryField.ORDER_YEAR,
    Stage.APPROVAL: EntryField.ORDER_YEAR,
    Stage.DELIVERY: EntryField.DELIVERY_YEARS,
}


def say_items(transfer: Transfer) -> list[str]:
    """What is transferred; a number is that delivered, or else that ordered."""
    return [
        say_item(item.item, in_brackets=_is_doubted(_number(transfer, place)))
        for place, item in enumerate(transfer.items)
    ]


def say_sums(transfer: Transfer) -> list[str]:
    """What it is said to be worth."""
    return [
        say_money(value.value, in_brackets=_is_doubted(find_entry(transfer.entries, EntryField.VALUE, place)))
        for place, value in enumerate(transfer.value)
    ]


def say_last_date(transfer: Transfer) -> str:
    """The latest date of any stage; nothing where none is dated."""
    dated = [(record.date.end, record) for record in transfer.stages if record.date is not None]
    return say_stage_date(transfer, max(dated, key=lambda pair: pair[0])[1]) if dated else ""


def say_stage_date(transfer: Transfer, record: StageRecord) -> str:
    """The date of a stage, in brackets where its year is."""
    words = say_dates(record.date)
    field = _YEARS.get(record.stage)
    doubted = field is not None and _is_doubted(find_entry(transfer.entries, field))
    return f"({words})" if words and doubted else words


def entry_lines(transfer: Transfer) -> Iterator[tuple[str, str]]:
    """A label and a line for each year, and for all else that stands in brackets, with the reasons."""
    for entry in transfer.entries:
        if entry.doubts or not (entry.is_of_item or entry.field is EntryField.VALUE):
            told = f"{entry.shown} {_what(transfer, entry)}".rstrip()
            yield LABELS[entry.field], f"{told}: {entry.why}" if entry.doubts else told


def _what(transfer: Transfer, entry: Entry) -> str:
    """The words of the item that an entry belongs to."""
    if not entry.is_of_item or entry.place is None:
        return ""
    return " ".join(transfer.items[entry.place].item.text.split())


def _number(transfer: Transfer, place: int) -> Entry | None:
    delivered = find_entry(transfer.entries, EntryField.NUMBER_DELIVERED, place)
    return delivered or find_entry(transfer.entries, EntryField.NUMBER_ORDERED, place)


def _is_doubted(entry: Entry | None) -> bool:
    return entry is not None and bool(entry.doubts)
