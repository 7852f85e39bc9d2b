"""What a register shows, as one value: its whole state, or that of a day (`hindsight.look_back`)."""

from __future__ import annotations

from sqlalchemy import select

from armswire.register import queries, schema
from armswire.register.changes.change import Known
from armswire.register.positions.fetching import list_lines
from armswire.register.store import Register


def gather_known(register: Register) -> Known:
    """Transfers, disputes, lines and current claims of a register as it is looked at. Raises RegisterError."""
    return Known(
        transfers=tuple(queries.list_transfers(register)),
        disputes=tuple(queries.list_disputes(register)),
        claims={record.claim.id: record.claim for record in queries.list_claims(register)},
        lines=tuple(list_lines(register)),
        documents=frozenset(str(row.id) for row in register.rows(select(schema.articles.c.id))),
    )
