"""What faces and exports may ask the register: lists, one record by its id, counts. Nothing here writes or decides.

Lists stream and come in a fixed order. Whatever follows from the claims is brought up to date first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, and_, func, literal, select

from armswire.model.dispute import Dispute
from armswire.model.dispute_encoding import decode_dispute
from armswire.model.position import Position
from armswire.model.rejection import Rejection
from armswire.model.transfer import Transfer
from armswire.model.transfer_encoding import decode_transfer
from armswire.register import ids, schema
from armswire.register.databases.dialects import list_length
from armswire.register.derivation import ensure_derived
from armswire.register.phrasing import name_actors
from armswire.register.positions.rows import read_saying
from armswire.register.positions.sayings import POSITIONS, STANCES, gather_positions
from armswire.register.rows import (
    ArticleRecord,
    ClaimRecord,
    decode_article_row,
    decode_claim_row,
    decode_rejection_row,
)
from armswire.register.store import Register
from armswire.register.transfer_queries import complete_transfers

_ARTICLES, _CLAIMS, _TRANSFERS = schema.articles.c, schema.claims.c, schema.transfers.c
_CURRENT = and_(_CLAIMS.document == _ARTICLES.id, _CLAIMS.reader == _ARTICLES.reader)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the register holds."""

    articles: int
    irrelevant: int
    claims: int
    transfers: int
    disputes: int
    positions: int
    rejections: int


def list_articles(
    register: Register, *, state: str | None = None, outlet: str | None = None
) -> Iterator[ArticleRecord]:
    """Articles by id. `state` is "read" or "irrelevant"."""
    ensure_derived(register)
    statement = _select_articles().order_by(_ARTICLES.id)
    for column, value in ((_ARTICLES.state, state), (_ARTICLES.outlet, outlet)):
        if value is not None:
            statement = statement.where(column == value)
    return (decode_article_row(row) for row in register.rows(statement))


def get_article(register: Register, prefix: str) -> ArticleRecord:
    """The article whose id begins with `prefix`. Raises SettingError where none or several do."""
    ensure_derived(register)
    return ids.get_only(register, _select_articles(), schema.articles, prefix, decode_article_row)


def list_retellers(register: Register, document: str) -> Iterator[ArticleRecord]:
    """The articles that retell an article or are copies of it, by id. `document` is its whole id."""
    ensure_derived(register)
    reports = schema.echo_reports.c
    statement = _select_articles().join(schema.echo_reports, reports.document == _ARTICLES.id)
    rows = register.rows(statement.where(reports.report == document).order_by(_ARTICLES.id))
    return (decode_article_row(row) for row in rows)


def retold_claims(register: Register, document: str) -> frozenset[str]:
    """The ids of the claims with which an article retells others. `document` is its whole id."""
    ensure_derived(register)
    columns = schema.retellings.c
    statement = select(columns.claim).where(columns.document == document).distinct()
    return frozenset(str(row.claim) for row in register.rows(statement))


def has_article(register: Register, document: str) -> bool:
    """Whether an article has this id."""
    return register.first(select(_ARTICLES.id).where(_ARTICLES.id == document)) is not None


def list_claims(
    register: Register,
    *,
    actor: str | None = None,
    stage: str | None = None,
    polarity: str | None = None,
    document: str | None = None,
    transfer: str | None = None,
    min_depth: int | None = None,
) -> Iterator[ClaimRecord]:
    """Claims by article and place in it, without their traces.

    `actor` is the code of anybody with a part in it; `min_depth` the least number of sources in the chain.
    """
    ensure_derived(register)
    statement = _select_claims()
    for column, value in (
        (_CLAIMS.stage, stage),
        (_CLAIMS.polarity, polarity),
        (_CLAIMS.document, document),
        (schema.transfer_claims.c.transfer, transfer),
    ):
        if value is not None:
            statement = statement.where(column == value)
    if actor is not None:
        parts = schema.claim_actors.c
        statement = statement.where(_CLAIMS.id.in_(select(parts.claim).where(parts.actor == actor)))
    if min_depth is not None:
        statement = statement.where(list_length(_CLAIMS.claim, "attribution") >= min_depth)
    statement = statement.order_by(_CLAIMS.document, _CLAIMS.start, _CLAIMS.end, _CLAIMS.id)
    return (_claim_record(row, with_trace=False) for row in register.rows(statement))


def get_claim(register: Register, prefix: str) -> ClaimRecord:
    """The claim whose id begins with `prefix`, with its trace. Raises SettingError where none or several do."""
    ensure_derived(register)
    return ids.get_only(
        register, _select_claims(), schema.claims, prefix, lambda row: _claim_record(row, with_trace=True)
    )


def list_transfers(
    register: Register,
    *,
    actor: str | None = None,
    stage: str | None = None,
    standing: str | None = None,
    document: str | None = None,
) -> Iterator[Transfer]:
    """Transfers of two known parties, then those of one; of each the earliest first, those without a date last.

    `actor` is the code of a party, in any role.
    """
    ensure_derived(register)
    rank: ColumnElement[str] = _TRANSFERS.rank
    statement = select(_TRANSFERS.id, _TRANSFERS.record)
    if actor is not None:
        parties = schema.transfer_actors.c
        statement = statement.join(schema.transfer_actors, parties.transfer == _TRANSFERS.id)
        statement, rank = statement.where(parties.actor == actor), parties.rank
    for column, value in ((_TRANSFERS.stage, stage), (_TRANSFERS.standing, standing)):
        if value is not None:
            statement = statement.where(column == value)
    if document is not None:
        statement = statement.where(_TRANSFERS.id.in_(_transfers_of(document)))
    # An actor with two roles in a transfer stands there twice, one row after the other.
    alike = groupby(register.rows(statement.order_by(rank)), key=lambda row: row.id)
    return complete_transfers(register, (_transfer(register, next(rows)) for _, rows in alike))


def get_transfer(register: Register, prefix: str) -> Transfer:
    """The transfer whose id begins with `prefix`. Raises SettingError where none or several do."""
    ensure_derived(register)
    columns = select(_TRANSFERS.id, _TRANSFERS.record)
    found = ids.get_only(register, columns, schema.transfers, prefix, lambda row: _transfer(register, row))
    return next(complete_transfers(register, [found]))


def list_disputes(
    register: Register,
    *,
    actor: str | None = None,
    type: str | None = None,
    state: str | None = None,
    transfer: str | None = None,
    document: str | None = None,
) -> Iterator[Dispute]:
    """Disputes by transfer and id. `actor` is the code of a party to the transfer."""
    ensure_derived(register)
    columns = schema.disputes.c
    statement = select(columns.record)
    for column, value in ((columns.type, type), (columns.state, state), (columns.transfer, transfer)):
        if value is not None:
            statement = statement.where(column == value)
    if actor is not None:
        parties = schema.transfer_actors.c
        statement = statement.where(columns.transfer.in_(select(parties.transfer).where(parties.actor == actor)))
    if document is not None:
        statement = statement.where(columns.transfer.in_(_transfers_of(document)))
    statement = statement.order_by(columns.transfer, columns.id)
    return (_dispute(register, row) for row in register.rows(statement))


def get_dispute(register: Register, prefix: str) -> Dispute:
    """The dispute whose id begins with `prefix`. Raises SettingError where none or several do."""
    ensure_derived(register)
    columns = select(schema.disputes.c.id, schema.disputes.c.record)
    return ids.get_only(register, columns, schema.disputes, prefix, lambda row: _dispute(register, row))


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


def _select_articles() -> Select[Any]:
    echoes = schema.echoes.c
    return select(schema.articles, echoes.copy_of, echoes.retells, echoes.signs).join_from(
        schema.articles, schema.echoes, echoes.document == _ARTICLES.id, isouter=True
    )


def _select_claims() -> Select[Any]:
    joined = schema.transfer_claims
    return (
        select(_CLAIMS.id, _CLAIMS.claim, _CLAIMS.trace, _CLAIMS.reader, joined.c.transfer)
        .join_from(schema.claims, schema.articles, _CURRENT)
        .join(joined, joined.c.claim == _CLAIMS.id, isouter=True)
    )


def _transfers_of(document: str) -> Select[tuple[Any]]:
    joined = schema.transfer_claims.c
    return select(joined.transfer).join(schema.claims, _CLAIMS.id == joined.claim).where(_CLAIMS.document == document)


def _claim_record(row: Row[Any], *, with_trace: bool) -> ClaimRecord:
    return ClaimRecord(decode_claim_row(row, with_trace=with_trace), row.transfer, row.reader)


def _transfer(register: Register, row: Row[Any]) -> Transfer:
    return name_actors(decode_transfer(json.loads(row.record)), register.names)


def _dispute(register: Register, row: Row[Any]) -> Dispute:
    return name_actors(decode_dispute(json.loads(row.record)), register.names)
