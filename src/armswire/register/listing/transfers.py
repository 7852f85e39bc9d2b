"""Lists of transfers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import Any

from sqlalchemy import Row, select

from armswire.model.transfer import Transfer
from armswire.model.transfer_encoding import decode_transfer
from armswire.register import schema
from armswire.register.listing.fitting import fitting
from armswire.register.listing.paging import Listing, Sorting
from armswire.register.listing.transfer_filter import EVERYTHING, TransferFilter
from armswire.register.loading import rows_in
from armswire.register.phrasing import name_actors
from armswire.register.store import Register
from armswire.register.transfer_queries import complete_transfers

_TRANSFERS = schema.transfers.c
# Records that are decoded at a time.
_PORTION = 200


class TransferOrder(StrEnum):
    """What transfers can be sorted by; those that are alike in it come in the usual order."""

    USUAL = "usual"  # two known parties before one, then the earliest first, those without a date last
    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    ITEM = "item"
    FIRST = "first"  # the first day on which something is told to have happened
    LAST = "last"
    ORIGINS = "origins"


_COLUMNS = {
    TransferOrder.USUAL: (_TRANSFERS.rank,),
    TransferOrder.SUPPLIER: (_TRANSFERS.by_supplier, _TRANSFERS.rank),
    TransferOrder.RECIPIENT: (_TRANSFERS.by_recipient, _TRANSFERS.rank),
    TransferOrder.ITEM: (_TRANSFERS.by_item, _TRANSFERS.rank),
    TransferOrder.FIRST: (_TRANSFERS.first, _TRANSFERS.rank),
    TransferOrder.LAST: (_TRANSFERS.last, _TRANSFERS.rank),
    TransferOrder.ORIGINS: (_TRANSFERS.origins, _TRANSFERS.rank),
}


def find_transfers(
    wanted: TransferFilter = EVERYTHING, order: TransferOrder = TransferOrder.USUAL, *, is_down: bool = False
) -> Listing[Transfer]:
    """The transfers that fit, in an order. Words that cannot be searched for are a SettingError when it is read."""
    columns = _COLUMNS[order]
    # Records are long: only those that are shown are read, when it is known which they are.
    statement = select(_TRANSFERS.id, *columns)
    sorting = Sorting(order.value, columns, is_down)
    return Listing(statement, sorting, load_transfers, lambda register: fitting(register, wanted))


def load_transfers(register: Register, rows: Iterable[Row[Any]]) -> Iterator[Transfer]:
    """The transfers of rows that have the column `id`, whole, in their order."""
    return complete_transfers(register, _decode(register, rows))


def _decode(register: Register, rows: Iterable[Row[Any]]) -> Iterator[Transfer]:
    left = iter(rows)
    while names := [row.id for row in islice(left, _PORTION)]:
        with register.reading() as connection:
            columns = select(_TRANSFERS.id, _TRANSFERS.record)
            records = {row.id: row.record for row in rows_in(connection, columns, _TRANSFERS.id, names)}
        # What another process has just joined with another is gone.
        yield from (
            name_actors(decode_transfer(json.loads(records[name])), register.names) for name in names if name in records
        )
