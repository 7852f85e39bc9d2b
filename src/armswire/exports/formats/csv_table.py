"""The transfers as one table for spreadsheets (RFC 4180), one row an item, columns in the order of trade registers.

Columns follow the CSV of the SIPRI Arms Transfers Database as far as news can fill them; what news knows besides
(stage, standing, origins, disputes, claims) comes after. What stands in brackets in trade registers is marked as an
estimate, with the reasons in the last column.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TextIO

from armswire.exports.cells import Cell, actor_names, bracket_reasons, defuse, entries_of
from armswire.model.claim import Stage
from armswire.model.entry import EntryField, find_entry
from armswire.model.ranges import DateRange, number
from armswire.model.standing import StageRecord
from armswire.model.transfer import SupportedActor, SupportedItem, Transfer
from armswire.register import queries
from armswire.register.store import Register

COLUMNS = (
    "ID",
    "Supplier",
    "Supplier code",
    "Recipient",
    "Recipient code",
    "Via",
    "Via code",
    "Designation",
    "Description",
    "Military list category",
    "Number",
    "Number at most",
    "Unit",
    "Number is estimate",
    "Order date",
    "Order date is estimate",
    "Delivery date",
    "Delivery date is estimate",
    "Value",
    "Value at most",
    "Currency",
    "Value is estimate",
    "Stage",
    "Standing",
    "Standing because",
    "Origins",
    "Disputes",
    "Claims",
    "Claims edited away",
    "In brackets because",
)

_LINE_END = "\r\n"

_ORDERED, _DELIVERED = (Stage.AGREEMENT, Stage.APPROVAL, Stage.PLEDGE), (Stage.DELIVERY,)
# A number without a delivery is that of the order.
_NUMBERS = (EntryField.NUMBER_ORDERED, EntryField.NUMBER_DELIVERED)


@dataclass(frozen=True, slots=True)
class CsvTable:
    """The table of transfers."""

    name: str = "csv"
    about: str = "transfers as a table for spreadsheets, in the order of trade registers"
    suffix: str = ".csv"

    def write(self, register: Register, out: TextIO) -> int:
        """Write a heading and one row an item, and return the number of rows. Raises RegisterError."""
        write_heading(out)
        return write_rows(queries.list_transfers(register), register.names, out)


def write_heading(out: TextIO) -> None:
    """Write the names of the columns."""
    csv.writer(out, lineterminator=_LINE_END).writerow(COLUMNS)


def write_rows(transfers: Iterable[Transfer], names: Mapping[str, str], out: TextIO) -> int:
    """Write one row an item, and return the number of rows. `names` are those of actors."""
    writer, written = csv.writer(out, lineterminator=_LINE_END), 0
    for transfer in transfers:
        for row in _rows(transfer, names):
            writer.writerow([defuse(cell) for cell in row])
            written += 1
    return written


def _rows(transfer: Transfer, names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    items: tuple[SupportedItem | None, ...] = transfer.items or (None,)
    for place, item in enumerate(items):
        yield (
            transfer.id,
            *_actors(transfer.supplier, names),
            *_actors(transfer.recipient, names),
            *_actors(transfer.intermediary, names),
            *_item(item, is_estimate=_is_doubted(transfer, _NUMBERS, place)),
            *_date(_first(transfer, _ORDERED), is_estimate=_is_doubted(transfer, (EntryField.ORDER_YEAR,))),
            *_date(_first(transfer, _DELIVERED), is_estimate=_is_doubted(transfer, (EntryField.DELIVERY_YEARS,))),
            *_value(transfer),
            None if transfer.stage is None else transfer.stage.value,
            transfer.standing.value,
            transfer.standing_reason,
            len(transfer.origins),
            " ".join(transfer.disputes),
            " ".join(transfer.claims),
            " ".join(transfer.edited_away),
            bracket_reasons(entries_of(transfer.entries, place)),
        )


def _actors(actors: tuple[SupportedActor, ...], names: Mapping[str, str]) -> tuple[Cell, Cell]:
    return actor_names(actors, names) or None, "; ".join(actor.actor for actor in actors) or None


def _is_doubted(transfer: Transfer, fields: tuple[EntryField, ...], place: int | None = None) -> bool:
    """Whether one of the fields is in brackets."""
    entries = (find_entry(transfer.entries, field, place) for field in fields)
    return any(entry is not None and entry.doubts for entry in entries)


def _item(item: SupportedItem | None, *, is_estimate: bool) -> tuple[Cell, ...]:
    if item is None:
        return (None,) * 7
    told = item.item
    if told.quantity is None:
        return told.designation, told.text, told.ml, None, None, None, None
    least, most = told.quantity.min, told.quantity.max
    return (
        told.designation, told.text, told.ml, number(least), number(most), told.quantity.unit, _yes_no(is_estimate)
    )  # fmt: skip


def _first(transfer: Transfer, stages: tuple[Stage, ...]) -> StageRecord | None:
    records = {record.stage: record for record in transfer.stages if record.date is not None}
    return next((records[stage] for stage in stages if stage in records), None)


def _date(record: StageRecord | None, *, is_estimate: bool) -> tuple[Cell, Cell]:
    if record is None or record.date is None:
        return None, None
    return interval(record.date), _yes_no(is_estimate or record.date.days > 1)


def interval(dates: DateRange) -> str:
    """A day, or an ISO 8601 interval of days."""
    first, last = dates.start.isoformat(), dates.end.isoformat()
    return first if first == last else f"{first}/{last}"


def _value(transfer: Transfer) -> tuple[Cell, ...]:
    """The sum where only one is stated; several stand in the transfers themselves, not in a cell."""
    if len(transfer.value) != 1:
        return None, None, None, None
    value = transfer.value[0].value
    return value.min, value.max, value.currency, _yes_no(_is_doubted(transfer, (EntryField.VALUE,), 0))


def _yes_no(value: object) -> str:
    return "yes" if value else "no"
