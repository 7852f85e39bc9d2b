"""What the newest articles brought: how many there are, what they tell of, and what of it was never told before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from armswire.register import schema
from armswire.register.derivation import ensure_derived
from armswire.register.listing.articles import select_articles
from armswire.register.rows import ArticleRecord, decode_article_row
from armswire.register.store import Register

_ARTICLES, _PLACED, _JOINED = schema.articles.c, schema.placed.c, schema.transfer_claims.c
_READ = "read"


@dataclass(frozen=True, slots=True)
class News:
    """What was published on a day or later: `read` are the articles with words of arms, `newest` the last of these.

    `first_told` are those of the `transfers` of which no earlier article tells; `disputes` are open ones about them.
    """

    articles: int
    read: int
    claims: int
    transfers: int
    first_told: int
    disputes: int
    newest: tuple[ArticleRecord, ...]


def find_news_since(register: Register, day: date, *, shown: int) -> News:
    """What articles brought that were published on a day or later, with the newest `shown` of them.

    Raises RegisterError.
    """
    ensure_derived(register)
    is_new = _ARTICLES.published >= day.isoformat()
    is_read = _ARTICLES.state == _READ
    claims = select(_PLACED.claim).join_from(schema.articles, schema.placed, _PLACED.document == _ARTICLES.id)
    told = select(_JOINED.transfer).distinct().where(_JOINED.claim.in_(claims.where(is_new)))
    newest = select_articles().where(is_new, is_read).order_by(_ARTICLES.published.desc(), _ARTICLES.id).limit(shown)
    disputes = schema.disputes.c
    return News(
        articles=_count(register, select(_ARTICLES.id).where(is_new)),
        read=_count(register, select(_ARTICLES.id).where(is_new, is_read)),
        claims=_count(register, claims.where(is_new)),
        transfers=_count(register, told),
        first_told=_count(register, told.where(_JOINED.transfer.not_in(_told_before(told, day)))),
        disputes=_count(register, select(disputes.id).where(disputes.state == "open", disputes.transfer.in_(told))),
        newest=tuple(map(decode_article_row, register.rows(newest))),
    )


def _told_before(told: Select[Any], day: date) -> Select[Any]:
    """Those of some transfers of which an article tells that is older, or has no day."""
    others = schema.transfer_claims.alias()
    return (
        select(others.c.transfer)
        .join(schema.placed, _PLACED.claim == others.c.claim)
        .join(schema.articles, _ARTICLES.id == _PLACED.document)
        .where(others.c.transfer.in_(told), func.coalesce(_ARTICLES.published, "") < day.isoformat())
    )


def _count(register: Register, found: Select[Any]) -> int:
    row = register.first(select(func.count()).select_from(found.subquery()))
    return 0 if row is None else int(row[0])
