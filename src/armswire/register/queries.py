"""What faces and exports may ask the register: lists, one record by its id, counts. Nothing here writes or decides.

Lists stream and come in a fixed order. Whatever follows from the claims is brought up to date first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, func, literal, select

from armswire.model.dispute import Dispute
from armswire.model.position import Position
from armswire.model.rejection import Rejection
from armswire.model.transfer import Transfer
from armswire.model.transfer_encoding import decode_transfer
from armswire.register import ids, schema
from armswire.register.derivation import ensure_derived
from armswire.register.listing.articles import ALL_ARTICLES, ArticleFilter, find_articles, select_articles
from armswire.register.listing.claims import ALL_CLAIMS, ClaimFilter, claim_record, find_claims, select_claims
from armswire.register.listing.disputes import ALL_DISPUTES, DisputeFilter, dispute_of, find_disputes
from armswire.register.listing.transfer_filter import EVERYTHING, TransferFilter
from armswire.register.listing.transfers import find_transfers
from armswire.register.phrasing import name_actors
from armswire.register.positions.rows import read_saying
from armswire.register.positions.sayings import POSITIONS, STANCES, gather_positions
from armswire.register.rows import (
    ArticleRecord,
    ClaimRecord,
    decode_article_row,
    decode_rejection_row,
)
from armswire.register.store import Register
from armswire.register.transfer_queries import complete_transfers

_ARTICLES, _CLAIMS, _TRANSFERS = schema.articles.c, schema.claims.c, schema.transfers.c


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the register holds."""

    articles: int
    irrelevant: int
    foreign: int
    claims: int
    transfers: int
    disputes: int
    positions: int
    rejections: int


def list_articles(register: Register, wanted: ArticleFilter = ALL_ARTICLES) -> Iterator[ArticleRecord]:
    """Articles by id. Raises RegisterError."""
    return find_articles(wanted).stream(register)


def get_article(register: Register, prefix: str) -> ArticleRecord:
    """The article whose id begins with `prefix`. Raises SettingError where none or several do."""
    ensure_derived(register)
    return ids.get_only(register, select_articles(), schema.articles, prefix, decode_article_row)


def list_retellers(register: Register, document: str) -> Iterator[ArticleRecord]:
    """The articles that retell an article or are copies of it, by id. `document` is its whole id."""
    return find_articles(ArticleFilter(retells=document)).stream(register)


def retold_claims(register: Register, document: str) -> frozenset[str]:
    """The ids of the claims with which an article retells others. `document` is its whole id."""
    ensure_derived(register)
    columns = schema.retellings.c
    statement = select(columns.claim).where(columns.document == document).distinct()
    return frozenset(str(row.claim) for row in register.rows(statement))


def has_article(register: Register, document: str) -> bool:
    """Whether an article has this id."""
    return register.first(select(_ARTICLES.id).where(_ARTICLES.id == document)) is not None


def list_claims(register: Register, wanted: ClaimFilter = ALL_CLAIMS) -> Iterator[ClaimRecord]:
    """Claims by article and place in it, without their traces. Raises RegisterError."""
    return find_claims(wanted).stream(register)


def get_claim(register: Register, prefix: str) -> ClaimRecord:
    """The claim whose id begins with `prefix`, with its trace. Raises SettingError where none or several do."""
    ensure_derived(register)
    return ids.get_only(
        register, select_claims(), schema.claims, prefix, lambda row: claim_record(row, with_trace=True)
    )


def list_transfers(register: Register, wanted: TransferFilter = EVERYTHING) -> Iterator[Transfer]:
    """Transfers of two known parties, then those of one; of each the earliest first, those without a date last.

    Raises RegisterError, and SettingError for words that cannot be searched for.
    """
    return find_transfers(wanted).stream(register)


def get_transfer(register: Register, prefix: str) -> Transfer:
    """The transfer whose id begins with `prefix`. Raises SettingError where none or several do."""
    ensure_derived(register)
    columns = select(_TRANSFERS.id, _TRANSFERS.record)
    found = ids.get_only(register, columns, schema.transfers, prefix, lambda row: _transfer(register, row))
    return next(complete_transfers(register, [found]))


def list_disputes(register: Register, wanted: DisputeFilter = ALL_DISPUTES) -> Iterator[Dispute]:
    """Disputes by transfer and id. Raises RegisterError."""
    return find_disputes(wanted).stream(register)


def get_dispute(register: Register, prefix: str) -> Dispute:
    """The dispute whose id begins with `prefix`. Raises SettingError where none or several do."""
    ensure_derived(register)
    columns = select(schema.disputes.c.id, schema.disputes.c.record)
    return ids.get_only(register, columns, schema.disputes, prefix, lambda row: dispute_of(register, row))


def list_positions(
    register: Register, *, actor: str | None = None, toward: str | None = None, stage: str | None = None
) -> Iterator[Position]:
    """Positions by actor, toward whom, and date."""
    ensure_derived(register)
    columns = schema.positions.c
    statement = select(columns.actor, columns.toward, columns.document, columns.record).where(_is_position())
    for column, value in ((columns.actor, actor), (columns.toward, toward), (columns.stage, stage)):
        if value is not None:
            statement = statement.where(column == value)
    order = (columns.actor, columns.toward, columns.date_start, columns.date_end, columns.stage, columns.claim)
    return gather_positions(read_saying(row) for row in register.rows(statement.order_by(*order)))


def list_rejections(register: Register, document: str) -> Iterator[Rejection]:
    """What was dropped in an article by its current reader, in the order it was told. `document` is its whole id."""
    columns = schema.rejections.c
    current = and_(columns.document == _ARTICLES.id, columns.reader == _ARTICLES.reader)
    statement = select(schema.rejections).join(schema.articles, current).where(columns.document == document)
    return (decode_rejection_row(row) for row in register.rows(statement.order_by(columns.place)))


def find(register: Register, prefix: str) -> Transfer | Dispute | ClaimRecord | ArticleRecord:
    """The one record of any kind whose id begins with `prefix`. Raises SettingError where none or several do."""
    getters: tuple[tuple[Table, Callable[[Register, str], Any]], ...] = (
        (schema.transfers, get_transfer),
        (schema.disputes, get_dispute),
        (schema.claims, get_claim),
        (schema.articles, get_article),
    )
    ensure_derived(register)
    found = [(table, get, names) for table, get in getters if (names := ids.match(register, table, prefix))]
    if len(found) == 1:
        result: Transfer | Dispute | ClaimRecord | ArticleRecord = found[0][1](register, prefix)
        return result
    raise ids.not_one([name for _, _, names in found for name in names], "record", prefix)


def count(register: Register) -> Counts:
    """How much the register holds, claims and rejections of the current readers only."""
    ensure_derived(register)

    def total(table: Table, *conditions: ColumnElement[bool]) -> int:
        row = register.first(select(func.count()).select_from(table).where(*conditions))
        return 0 if row is None else int(row[0])

    rejected = schema.rejections.c
    return Counts(
        articles=total(schema.articles),
        irrelevant=total(schema.articles, _ARTICLES.state == "irrelevant"),
        foreign=total(schema.articles, _ARTICLES.state == "foreign"),
        claims=total(schema.claims, _read_by_current(_CLAIMS.document, _CLAIMS.reader)),
        transfers=total(schema.transfers),
        disputes=total(schema.disputes),
        positions=_count_positions(register),
        rejections=total(schema.rejections, _read_by_current(rejected.document, rejected.reader)),
    )


def _count_positions(register: Register) -> int:
    columns = schema.positions.c
    told = (columns.actor, columns.toward, columns.date_start, columns.date_end, columns.stage)
    distinct = select(*told).where(_is_position()).distinct().subquery()
    row = register.first(select(func.count()).select_from(distinct))
    return 0 if row is None else int(row[0])


def _is_position() -> ColumnElement[bool]:
    columns = schema.positions.c
    return and_(columns.stage.in_(STANCES), columns.says.in_(POSITIONS))


def _read_by_current(document: ColumnElement[str], reader: ColumnElement[str]) -> ColumnElement[bool]:
    return select(literal(1)).where(_ARTICLES.id == document, _ARTICLES.reader == reader).exists()


def _transfer(register: Register, row: Row[Any]) -> Transfer:
    return name_actors(decode_transfer(json.loads(row.record)), register.names)
