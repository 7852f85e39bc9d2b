"""Transfers whose delivery is overdue, those that have been so for longest first."""

from __future__ import annotations

from sqlalchemy import select

from armswire.model.transfer import Transfer
from armswire.register import schema
from armswire.register.listing.facet_rows import OVERDUE
from armswire.register.listing.fitting import fitting
from armswire.register.listing.paging import Listing, Sorting
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.listing.transfers import load_transfers

_TRANSFERS, _FACETS = schema.transfers.c, schema.transfer_facets.c


def find_overdue(wanted: TransferFilter) -> Listing[Transfer]:
    """Of the transfers that fit, those of which a delivery is awaited; `wanted.overdue` says on which day."""
    awaited = (_FACETS.transfer == _TRANSFERS.id) & (_FACETS.facet == OVERDUE)
    columns = (_FACETS.value, _FACETS.rank)
    statement = select(_TRANSFERS.id, *columns).join_from(schema.transfer_facets, schema.transfers, awaited)
    if wanted.overdue is not None:
        statement = statement.where(_FACETS.value <= wanted.overdue.isoformat())
    return Listing(statement, Sorting("overdue", columns), load_transfers, lambda register: fitting(register, wanted))
