"""Keeps what follows from the claims up to date: where new articles touch it, it is worked out again, and only there.

Nothing here decides; `reconciliation` does. A neighbourhood (claims that are alike, directly or through others) depends
on nothing but its own claims, so the result is the same as that of reconciling everything at once, in whatever order
and portions articles came in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, and_, select

from armswire.errors import RegisterError
from armswire.lexicon.evidence import EvidenceRules, evidence_digest, load_evidence
from armswire.model.transfer import Transfer
from armswire.model.transfer_encoding import encode_dispute, encode_transfer
from armswire.register import likeness, placing, schema, store
from armswire.register.facts import UNDATED, Reconciled
from armswire.register.faults import named_faults
from armswire.register.judgements import load_judged
from armswire.register.origins import Origins
from armswire.register.pairs import Pairs
from armswire.register.positions import find_stances
from armswire.register.reconciliation import reconcile_witnesses
from armswire.register.rows import decode_claim_row
from armswire.register.store import Register, Values
from armswire.register.witness import Witness, call_witnesses

# Count up with every change of the code of reconciling, so that registers are reconciled anew when they are opened.
RULES_VERSION = 4

# Articles that are worked in at a time: enough to share the looking up, few enough to stay small in memory.
PORTION = 1000


def ensure_derived(register: Register) -> None:
    """Work in what is new, and everything anew where the rules have changed. Raises RegisterError.

    Where the result cannot be written (a read-only medium, a full disk, another process that holds the register) it
    is kept in memory until the register is closed: whoever only looks need not care.
    """
    if register.has_scratch or _is_up_to_date(register):
        return
    if not register.read_only:
        with suppress(RegisterError):
            _work_in(register)
            return
    store.begin_scratch(register)
    register.has_scratch = True
    if register.meta("derived") != _rules():
        store.forget_derived(register.scratch)
    while _work_in_portion(register.scratch):
        pass


def derive_without(register: Register, documents: Select[Any]) -> None:
    """From now on, until it is closed, the register shows all but some articles, and what follows from the others.

    `documents` selects the ids of the articles that are left out; they must all come after the others (by
    `ArticleFacts.rank`). It is worked out with the same functions as ever and kept in memory. Raises RegisterError.
    """
    ensure_derived(register)
    with named_faults(register.path):
        left_out = [str(row.id) for row in register.rows(documents)]
        store.begin_scratch_without(register, documents)
        register.has_scratch = True
        _leave_out(register.scratch, left_out)


def _leave_out(connection: Connection, documents: Sequence[str]) -> None:
    """Work out what is left without some articles that cannot be seen: as if they had been read again, to nothing.

    No other article can be a copy of one of them, since they come after all others.
    """
    store.drop_rows(connection, schema.likenesses, schema.likenesses.c.document, documents)
    for at in range(0, len(documents), PORTION):
        _derive(connection, documents[at : at + PORTION], load_evidence())


def load_witnesses(register: Register, documents: Iterable[str], rules: EvidenceRules) -> list[Witness]:
    """The current claims of some articles, as they are reconciled. Raises RegisterError."""
    with named_faults(register.path):
        return _load_witnesses(register.scratch, documents, rules)


@contextmanager
def derived_from_nothing(register: Register) -> Iterator[Connection]:
    """Inside, what follows from all claims as worked out from nothing stands before what the file has of it.

    The connection sees the file's tables as `main."name"` and is as it was afterwards. Raises RegisterError.
    """
    with store.beside_the_file(register) as connection:
        store.forget_derived(connection)
        while _work_in_portion(connection):
            pass
        yield connection


def rederive(register: Register) -> None:
    """Reconcile all claims from nothing and write the result, whether or not it is up to date. Raises RegisterError."""
    with register.transaction() as connection:
        store.forget_derived(connection)
        store.note(connection, "derived", _rules())
    _work_in(register)


def _is_up_to_date(register: Register) -> bool:
    return register.meta("derived") == _rules() and register.first(select(schema.pending).limit(1)) is None


def _work_in(register: Register) -> None:
    """A transaction for each portion: a kill costs no more than the one under way."""
    if register.meta("derived") != _rules():
        with register.transaction() as connection:
            store.forget_derived(connection)
            store.note(connection, "derived", _rules())
    more = True
    while more:
        with register.transaction() as connection:
            more = _work_in_portion(connection)


@lru_cache(maxsize=1)
def _rules() -> str:
    return f"{RULES_VERSION}/{evidence_digest()}"


def _work_in_portion(connection: Connection) -> bool:
    """Work some of the pending articles in, the earliest first; False where none was pending."""
    order = (schema.articles.c.published.is_(None), schema.articles.c.published, schema.articles.c.id)
    statement = select(schema.articles.c.id).join(schema.pending, schema.pending.c.document == schema.articles.c.id)
    documents = [row.id for row in connection.execute(statement.order_by(*order).limit(PORTION))]
    if documents:
        _derive(connection, documents, load_evidence())
        store.drop_rows(connection, schema.pending, schema.pending.c.document, documents)
    return bool(documents)


def _derive(connection: Connection, documents: Sequence[str], rules: EvidenceRules) -> None:
    """Work out what follows from some articles, and all that they touch."""
    facts = store.load_facts(connection, documents, with_sketch=True)
    moved = likeness.find_new_copies(connection, facts, rules.copy_resemblance.value)
    placed = schema.placed.c
    # Where the claims of these articles stood when they were read by another reader, and where copies stand.
    homes = {
        row.neighbourhood
        for row in store.rows_in(connection, select(placed.neighbourhood), placed.document, {*documents, *moved})
    }
    # What was judged of these articles can hang on other articles: claims that a person joined, contrary judgements.
    bound = load_judged(connection, documents)[1]
    homes |= {row.neighbourhood for row in store.rows_in(connection, select(placed.neighbourhood), placed.claim, bound)}
    for table in (schema.placed, schema.shelves, schema.positions, schema.retellings):
        store.drop_rows(connection, table, table.c.document, documents)
    fresh = _load_witnesses(connection, documents, rules)
    homes |= _homes_of_alike(connection, fresh, homes, rules)
    standing = _load_neighbourhoods(connection, homes, rules)
    witnesses = sorted([*standing, *fresh], key=lambda witness: witness.order)
    origins = Origins(
        likeness.find_originals(connection, {witness.claim.document for witness in witnesses}),
        _outlets(connection, witnesses),
    )
    judged = load_judged(connection, {witness.claim.document for witness in witnesses})[0]
    found = reconcile_witnesses(witnesses, origins, rules, judged)
    _drop_neighbourhoods(connection, homes)
    _write(connection, found, witnesses)
    placing.shelve(connection, fresh)
    store.add_rows(connection, schema.positions, [asdict(stance) for stance in find_stances(fresh)])
    _write_echoes(connection, {*documents, *moved, *(witness.claim.document for witness in witnesses)})


def _load_witnesses(connection: Connection, documents: Iterable[str], rules: EvidenceRules) -> list[Witness]:
    """The current claims of some articles, as they were judged."""
    documents = set(documents)
    current = and_(schema.claims.c.document == schema.articles.c.id, schema.claims.c.reader == schema.articles.c.reader)
    statement = select(schema.claims.c.claim).join(schema.articles, current)
    rows = store.rows_in(connection, statement, schema.claims.c.document, documents)
    claims = load_judged(connection, documents)[0].apply(decode_claim_row(row, with_trace=False) for row in rows)
    return call_witnesses(claims, store.load_facts(connection, documents), rules)


def _homes_of_alike(
    connection: Connection, fresh: Sequence[Witness], known: set[str], rules: EvidenceRules
) -> set[str]:
    """The neighbourhoods of claims that belong together with a new one."""
    near = placing.find_near(connection, fresh, rules)
    placed = schema.placed.c
    statement = select(placed.claim, placed.document, placed.neighbourhood)
    rows = [row for row in store.rows_in(connection, statement, placed.claim, near) if row.neighbourhood not in known]
    homes = {row.claim: row.neighbourhood for row in rows}
    loaded = _load_witnesses(connection, {row.document for row in rows}, rules)
    others = [witness for witness in loaded if witness.claim.id in homes]
    witnesses = [*fresh, *others]
    pairs = Pairs(witnesses, rules)
    found: set[str] = set()
    for position, other in enumerate(others, len(fresh)):
        home = homes[other.claim.id]
        if home not in found and any(pairs.joins(mine, position) for mine in range(len(fresh))):
            found.add(home)
    return found


def _load_neighbourhoods(connection: Connection, homes: Iterable[str], rules: EvidenceRules) -> list[Witness]:
    placed = schema.placed.c
    rows = list(store.rows_in(connection, select(placed.claim, placed.document), placed.neighbourhood, homes))
    wanted = {row.claim for row in rows}
    loaded = _load_witnesses(connection, {row.document for row in rows}, rules)
    return [witness for witness in loaded if witness.claim.id in wanted]


def _outlets(connection: Connection, witnesses: Sequence[Witness]) -> dict[str, str | None]:
    known = {witness.claim.document: witness.outlet for witness in witnesses}
    originals = set(likeness.find_originals(connection, known).values()) - known.keys()
    return known | {name: facts.outlet for name, facts in store.load_facts(connection, originals).items()}


def _drop_neighbourhoods(connection: Connection, homes: Iterable[str]) -> None:
    transfers = schema.transfers.c
    gone = {row.id for row in store.rows_in(connection, select(transfers.id), transfers.neighbourhood, homes)}
    claims = schema.placed.c
    members = {row.claim for row in store.rows_in(connection, select(claims.claim), claims.neighbourhood, homes)}
    for table, column in (
        (schema.transfer_claims, schema.transfer_claims.c.transfer),
        (schema.transfer_actors, schema.transfer_actors.c.transfer),
        (schema.disputes, schema.disputes.c.transfer),
        (schema.transfers, transfers.id),
    ):
        store.drop_rows(connection, table, column, gone)
    store.drop_rows(connection, schema.retellings, schema.retellings.c.claim, members)
    store.drop_rows(connection, schema.placed, claims.claim, members)


def _write(connection: Connection, found: Reconciled, witnesses: Sequence[Witness]) -> None:
    homes = found.neighbourhoods
    rows: dict[str, list[Values]] = {
        "transfers": [_transfer_values(transfer, homes[transfer.claims[0]]) for transfer in found.transfers],
        "transfer_claims": [
            {"claim": claim, "transfer": transfer.id} for transfer in found.transfers for claim in transfer.claims
        ],
        "transfer_actors": [
            {"transfer": transfer.id, "role": role, "actor": actor.actor}
            for transfer in found.transfers
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
            for dispute in found.disputes
        ],
        "retellings": [asdict(retelling) for retelling in found.retellings],
        "placed": [
            {
                "claim": witness.claim.id,
                "document": witness.claim.document,
                "neighbourhood": homes.get(witness.claim.id, witness.claim.id),
            }
            for witness in witnesses
        ],
    }
    for name, values in rows.items():
        store.add_rows(connection, schema.metadata.tables[name], values)


def _write_echoes(connection: Connection, documents: set[str]) -> None:
    """The articles that are copies or retell something, as their claims and likenesses now tell."""
    retellings = schema.retellings.c
    retold: dict[str, set[str]] = {}
    for row in store.rows_in(
        connection, select(retellings.document, retellings.report), retellings.document, documents
    ):
        retold.setdefault(row.document, set()).add(row.report)
    copies = likeness.find_originals(connection, documents)
    store.drop_rows(connection, schema.echoes, schema.echoes.c.document, documents)
    rows = [
        {
            "document": name,
            "copy_of": copies.get(name),
            "retells": json.dumps(sorted(retold.get(name, ())), ensure_ascii=False),
        }
        for name in sorted(documents & (copies.keys() | retold.keys()))
    ]
    store.add_rows(connection, schema.echoes, rows)


def _transfer_values(transfer: Transfer, neighbourhood: str) -> Values:
    dates = [record.date for record in transfer.stages if record.date is not None]
    return {
        "id": transfer.id,
        "neighbourhood": neighbourhood,
        "stage": None if transfer.stage is None else transfer.stage.value,
        "standing": transfer.standing.value,
        "origins": len(transfer.origins),
        "parties": bool(transfer.supplier) + bool(transfer.recipient),
        "first": min(dates, key=lambda d: d.start).start.isoformat() if dates else UNDATED,
        "last": max(dates, key=lambda d: d.end).end.isoformat() if dates else UNDATED,
        "record": json.dumps(encode_transfer(transfer), ensure_ascii=False),
    }
