"""Completes transfers that were asked for by what the rest of the register tells of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from sqlalchemy import func, select

from armswire.model.route import Backfill
from armswire.model.transfer import Transfer
from armswire.register import schema
from armswire.register.backfills import Refill, link_transfers
from armswire.register.completing import complete
from armswire.register.loading import rows_in
from armswire.register.store import Register

# Transfers whose backfills are looked up at a time: a list that is only begun to be read costs little.
_PORTION = 200


def complete_transfers(register: Register, transfers: Iterable[Transfer]) -> Iterator[Transfer]:
    """The transfers of a register, in their order, with their backfills and their threads in words.

    Raises RegisterError.
    """
    left = iter(transfers)
    known_until = find_horizon(register)
    while portion := list(islice(left, _PORTION)):
        backfills = _find_backfills(register, portion)
        yield from (complete(transfer, backfills, known_until) for transfer in portion)


def find_horizon(register: Register) -> date | None:
    """The day of the newest article that is looked at; None where no article has one. Raises RegisterError."""
    row = register.first(select(func.max(schema.articles.c.published)))
    return None if row is None or row[0] is None else date.fromisoformat(row[0])


def _find_backfills(register: Register, transfers: Sequence[Transfer]) -> dict[str, tuple[Backfill, ...]]:
    refills, joined = schema.refills.c, schema.transfer_claims.c
    claims = [claim for transfer in transfers for claim in transfer.claims]
    columns = select(refills.document, refills.claim, refills.gift, refills.giver)
    with register.reading() as connection:
        found = {
            Refill(row.document, row.claim, row.gift, tuple(json.loads(row.giver)))
            for column in (refills.claim, refills.gift)
            for row in rows_in(connection, columns, column, claims)
        }
        told = {claim for refill in found for claim in (refill.claim, refill.gift)}
        rows = rows_in(connection, select(joined.claim, joined.transfer), joined.claim, told)
        return link_transfers(found, {row.claim: row.transfer for row in rows})
