"""Lists of claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, select

from armswire.model.version import ClaimChange, EditedAway
from armswire.register import schema
from armswire.register.databases.dialects import list_length
from armswire.register.listing import words
from armswire.register.listing.fitting import select_ids
from armswire.register.listing.paging import Listing, Sorting
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.rows import ClaimRecord, decode_claim_row
from armswire.register.store import Register

_ARTICLES, _CLAIMS, _JOINED = schema.articles.c, schema.claims.c, schema.transfer_claims.c
_EDITS = schema.claim_edits.c


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What a claim must have to be listed; what is None does not matter.

    `actor` is the code of anybody with a part in it, or whose word it is; `min_depth` the least number of sources in
    the chain; `words` are words of its evidence; `document` and `transfer` are whole ids.
    """

    actor: str | None = None
    stage: str | None = None
    polarity: str | None = None
    document: str | None = None
    transfer: str | None = None
    min_depth: int | None = None
    words: str | None = None


ALL_CLAIMS = ClaimFilter()


def find_claims(wanted: ClaimFilter = ALL_CLAIMS, *, with_trace: bool = False) -> Listing[ClaimRecord]:
    """The claims that fit, by article and place in it; their traces only where they are asked for."""
    columns = (_CLAIMS.document, _CLAIMS.start, _CLAIMS.end, _CLAIMS.id)
    statement = select_claims(*columns[:3]).where(*_conditions(wanted))
    return Listing(statement, Sorting("claims", columns), _decode_with_trace if with_trace else _decode)


def find_news(wanted: TransferFilter) -> Listing[ClaimRecord]:
    """The claims about transfers that fit, those of the articles that came in last first.

    Articles of which nobody noted when they came in are left out.
    """
    columns = (_ARTICLES.arrived, _CLAIMS.id)
    statement = select_claims(_ARTICLES.arrived).where(_ARTICLES.arrived.is_not(None))

    def fitting(register: Register) -> list[ColumnElement[bool]]:
        return [] if wanted.is_empty else [_JOINED.transfer.in_(select_ids(register, wanted))]

    return Listing(statement, Sorting("news", columns, is_down=True), _decode, fitting)


def select_claims(*more: ColumnElement[Any]) -> Select[Any]:
    """The claims of the current readers, with their traces and transfers, and in which version they are gone."""
    current = and_(_CLAIMS.document == _ARTICLES.id, _CLAIMS.reader == _ARTICLES.reader)
    is_gone = and_(_EDITS.claim == _CLAIMS.id, _EDITS.change == ClaimChange.EDITED_AWAY.value)
    told = (_JOINED.transfer, _EDITS.version.label("gone_in"), _EDITS.seen.label("gone_seen"))
    return (
        select(_CLAIMS.id, _CLAIMS.claim, _CLAIMS.trace, _CLAIMS.reader, *told, *more)
        .join_from(schema.claims, schema.articles, current)
        .join(schema.transfer_claims, _JOINED.claim == _CLAIMS.id, isouter=True)
        .join(schema.claim_edits, is_gone, isouter=True)
    )


def claim_record(row: Row[Any], *, with_trace: bool) -> ClaimRecord:
    """The claim of a row of `select_claims`."""
    gone = None if row.gone_in is None else EditedAway(row.gone_in, row.gone_seen)
    return ClaimRecord(decode_claim_row(row, with_trace=with_trace), row.transfer, row.reader, gone)


def _conditions(wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    for column, value in (
        (_CLAIMS.stage, wanted.stage),
        (_CLAIMS.polarity, wanted.polarity),
        (_CLAIMS.document, wanted.document),
        (_JOINED.transfer, wanted.transfer),
    ):
        if value is not None:
            yield column == value
    if wanted.actor is not None:
        parts = schema.claim_actors.c
        yield _CLAIMS.id.in_(select(parts.claim).where(parts.actor == wanted.actor))
    if wanted.min_depth is not None:
        yield list_length(_CLAIMS.claim, "attribution") >= wanted.min_depth
    if wanted.words is not None:
        yield words.claims_with(wanted.words)


def _decode(_: Register, rows: Iterable[Row[Any]]) -> Iterator[ClaimRecord]:
    return (claim_record(row, with_trace=False) for row in rows)


def _decode_with_trace(_: Register, rows: Iterable[Row[Any]]) -> Iterator[ClaimRecord]:
    return (claim_record(row, with_trace=True) for row in rows)
