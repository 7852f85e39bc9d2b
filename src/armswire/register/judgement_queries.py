"""What faces and exports may ask about judgements: lists, one by its id, those on a record. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import select

from armswire.errors import SettingError
from armswire.model.dispute import Dispute
from armswire.model.judgement import Force, Judgement, JudgementRecord, Subject, Verdict
from armswire.model.transfer import Transfer
from armswire.register import ids, queries, schema
from armswire.register.derivation import ensure_derived
from armswire.register.force import fold
from armswire.register.judged import is_about
from armswire.register.judgements import load_about, load_all, load_records
from armswire.register.listing.disputes import DisputeFilter
from armswire.register.rows import ArticleRecord, ClaimRecord
from armswire.register.store import Register

Judgeable = Transfer | Dispute | ClaimRecord | ArticleRecord | JudgementRecord


def list_judgements(
    register: Register,
    *,
    by: str | None = None,
    verdict: str | None = None,
    state: str | None = None,
    document: str | None = None,
) -> Iterator[JudgementRecord]:
    """Judgements by day and id, each with its force and why. `state` is a force, `document` an article's id."""
    ensure_derived(register)
    with register.reading() as connection:
        records = load_records(connection)
    for record in records:
        judgement = record.judgement
        if (
            (by is None or fold(judgement.by) == fold(by))
            and (verdict is None or judgement.verdict.value == verdict)
            and (document is None or document in judgement.documents)
        ):
            checked = _check_settled(register, record)
            if state is None or checked.force.value == state:
                yield checked


def export_judgements(register: Register) -> Iterator[Judgement]:
    """The judgements themselves by day and id: the same in every register that has them."""
    with register.reading() as connection:
        judgements = load_all(connection)
    return iter(sorted(judgements, key=lambda judgement: judgement.rank))


def get_judgement(register: Register, prefix: str) -> JudgementRecord:
    """The judgement whose id begins with `prefix`. Raises SettingError where none or several do."""
    name = ids.whole_id(register, schema.judgements, prefix)
    return get_judgements(register, [name])[0]


def get_judgements(register: Register, names: Sequence[str]) -> list[JudgementRecord]:
    """The judgements with these ids, by day and id; ids that are none are left out. Raises RegisterError."""
    ensure_derived(register)
    with register.reading() as connection:
        found = load_about(connection, names)
    return [_check_settled(register, record) for record in found if record.judgement.id in names]


def find_judgeable(register: Register, prefix: str) -> Judgeable:
    """The one record of any kind, judgements included, whose id begins so. Raises SettingError."""
    try:
        return queries.find(register, prefix)
    except SettingError:
        if ids.has_id(register, schema.judgements, prefix):
            return get_judgement(register, prefix)
        raise


def judgements_on(register: Register, record: Judgeable) -> list[JudgementRecord]:
    """What was judged of a record, by day and id.

    Of a claim: on the claim itself. Of a transfer: on it and its claims. Of an article: on it and all that was judged
    of its claims, also what is not found any more.
    """
    ensure_derived(register)
    if isinstance(record, JudgementRecord):
        return [one for one in list_judgements(register) if one.judgement.target == record.judgement.id]
    documents = _documents(register, record)
    with register.reading() as connection:
        found = load_records(connection, documents)
    return [_check_settled(register, one) for one in found if _is_on(one, record)]


def _documents(register: Register, record: Transfer | Dispute | ClaimRecord | ArticleRecord) -> Iterable[str]:
    if isinstance(record, ClaimRecord):
        return [record.claim.document]
    if isinstance(record, ArticleRecord):
        return [record.article.id]
    transfer = record.id if isinstance(record, Transfer) else record.transfer
    joined, placed = schema.transfer_claims.c, schema.placed.c
    told = select(placed.document).where(placed.claim.in_(select(joined.claim).where(joined.transfer == transfer)))
    return {str(row.document) for row in register.rows(told)}


def _is_on(record: JudgementRecord, on: Transfer | Dispute | ClaimRecord | ArticleRecord) -> bool:
    if isinstance(on, ClaimRecord):
        return record.judgement.subject is Subject.CLAIM and on.claim.id in record.claims
    if isinstance(on, Transfer):
        return not record.claims.isdisjoint(on.claims)
    if isinstance(on, Dispute):
        return record.judgement.subject is Subject.DISPUTE and is_about(record, on)
    return on.article.id in record.judgement.documents


def _check_settled(register: Register, record: JudgementRecord) -> JudgementRecord:
    """Whether the dispute that was settled is still there: its claims may be in other transfers by now."""
    judgement = record.judgement
    settles = judgement.verdict is Verdict.SETTLE and judgement.subject is Subject.DISPUTE
    if record.force is not Force.IN_FORCE or not settles:
        return record
    joined = schema.transfer_claims.c
    homes = select(joined.transfer).where(joined.claim.in_(sorted(record.claims))).distinct()
    for row in list(register.rows(homes)):
        if any(
            judgement.id in dispute.judgements
            for dispute in queries.list_disputes(register, DisputeFilter(transfer=row.transfer))
        ):
            return record
    return replace(record, force=Force.ORPHANED, reason="its claims are in no such dispute any more")
