"""Transfers as rows of the register, in the columns that users of trade registers know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from armswire.model.claim import Item
from armswire.model.entry import Entry, EntryField, find_entry
from armswire.model.standing import Standing
from armswire.model.transfer import SupportedActor, Transfer
from armswire.register.listing.transfers import TransferOrder
from armswire.register.phrasing import actor_name
from armswire.serving.addresses import dispute_address, transfer_address
from armswire.web.views.register.state import State
from armswire.wording.claims import between_recipients
from armswire.wording.entries import say_sums
from armswire.wording.versions import say_edits


@dataclass(frozen=True, slots=True)
class Told:
    """A value as it is shown; `why` says why it stands in brackets, `id` is where that is said."""

    text: str
    why: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One kind of thing: how many were ordered and delivered, what it is called, what it is."""

    ordered: Told | None
    delivered: Told | None
    designation: Told | None
    description: str
    category: str


@dataclass(frozen=True, slots=True)
class TransferRow:
    """A transfer. Its only item stands in its own row; several have a row each below it.

    `suppliers`, `recipients` and `vias` are the codes of those who are named.
    `disputes` are addresses. `stage` is the furthest affirmed, in words.
    """

    id: str
    address: str
    supplier: str
    recipient: str
    via: str
    suppliers: tuple[str, ...]
    recipients: tuple[str, ...]
    between_recipients: str
    vias: tuple[str, ...]
    items: tuple[ItemRow, ...]
    order_years: Told | None
    delivery_years: Told | None
    sums: tuple[Told, ...]
    thread: str
    edits: str
    disputes: tuple[str, ...]
    stage: str
    standing: Standing
    standing_reason: str
    origins: int

    @property
    def only(self) -> ItemRow | None:
        """The item, where there is one alone."""
        return self.items[0] if len(self.items) == 1 else None


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: the address that sorts by it (None where nothing does), and how it is sorted now."""

    words: str
    kind: str
    address: str | None = None
    direction: str | None = None


# Heads of columns and their kinds, what sorts by them, and whether a first click sorts down: the most first.
_HEADS: tuple[tuple[str, str, TransferOrder | None, bool], ...] = (
    ("Supplier", "supplier", TransferOrder.SUPPLIER, False),
    ("Recipient", "recipient", TransferOrder.RECIPIENT, False),
    ("Number ordered", "number", None, False),
    ("Designation", "designation", None, False),
    ("Description", "description", TransferOrder.ITEM, False),
    ("Year of order", "year", None, False),
    ("Years of delivery", "year", None, False),
    ("Number delivered", "number", None, False),
    ("Comments", "comments", None, False),
    ("Standing", "standing", None, False),
    ("Origins", "origins", TransferOrder.ORIGINS, True),
)


def view_heads(state: State) -> tuple[Head, ...]:
    """The heads of the table; a click on the one that it is sorted by turns the order round."""
    return tuple(_view_head(words, kind, order, state, begins_down=down) for words, kind, order, down in _HEADS)


def view_rows(transfers: Iterable[Transfer], names: Mapping[str, str]) -> Iterator[TransferRow]:
    """Transfers as rows. `names` are those of actors."""
    for transfer in transfers:
        yield TransferRow(
            id=transfer.id,
            address=transfer_address(transfer.id),
            supplier=_named(transfer.supplier, names),
            recipient=_named(transfer.recipient, names, between_recipients(transfer)),
            via=_named(transfer.intermediary, names),
            suppliers=tuple(one.actor for one in transfer.supplier),
            recipients=tuple(one.actor for one in transfer.recipient),
            between_recipients=between_recipients(transfer),
            vias=tuple(one.actor for one in transfer.intermediary),
            items=tuple(_view_item(transfer, place, one.item) for place, one in enumerate(transfer.items)),
            order_years=_told(transfer, EntryField.ORDER_YEAR),
            delivery_years=_told(transfer, EntryField.DELIVERY_YEARS),
            sums=tuple(_view_sums(transfer)),
            thread=transfer.thread.says,
            edits=say_edits(transfer),
            disputes=tuple(map(dispute_address, transfer.disputes)),
            stage="nothing affirmed" if transfer.stage is None else transfer.stage.value.replace("_", " "),
            standing=transfer.standing,
            standing_reason=transfer.standing_reason,
            origins=len(transfer.origins),
        )


def _view_head(words: str, kind: str, order: TransferOrder | None, state: State, *, begins_down: bool) -> Head:
    if order is None:
        return Head(words, kind)
    is_now = state.order is order
    turned = state.sorted_by(order, is_down=not state.is_down if is_now else begins_down)
    direction = ("descending" if state.is_down else "ascending") if is_now else None
    return Head(words, kind, turned.address, direction)


def _named(actors: Iterable[SupportedActor], names: Mapping[str, str], between: str = ", ") -> str:
    return between.join(actor_name(one.actor, names) for one in actors)


def _view_item(transfer: Transfer, place: int, item: Item) -> ItemRow:
    words = " ".join(item.text.split())
    unit = None if item.quantity is None else item.quantity.unit
    return ItemRow(
        ordered=_told(transfer, EntryField.NUMBER_ORDERED, place),
        delivered=_told(transfer, EntryField.NUMBER_DELIVERED, place),
        designation=_told(transfer, EntryField.DESIGNATION, place),
        description=words if unit is None or unit.casefold() in words.casefold() else f"{words}, in {unit}",
        category=item.ml,
    )


def _view_sums(transfer: Transfer) -> Iterator[Told]:
    for place, words in enumerate(say_sums(transfer)):
        entry = find_entry(transfer.entries, EntryField.VALUE, place)
        yield Told(words, *_reason(transfer, entry))


def _told(transfer: Transfer, field: EntryField, place: int | None = None) -> Told | None:
    entry = find_entry(transfer.entries, field, place)
    return None if entry is None else Told(entry.shown, *_reason(transfer, entry))


def _reason(transfer: Transfer, entry: Entry | None) -> tuple[str, str]:
    if entry is None or not entry.doubts:
        return "", ""
    place = "" if entry.place is None else f"-{entry.place}"
    return entry.why, f"why-{transfer.id}-{entry.field.value}{place}"
