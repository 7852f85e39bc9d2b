"""How much a register holds, as far as an index knows it: told in no time, however much that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Table, func, select

from armswire.model.dispute import DisputeState
from armswire.register import schema
from armswire.register.derivation import ensure_derived
from armswire.register.record import ReadState
from armswire.register.store import Register


@dataclass(frozen=True, slots=True)
class Holdings:
    """Numbers of records; claims are those of the current readers.

    `unread` has those of articles in languages that are not read, by the code of the language.
    """

    transfers: int
    disputes: int
    open_disputes: int
    claims: int
    articles: int
    unread: Mapping[str, int]


def count_holdings(register: Register) -> Holdings:
    """The numbers, counted anew only where somebody has written. Raises RegisterError."""
    ensure_derived(register)
    return register.remember("holdings", lambda: _count(register))


def _count(register: Register) -> Holdings:
    states = schema.disputes.c.state
    by_state = {row.state: int(row.number) for row in register.rows(
        select(states, func.count().label("number")).group_by(states)
    )}  # fmt: skip
    return Holdings(
        transfers=_size(register, schema.transfers),
        disputes=sum(by_state.values()),
        open_disputes=by_state.get(DisputeState.OPEN.value, 0),
        # Each claim of a current reader is placed, and no other.
        claims=_size(register, schema.placed),
        articles=_size(register, schema.articles),
        unread=_count_unread(register),
    )


def _count_unread(register: Register) -> dict[str, int]:
    columns = schema.articles.c
    told = select(columns.written_in, func.count().label("number")).group_by(columns.written_in)
    found = register.rows(told.where(columns.state == ReadState.FOREIGN.value, columns.written_in.is_not(None)))
    return {row.written_in: int(row.number) for row in found}


def _size(register: Register, table: Table) -> int:
    row = register.first(select(func.count()).select_from(table))
    return 0 if row is None else int(row[0])
