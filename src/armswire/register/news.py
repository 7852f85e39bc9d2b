"""What is new: how many articles, what they tell of, and what of it was never told before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from armswire.model.dispute import DisputeState
from armswire.model.version import ClaimChange
from armswire.register import schema
from armswire.register.arrival import read_moment, write_moment
from armswire.register.derivation import ensure_derived
from armswire.register.listing.articles import select_articles
from armswire.register.record import ReadState
from armswire.register.rows import ArticleRecord, decode_article_row
from armswire.register.store import Register

_ARTICLES, _PLACED, _JOINED = schema.articles.c, schema.placed.c, schema.transfer_claims.c


@dataclass(frozen=True, slots=True)
class News:
    """What new articles brought: `read` are those with words of arms, `newest` the last of these to be published.

    `first_told` are those of the `transfers` of which no other article tells; `disputes` are open ones about them.
    `edited_away` are claims that new versions of articles do not tell any more, `edited` the last of these versions.
    """

    articles: int
    read: int
    claims: int
    transfers: int
    first_told: int
    disputes: int
    newest: tuple[ArticleRecord, ...]
    edited_away: int
    edited: tuple[ArticleRecord, ...]


def find_arrived_since(register: Register, moment: datetime, *, shown: int) -> News:
    """What articles brought that arrived at a moment or later, with `shown` of them. Raises RegisterError."""
    return _find(register, _ARTICLES.arrived, write_moment(moment), shown)


def find_published_since(register: Register, day: date, *, shown: int) -> News:
    """What articles brought that were published on a day or later, with `shown` of them. Raises RegisterError."""
    return _find(register, _ARTICLES.published, day.isoformat(), shown)


def find_last_arrival(register: Register) -> datetime | None:
    """When the last article arrived; None where that is not known of any. Raises RegisterError."""
    row = register.first(select(func.max(_ARTICLES.arrived)))
    return None if row is None or row[0] is None else read_moment(row[0])


def _find(register: Register, when: ColumnElement[str], since: str, shown: int) -> News:
    ensure_derived(register)
    is_new = when >= since
    is_read = _ARTICLES.state == ReadState.READ.value
    claims = select(_PLACED.claim).join_from(schema.articles, schema.placed, _PLACED.document == _ARTICLES.id)
    told = select(_JOINED.transfer).distinct().where(_JOINED.claim.in_(claims.where(is_new)))
    newest = select_articles().where(is_new, is_read)
    # Those without a day come last, in either database.
    newest = newest.order_by(func.coalesce(_ARTICLES.published, "").desc(), _ARTICLES.id).limit(shown)
    disputes = schema.disputes.c
    open_ = select(disputes.id).where(disputes.state == DisputeState.OPEN.value, disputes.transfer.in_(told))
    edits = schema.claim_edits.c
    gone = select(edits.claim, edits.version).where(edits.change == ClaimChange.EDITED_AWAY.value)
    gone = gone.join_from(schema.claim_edits, schema.articles, edits.version == _ARTICLES.id).where(is_new)
    edited = select_articles().where(_ARTICLES.id.in_(select(gone.subquery().c.version)))
    edited = edited.order_by(func.coalesce(_ARTICLES.published, "").desc(), _ARTICLES.id).limit(shown)
    return News(
        articles=_count(register, select(_ARTICLES.id).where(is_new)),
        read=_count(register, select(_ARTICLES.id).where(is_new, is_read)),
        claims=_count(register, claims.where(is_new)),
        transfers=_count(register, told),
        first_told=_count(register, told.where(_JOINED.transfer.not_in(_told_before(told, when, since)))),
        disputes=_count(register, open_),
        newest=tuple(map(decode_article_row, register.rows(newest))),
        edited_away=_count(register, gone),
        edited=tuple(map(decode_article_row, register.rows(edited))),
    )


def _told_before(told: Select[Any], when: ColumnElement[str], since: str) -> Select[Any]:
    """Those of some transfers of which an article tells that is older, or of which nobody knows how old it is."""
    others = schema.transfer_claims.alias()
    return (
        select(others.c.transfer)
        .join(schema.placed, _PLACED.claim == others.c.claim)
        .join(schema.articles, _ARTICLES.id == _PLACED.document)
        .where(others.c.transfer.in_(told), func.coalesce(when, "") < since)
    )


def _count(register: Register, found: Select[Any]) -> int:
    row = register.first(select(func.count()).select_from(found.subquery()))
    return 0 if row is None else int(row[0])
