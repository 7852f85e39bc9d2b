"""Keeps what follows from the claims up to date: reads them, reconciles them, writes the result.

Nothing here decides; `reconciliation.reconcile` does, and gives the same result for the same claims in any order.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache

from sqlalchemy import and_, select

from armswire.errors import RegisterError
from armswire.lexicon.evidence import evidence_digest, load_evidence
from armswire.model.claim import Claim
from armswire.model.transfer import Transfer
from armswire.model.transfer_encoding import encode_dispute, encode_position, encode_transfer
from armswire.register import schema, store
from armswire.register.facts import ArticleFacts, Findings
from armswire.register.reconciliation import reconcile
from armswire.register.rows import decode_claim_row
from armswire.register.store import Register, Values

# Count up with every change of the code of reconciling, so that registers are reconciled anew when they are opened.
RULES_VERSION = 2


def ensure_derived(register: Register) -> None:
    """Reconcile where claims or rules have changed since the last time. Raises RegisterError.

    Where the result cannot be written (a read-only medium, a full disk, another process that holds the register) it
    is kept in memory until the register is closed: whoever only looks need not care.
    """
    wanted = _stamp(register)
    if wanted == (register.meta("derived") if register.scratch_stamp is None else register.scratch_stamp):
        return
    rows = _rows(_derive(register))
    if register.scratch_stamp is None and not register.read_only:
        with suppress(RegisterError):
            _write(register, rows, wanted)
            return
    store.begin_scratch(register)
    store.replace_derived(register.scratch, rows)
    register.scratch_stamp = wanted


def rederive(register: Register) -> None:
    """Reconcile all claims from nothing and write the result, whether or not it is up to date. Raises RegisterError."""
    stamp = _stamp(register)  # before the claims are read: whoever adds meanwhile makes the result out of date
    _write(register, _rows(_derive(register)), stamp)


def _write(register: Register, rows: Mapping[str, list[Values]], stamp: str) -> None:
    with register.transaction() as connection:
        store.replace_derived(connection, rows)
        store.note(connection, "derived", stamp)


def _stamp(register: Register) -> str:
    return f"{register.meta('changes') or 0}/{_rules()}"


@lru_cache(maxsize=1)
def _rules() -> str:
    return f"{RULES_VERSION}/{evidence_digest()}"


def _derive(register: Register) -> Findings:
    columns = schema.articles.c
    facts = {
        row.id: ArticleFacts(
            id=row.id,
            outlet=row.outlet,
            published=None if row.published is None else date.fromisoformat(row.published),
            sketch=row.sketch,
        )
        for row in register.rows(select(columns.id, columns.outlet, columns.published, columns.sketch))
    }
    return reconcile(_current_claims(register), facts, load_evidence())


def _current_claims(register: Register) -> list[Claim]:
    current = and_(schema.claims.c.document == schema.articles.c.id, schema.claims.c.reader == schema.articles.c.reader)
    statement = select(schema.claims.c.claim).join(schema.articles, current)
    return [decode_claim_row(row, with_trace=False) for row in register.rows(statement)]


def _rows(findings: Findings) -> dict[str, list[Values]]:
    return {
        "transfers": [_transfer_values(transfer) for transfer in findings.transfers],
        "transfer_claims": [
            {"claim": claim, "transfer": transfer.id} for transfer in findings.transfers for claim in transfer.claims
        ],
        "transfer_actors": [
            {"transfer": transfer.id, "role": role, "actor": actor.actor}
            for transfer in findings.transfers
            for role in ("supplier", "recipient", "intermediary")
            for actor in getattr(transfer, role)
        ],
        "disputes": [
            {
                "id": dispute.id,
                "type": dispute.type.value,
                "state": dispute.state.value,
                "transfer": dispute.transfer,
                "record": json.dumps(encode_dispute(dispute), ensure_ascii=False),
            }
            for dispute in findings.disputes
        ],
        "positions": [
            {
                "place": i,
                "actor": position.actor,
                "toward": position.toward,
                "stage": position.stage.value,
                "record": json.dumps(encode_position(position), ensure_ascii=False),
            }
            for i, position in enumerate(findings.positions)
        ],
        "echoes": [
            {
                "document": echo.document,
                "copy_of": echo.copy_of,
                "retells": json.dumps(echo.retells, ensure_ascii=False),
            }
            for echo in findings.echoes
        ],
    }


def _transfer_values(transfer: Transfer) -> Values:
    dates = [record.date for record in transfer.stages if record.date is not None]
    return {
        "id": transfer.id,
        "stage": None if transfer.stage is None else transfer.stage.value,
        "standing": transfer.standing.value,
        "origins": len(transfer.origins),
        "first": min(dates, key=lambda d: d.start).start.isoformat() if dates else None,
        "last": max(dates, key=lambda d: d.end).end.isoformat() if dates else None,
        "record": json.dumps(encode_transfer(transfer), ensure_ascii=False),
    }
