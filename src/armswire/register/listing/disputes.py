"""Lists of disputes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from armswire.model.dispute import Dispute
from armswire.model.dispute_encoding import decode_dispute
from armswire.register import schema
from armswire.register.listing.paging import Listing, Sorting
from armswire.register.listing.transfer_filter import told_by_arrivals, told_in, told_since
from armswire.register.phrasing import name_actors
from armswire.register.store import Register

_DISPUTES = schema.disputes.c


@dataclass(frozen=True, slots=True)
class DisputeFilter:
    """What a dispute must have to be listed; what is None does not matter.

    `actor` is the code of a party to the transfer; `transfer` and `document` are whole ids; `told_since` is a day from
    which on articles were published that tell of the transfer, `arrived_since` a moment from which on they came in.
    """

    actor: str | None = None
    type: str | None = None
    state: str | None = None
    transfer: str | None = None
    document: str | None = None
    told_since: date | None = None
    arrived_since: str | None = None


ALL_DISPUTES = DisputeFilter()


def find_disputes(wanted: DisputeFilter = ALL_DISPUTES) -> Listing[Dispute]:
    """The disputes that fit, by transfer and id."""
    statement = select(_DISPUTES.id, _DISPUTES.transfer, _DISPUTES.record).where(*_conditions(wanted))
    return Listing(statement, Sorting("disputes", (_DISPUTES.transfer, _DISPUTES.id)), _decode)


def dispute_of(register: Register, row: Row[Any]) -> Dispute:
    """The dispute of a row that has the column `record`, its actors named."""
    return name_actors(decode_dispute(json.loads(row.record)), register.names)


def _conditions(wanted: DisputeFilter) -> Iterator[ColumnElement[bool]]:
    for column, value in (
        (_DISPUTES.type, wanted.type),
        (_DISPUTES.state, wanted.state),
        (_DISPUTES.transfer, wanted.transfer),
    ):
        if value is not None:
            yield column == value
    if wanted.actor is not None:
        parties = schema.transfer_actors.c
        yield _DISPUTES.transfer.in_(select(parties.transfer).where(parties.actor == wanted.actor))
    if wanted.document is not None:
        yield _DISPUTES.transfer.in_(told_in(wanted.document))
    if wanted.told_since is not None:
        yield _DISPUTES.transfer.in_(told_since(wanted.told_since))
    if wanted.arrived_since is not None:
        yield _DISPUTES.transfer.in_(told_by_arrivals(wanted.arrived_since))


def _decode(register: Register, rows: Iterable[Row[Any]]) -> Iterator[Dispute]:
    return (dispute_of(register, row) for row in rows)
