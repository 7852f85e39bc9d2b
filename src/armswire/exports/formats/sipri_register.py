"""The transfers in the columns of a SIPRI trade register, and the table of those that do not fit in it.

Columns, brackets and ".." follow "Explanation of the Transfer Registers" (SIPRI Arms Transfers Database, sources and
methods): a deal enters only where an order or a delivery is told of; the year of delivery is blank where nothing was
delivered; ".." is what nobody tells; brackets mark an uncertain number or year and do not put the deal in doubt. Other
than there, every bracket has its reason among the comments, all kinds of arms are listed, not major ones alone, and
nothing is ever estimated.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from armswire.exports.cells import Cell, actor_names, bracket_reasons, defuse, entries_of
from armswire.model.claim import Stage
from armswire.model.entry import EntryField, find_entry
from armswire.model.transfer import SupportedActor, SupportedItem, Transfer
from armswire.register import queries
from armswire.register.listing.claims import ClaimFilter
from armswire.register.phrasing import actor_name
from armswire.register.store import Register

COLUMNS = (
    "Supplier",
    "Recipient",
    "Number ordered",
    "Weapon designation",
    "Weapon description",
    "Year of order/licence",
    "Year(s) of deliveries",
    "Number delivered/produced",
    "Comments",
    "Transfer",
)
LEFT_OUT_COLUMNS = ("Transfer", "Supplier", "Recipient", "What", "Furthest stage", "Standing", "Left out because")

UNTOLD, UNKNOWN = "..", "unknown"

_ENTERING = frozenset({Stage.AGREEMENT, Stage.APPROVAL, Stage.DELIVERY})
_NO_ARMS = frozenset({"AID", "MED", "NONLETHAL"})
# A number that was only asked for, weighed or denied was ordered by nobody.
_NO_ORDER = frozenset({"talked_of", "denied"})


@dataclass(frozen=True, slots=True)
class SipriRegister:
    """The deals that enter a trade register, one row an item."""

    name: str = "sipri"
    about: str = "orders and deliveries in the columns and brackets of SIPRI's trade registers"
    suffix: str = ".csv"

    def write(self, register: Register, out: TextIO) -> int:
        """Write a heading and one row an item, and return the number of rows. Raises RegisterError."""
        return _write_table(out, COLUMNS, _rows(register))


@dataclass(frozen=True, slots=True)
class SipriLeftOut:
    """What does not enter it, and why: so that nothing is lost without a word."""

    name: str = "sipri-left-out"
    about: str = "what does not enter the sipri table, and why"
    suffix: str = ".csv"

    def write(self, register: Register, out: TextIO) -> int:
        """Write a heading and one row for all that is left out of a transfer; returns the number of rows."""
        return _write_table(out, LEFT_OUT_COLUMNS, _left_out_rows(register))


def _write_table(out: TextIO, columns: tuple[str, ...], rows: Iterator[tuple[Cell, ...]]) -> int:
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    written = 0
    for row in rows:
        writer.writerow([defuse(cell) for cell in row])
        written += 1
    return written


def _rows(register: Register) -> Iterator[tuple[Cell, ...]]:
    for transfer in queries.list_transfers(register):
        for place, item in _entering(transfer):
            yield (
                _names(transfer.supplier, register),
                _names(transfer.recipient, register),
                _shown(transfer, EntryField.NUMBER_ORDERED, place) or UNTOLD,
                _shown(transfer, EntryField.DESIGNATION, place) or UNTOLD,
                UNTOLD if item is None else _description(item),
                _shown(transfer, EntryField.ORDER_YEAR) or UNTOLD,
                *_delivery(transfer, place),
                ". ".join(_comments(transfer, place, register)),
                transfer.id,
            )


def _left_out_rows(register: Register) -> Iterator[tuple[Cell, ...]]:
    for transfer in queries.list_transfers(register):
        left_out, why = _leave_out(transfer)
        if why:
            yield (
                transfer.id,
                _names(transfer.supplier, register),
                _names(transfer.recipient, register),
                "; ".join(_description(item) for item in left_out) or UNTOLD,
                None if transfer.stage is None else transfer.stage.value,
                transfer.standing.value,
                why,
            )


def _entering(transfer: Transfer) -> list[tuple[int | None, SupportedItem | None]]:
    """The items that enter, with their places; nothing where the deal does not, one row where no item is named."""
    if not _is_deal(transfer):
        return []
    if not transfer.items:
        return [(None, None)]
    return [(place, item) for place, item in enumerate(transfer.items) if item.item.ml not in _NO_ARMS]


def _leave_out(transfer: Transfer) -> tuple[list[SupportedItem], str]:
    """What of a transfer does not enter, and why; no reason where all of it does."""
    if not _is_deal(transfer):
        return list(transfer.items), "neither an order nor a delivery is told of"
    no_arms = [item for item in transfer.items if item.item.ml in _NO_ARMS]
    return no_arms, "no arms" if no_arms else ""


def _is_deal(transfer: Transfer) -> bool:
    return any(record.stage in _ENTERING for record in transfer.stages)


def _names(actors: tuple[SupportedActor, ...], register: Register) -> str:
    return actor_names(actors, register.names) or UNKNOWN


def _description(item: SupportedItem) -> str:
    """The item as written; its designation has a column of its own."""
    words = " ".join(item.item.text.split())
    unit = None if item.item.quantity is None else item.item.quantity.unit
    return words if unit is None or unit.casefold() in words.casefold() else f"{words}, in {unit}"


def _shown(transfer: Transfer, field: EntryField, place: int | None = None) -> str | None:
    entry = find_entry(transfer.entries, field, place)
    if entry is None or any(doubt.rule in _NO_ORDER for doubt in entry.doubts):
        return None
    return entry.shown


def _delivery(transfer: Transfer, place: int | None) -> tuple[str, str]:
    """Years and number of what was delivered: both blank where nothing was."""
    if not any(record.stage is Stage.DELIVERY for record in transfer.stages):
        return "", ""
    years = _shown(transfer, EntryField.DELIVERY_YEARS) or UNTOLD
    return years, _shown(transfer, EntryField.NUMBER_DELIVERED, place) or UNTOLD


def _comments(transfer: Transfer, place: int | None, register: Register) -> Iterator[str]:
    """Route, terms, whose word, disputes, sums, why brackets, standing: in this order."""
    if transfer.intermediary:
        yield f"Via {actor_names(transfer.intermediary, register.names)}"
    claims = queries.list_claims(register, ClaimFilter(transfer=transfer.id))
    terms = dict.fromkeys(" ".join(words.split()) for record in claims for words in record.claim.conditions)
    if terms:
        yield f"Terms: {'; '.join(terms)}"
    if transfer.origins:
        yield f"Told by {'; '.join(actor_name(origin.name, register.names) for origin in transfer.origins)}"
    if transfer.disputes:
        yield f"Disputes: {' '.join(transfer.disputes)}"
    sums = [entry.shown for entry in transfer.entries if entry.field is EntryField.VALUE]
    if sums:
        yield f"Value {'; '.join(sums)}"
    reasons = bracket_reasons(entries_of(transfer.entries, place))
    if reasons:
        yield f"In brackets: {reasons}"
    yield f"Standing: {transfer.standing.value} ({transfer.standing_reason})"
