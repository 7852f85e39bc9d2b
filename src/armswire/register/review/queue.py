"""The queue of a need, and the one item that somebody asks for: what is left of the candidates without what is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from types import MappingProxyType

from sqlalchemy import func, select

from armswire.errors import UnknownRecordError
from armswire.model.dispute import Dispute, DisputeState
from armswire.model.judgement import Force, JudgementRecord, Subject, Verdict
from armswire.model.transfer import Transfer
from armswire.register import queries, schema
from armswire.register.derivation import ensure_derived
from armswire.register.force import fold
from armswire.register.judgements import load_records
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.loading import rows_in
from armswire.register.review.candidates import Portion, find_disputed, find_flagged, find_single, find_uncertain
from armswire.register.review.items import Hide, Need, QueueFilter, QueueItem, QueuePart, make_place, read_place
from armswire.register.review.quarrels import find_quarrels
from armswire.register.rows import ClaimRecord
from armswire.register.store import Register

# Candidates that are looked at for one part: when all of them are done, whoever asks is told where to go on.
MOST_LOOKED_AT = 6_000

_FIND: Mapping[Need, Callable[[Register, TransferFilter, str | None], Portion]] = MappingProxyType(
    {
        Need.DISPUTED: find_disputed,
        Need.SINGLE: find_single,
        Need.UNCERTAIN: find_uncertain,
        Need.FLAGGED: find_flagged,
    }
)
# By these nothing is decided; and these are not there any more.
_NO_VERDICTS = frozenset({Verdict.NOTE, Verdict.WITHDRAW})
_GONE = frozenset({Force.WITHDRAWN, Force.ORPHANED, Force.VOID})


def list_queue(register: Register, asked: QueueFilter, cursor: str | None = None, limit: int = 10) -> QueuePart:
    """The items after a place of the queue, at most `limit`. Raises SettingError for a place of another queue."""
    ensure_derived(register)
    if asked.need is Need.CONTRARY:
        return _list_quarrels(register, cursor, limit)
    find = _FIND[asked.need]
    items: list[QueueItem] = []
    looked_at = 0
    while True:
        portion = find(register, asked.wanted, cursor)
        looked_at += portion.rows
        items += _left(register, asked, portion.items)
        if len(items) > limit:
            return QueuePart(tuple(items[:limit]), items[limit - 1].place, looked_at)
        cursor = portion.next
        if cursor is None or len(items) == limit or looked_at >= MOST_LOOKED_AT:
            return QueuePart(tuple(items), cursor, looked_at)


def get_item(register: Register, name: str) -> QueueItem:
    """The item of a dispute, a transfer or a claim, by the beginning of its id, or of a pair of judgements by both ids.

    Raises UnknownRecordError where there is none.
    """
    ensure_derived(register)
    if "~" in name:
        found = [one for one in _list_quarrels(register, None, None).items if one.id == name]
        if not found:
            raise UnknownRecordError(
                "these judgements are not contrary (any more)", value=name, remedy="Somebody settled it, or withdrew"
            )
        return found[0]
    record = queries.find(register, name)
    if isinstance(record, Transfer):
        return QueueItem(Need.SINGLE, record.id, record.id, record.claims, make_place(Need.SINGLE, ""))
    if isinstance(record, Dispute):
        claims = tuple(dict.fromkeys(claim for word in record.words for claim in word.claims))
        place = make_place(Need.DISPUTED, "", "")
        return QueueItem(Need.DISPUTED, record.id, record.transfer, claims, place)
    if isinstance(record, ClaimRecord):
        claim = record.claim.id
        return QueueItem(Need.UNCERTAIN, claim, record.transfer, (claim,), make_place(Need.UNCERTAIN, ""))
    raise UnknownRecordError("articles are not judged", value=name, remedy="Name a claim, a transfer or a dispute")


def count_needs(register: Register) -> Mapping[Need, int | None]:
    """How many transfers, pairs or claims each need has, judged or not; None where that is not counted."""
    ensure_derived(register)
    facets, transfers = schema.transfer_facets.c, schema.transfers.c
    disputed = select(func.count()).where(facets.facet == "dispute", facets.value == DisputeState.OPEN.value)
    single = select(func.count()).select_from(schema.transfers).where(transfers.origins == 1)
    flagged = select(func.count()).where(schema.support_tests.c.flagged.is_(True))

    def count() -> dict[Need, int | None]:
        numbers = [register.first(statement) for statement in (disputed, single, flagged)]
        open_, alone, doubtful = (0 if row is None else int(row[0]) for row in numbers)
        return {
            Need.CONTRARY: len(find_quarrels(register)),
            Need.DISPUTED: open_,
            Need.SINGLE: alone,
            Need.UNCERTAIN: None,
            Need.FLAGGED: doubtful,
        }

    return register.remember("needs", count)


def judged_claims(records: Iterable[JudgementRecord], by: str | None = None) -> frozenset[str]:
    """The claims that somebody, or one person, has judged and not taken back; those of settled disputes included."""
    return frozenset(
        claim
        for record in records
        if record.judgement.verdict not in _NO_VERDICTS and record.force not in _GONE
        if by is None or fold(record.judgement.by) == fold(by)
        for claim in record.claims
        if record.judgement.subject is not Subject.JUDGEMENT
    )


def _left(register: Register, asked: QueueFilter, items: Collection[QueueItem]) -> list[QueueItem]:
    """The items of which some claim is not judged yet."""
    if asked.hide is Hide.NONE or (asked.hide is Hide.MINE and asked.by is None):
        return list(items)
    by = asked.by if asked.hide is Hide.MINE else None
    done = judged_claims(_judgements_about(register, {claim for item in items for claim in item.claims}), by)
    return [item for item in items if not done.issuperset(item.claims)]


def _judgements_about(register: Register, claims: Iterable[str]) -> list[JudgementRecord]:
    placed, about = schema.placed.c, schema.judgement_documents.c
    with register.reading() as connection:
        documents = {row.document for row in rows_in(connection, select(placed.document), placed.claim, claims)}
        judged = {row.document for row in rows_in(connection, select(about.document), about.document, documents)}
        return load_records(connection, judged) if judged else []


def _list_quarrels(register: Register, cursor: str | None, limit: int | None) -> QueuePart:
    after = read_place(Need.CONTRARY, cursor, 4)
    items = []
    for quarrel in find_quarrels(register):
        key = tuple(
            part for one in (quarrel.one, quarrel.other) for part in (one.judgement.on.isoformat(), one.judgement.id)
        )
        if after is None or key > after:
            homes = _transfers_of(register, quarrel.claims)
            names = (quarrel.one.judgement.id, quarrel.other.judgement.id)
            place = make_place(Need.CONTRARY, *key)
            items.append(
                QueueItem(Need.CONTRARY, quarrel.id, homes[0] if homes else None, quarrel.claims, place, names)
            )
        if limit is not None and len(items) > limit:
            return QueuePart(tuple(items[:limit]), items[limit - 1].place, len(items))
    return QueuePart(tuple(items), None, len(items))


def _transfers_of(register: Register, claims: Iterable[str]) -> list[str]:
    joined = schema.transfer_claims.c
    with register.reading() as connection:
        return sorted({row.transfer for row in rows_in(connection, select(joined.transfer), joined.claim, claims)})
