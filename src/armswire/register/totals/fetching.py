"""Totals of a register: what fits a selection is fetched, added up by `reckoning`, and told with the actors' names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from armswire.errors import SettingError
from armswire.lexicon.evidence import load_evidence
from armswire.lexicon.records import ML_CATEGORIES
from armswire.model.dispute_encoding import decode_dispute
from armswire.model.total import Bound, Selection, Totals
from armswire.model.transfer import Transfer
from armswire.model.transfer_encoding import decode_transfer
from armswire.register import schema
from armswire.register.derivation import ensure_derived
from armswire.register.judgements import load_judged
from armswire.register.loading import AnyRow, rows_in
from armswire.register.phrasing import name_actors, put_names
from armswire.register.store import Register
from armswire.register.totals.reckoning import total
from armswire.register.witness import PROGRESS
from armswire.register.working_in.witnesses import load_witnesses


def total_transfers(register: Register, selection: Selection) -> Totals:
    """Least and most of all transfers that fit a selection. Raises SettingError for one that cannot be meant."""
    rules = load_evidence()
    _check(selection, sorted(rules.families))
    ensure_derived(register)
    columns = schema.transfers.c
    statement = select(columns.id, columns.record)
    selected = [(role, actor) for role in ("supplier", "recipient") if (actor := getattr(selection, role)) is not None]
    # Who is not named in one role may be meant, where the other party is known.
    known = [or_(columns.id.in_(_parties(role, actor)), columns.id.not_in(_parties(role))) for role, actor in selected]
    if len(selected) == 1:
        known = [columns.id.in_(_parties(*selected[0]))]
    elif selected:
        known.append(or_(*(columns.id.in_(_parties(role, actor)) for role, actor in selected)))
    statement = statement.where(*known)
    transfers = [decode_transfer(json.loads(row.record)) for row in register.rows(statement)]
    disputes = [
        name_actors(decode_dispute(json.loads(row.record)), register.names)
        for row in _rows(register, select(schema.disputes.c.record), schema.disputes.c.transfer, _ids(transfers))
    ]
    placed = schema.placed.c
    claims = (claim for transfer in transfers for claim in transfer.claims)
    documents = {row.document for row in _rows(register, select(placed.document), placed.claim, claims)}
    with register.reading() as connection:
        judged, _ = load_judged(connection, documents)
        witnesses = {one.claim.id: one for one in load_witnesses(connection, documents, rules, judged)}
    settled = {dispute.id: side for dispute in disputes if (side := judged.side_of(dispute)) is not None}
    return _with_names(total(transfers, disputes, witnesses, selection, rules, settled), register.names)


def _rows(
    register: Register, statement: Select[Any], column: ColumnElement[Any], values: Iterable[str]
) -> Iterator[AnyRow]:
    with register.reading() as connection:
        yield from rows_in(connection, statement, column, values)


def _ids(transfers: Iterable[Transfer]) -> list[str]:
    return [transfer.id for transfer in transfers]


def _check(selection: Selection, families: list[str]) -> None:
    if selection.stage not in PROGRESS:
        words = ", ".join(stage.value for stage in PROGRESS)
        raise SettingError("nothing is transferred by this step", value=selection.stage.value, remedy=f"Give {words}")
    if selection.item is not None and selection.item not in (*families, *ML_CATEGORIES):
        remedy = f"Give a family ({', '.join(families)}) or a category ({', '.join(ML_CATEGORIES)})"
        raise SettingError("no items are called so", value=selection.item, remedy=remedy)
    if selection.since is not None and selection.until is not None and selection.since > selection.until:
        raise SettingError(
            "the period ends before it begins",
            value=f"{selection.since} to {selection.until}",
            remedy="Give the earlier day as the first",
        )


def _parties(role: str, actor: str | None = None) -> Select[tuple[str]]:
    """The transfers with an actor, or with anybody, in a role."""
    parties = schema.transfer_actors.c
    statement = select(parties.transfer).where(parties.role == role)
    return statement if actor is None else statement.where(parties.actor == actor)


def _with_names(totals: Totals, names: Mapping[str, str]) -> Totals:
    def told(bound: Bound) -> Bound:
        return replace(bound, why=tuple(put_names(why, names) for why in bound.why))

    return replace(
        totals,
        rows=tuple(
            replace(
                row,
                least=told(row.least),
                most=told(row.most),
                shares=tuple(replace(share, least=told(share.least), most=told(share.most)) for share in row.shares),
                scenarios=tuple(
                    replace(scenario, label=put_names(scenario.label, names)) for scenario in row.scenarios
                ),
            )
            for row in totals.rows
        ),
        left_out=tuple(replace(one, why=put_names(one.why, names)) for one in totals.left_out),
    )
