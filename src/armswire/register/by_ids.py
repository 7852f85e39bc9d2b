"""Records that are asked for by many ids at once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from armswire.model.dispute import Dispute
from armswire.model.transfer import Transfer
from armswire.model.transfer_encoding import decode_transfer
from armswire.register import schema
from armswire.register.arrival import read_moment
from armswire.register.derivation import ensure_derived
from armswire.register.listing.articles import select_articles
from armswire.register.listing.claims import claim_record, select_claims
from armswire.register.listing.disputes import dispute_of
from armswire.register.loading import rows_in
from armswire.register.phrasing import name_actors
from armswire.register.rows import ArticleRecord, ClaimRecord, decode_article_row
from armswire.register.store import Register
from armswire.register.transfer_queries import complete_transfers

_TRANSFERS, _DISPUTES = schema.transfers.c, schema.disputes.c
_ARTICLES, _PLACED, _JOINED = schema.articles.c, schema.placed.c, schema.transfer_claims.c


def get_claims(register: Register, claims: Iterable[str]) -> dict[str, ClaimRecord]:
    """The claims of these ids, those that there are, without their traces. Raises RegisterError."""
    ensure_derived(register)
    with register.reading() as connection:
        rows = rows_in(connection, select_claims(), schema.claims.c.id, claims)
        return {row.id: claim_record(row, with_trace=False) for row in rows}


def get_articles(register: Register, documents: Iterable[str]) -> dict[str, ArticleRecord]:
    """The articles of these ids, those that there are. Raises RegisterError."""
    ensure_derived(register)
    with register.reading() as connection:
        rows = rows_in(connection, select_articles(), schema.articles.c.id, documents)
        return {record.article.id: record for record in map(decode_article_row, rows)}


def find_arrivals(register: Register, documents: Iterable[str]) -> dict[str, datetime]:
    """When these articles came in, those of which that is known. Raises RegisterError."""
    with register.reading() as connection:
        rows = rows_in(connection, select(_ARTICLES.id, _ARTICLES.arrived), _ARTICLES.id, documents)
        return {row.id: read_moment(row.arrived) for row in rows if row.arrived is not None}


def get_transfers(register: Register, transfers: Iterable[str]) -> dict[str, Transfer]:
    """The transfers of these ids, those that there are, in the order of their ids. Raises RegisterError."""
    ensure_derived(register)
    with register.reading() as connection:
        rows = list(rows_in(connection, select(_TRANSFERS.id, _TRANSFERS.record), _TRANSFERS.id, transfers))
    named = (name_actors(decode_transfer(json.loads(row.record)), register.names) for row in rows)
    return {found.id: found for found in complete_transfers(register, named)}


def get_disputes_of(register: Register, transfers: Iterable[str]) -> list[Dispute]:
    """The disputes about these transfers, by transfer and id. Raises RegisterError."""
    ensure_derived(register)
    columns = select(_DISPUTES.id, _DISPUTES.transfer, _DISPUTES.record)
    with register.reading() as connection:
        rows = list(rows_in(connection, columns, _DISPUTES.transfer, transfers))
    return [dispute_of(register, row) for row in sorted(rows, key=lambda row: (row.transfer, row.id))]


def count_claims_in(register: Register, documents: Iterable[str]) -> dict[str, int]:
    """How many claims were read in each of these articles; articles without any are left out. Raises RegisterError."""
    ensure_derived(register)
    # Each claim of a current reader is placed, and no other.
    counted = select(_PLACED.document, func.count().label("claims")).group_by(_PLACED.document)
    with register.reading() as connection:
        return {row.document: int(row.claims) for row in rows_in(connection, counted, _PLACED.document, documents)}


@dataclass(frozen=True, slots=True)
class ClaimHome:
    """Where a claim stands: its article, and the transfer that it joined, None where it joined none."""

    document: str
    transfer: str | None


def find_homes(register: Register, claims: Iterable[str]) -> dict[str, ClaimHome]:
    """Where these claims stand, those that there are. Raises RegisterError."""
    ensure_derived(register)
    columns = select(_PLACED.claim, _PLACED.document, _JOINED.transfer).join_from(
        schema.placed, schema.transfer_claims, _JOINED.claim == _PLACED.claim, isouter=True
    )
    with register.reading() as connection:
        rows = rows_in(connection, columns, _PLACED.claim, claims)
        return {row.claim: ClaimHome(row.document, row.transfer) for row in rows}
