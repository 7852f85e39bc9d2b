"""The claims that are on an actor's word, those of the newest articles first.

Nothing in the register has an actor's claims in the order of their days. So of an actor who seldom speaks all claims
are looked up and sorted; of one who often does, the newest articles are gone through until enough are found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Row, func, select

from armswire.errors import SettingError
from armswire.register import schema
from armswire.register.by_ids import get_claims
from armswire.register.derivation import ensure_derived
from armswire.register.listing.claims import claim_record, select_claims
from armswire.register.listing.paging import Listing, Page, Sorting
from armswire.register.loading import BATCH, rows_in
from armswire.register.rows import ClaimRecord
from armswire.register.store import Register

_ARTICLES, _CLAIMS = schema.articles.c, schema.claims.c
_PARTS, _PLACED = schema.claim_actors.c, schema.placed.c

# Claims of an actor who seldom speaks, at most.
MOST_SPOKEN = 1000
# Portions of articles that are gone through for one page.
_MOST_PORTIONS = 40

_NEWEST = Sorting("spoken by article", (_ARTICLES.published, _ARTICLES.id), is_down=True)


def spoken_claims(register: Register, actor: str) -> tuple[str, ...]:
    """The ids of the claims that are on an actor's word, one more than `MOST_SPOKEN` at most. Raises RegisterError."""
    ensure_derived(register)
    statement = select(_PARTS.claim).where(_PARTS.actor == actor, _PARTS.role == "source").limit(MOST_SPOKEN + 1)
    return tuple(row.claim for row in register.rows(statement))


def page_spoken(
    register: Register, actor: str, spoken: tuple[str, ...], cursor: str | None, limit: int
) -> Page[ClaimRecord]:
    """Some of the claims on an actor's word; `spoken` is what `spoken_claims` gave.

    Of an actor who often speaks a page holds whole articles, so that it can be a little longer, and articles without a
    day are left out. Raises RegisterError, and SettingError for a cursor of another list.
    """
    if len(spoken) > MOST_SPOKEN:
        return _walk(register, actor, cursor, limit)
    # Sorted by what no index has: so the claims are looked up, and not all articles gone through for them.
    day = func.coalesce(_ARTICLES.published, "").label("day")
    statement = select_claims(day).where(_CLAIMS.id.in_(sorted(spoken)))
    return Listing(statement, Sorting("spoken", (day, _CLAIMS.id), is_down=True), _decode).page(register, cursor, limit)


def _walk(register: Register, actor: str, cursor: str | None, limit: int) -> Page[ClaimRecord]:
    if limit < 1:
        raise SettingError("a page cannot have so few rows", value=limit, remedy="Give a limit of 1 or more")
    ensure_derived(register)
    found: list[str] = []
    after = cursor
    for _ in range(_MOST_PORTIONS):
        articles = _next_articles(register, after)
        told = _spoken_in(register, actor, (row.id for row in articles))
        for row in articles:
            after = _NEWEST.cursor(row)
            found += sorted(told.get(row.id, ()))
            if len(found) >= limit:
                return Page(tuple(_records(register, found)), after)
        if len(articles) < BATCH:
            return Page(tuple(_records(register, found)), None)
    return Page(tuple(_records(register, found)), after)


def _next_articles(register: Register, after: str | None) -> list[Row[Any]]:
    begun = () if after is None else (_NEWEST.after(after),)
    statement = select(_ARTICLES.id, _ARTICLES.published).where(_ARTICLES.published.is_not(None), *begun)
    return list(register.rows(statement.order_by(*_NEWEST.order()).limit(BATCH)))


def _spoken_in(register: Register, actor: str, documents: Iterable[str]) -> dict[str, list[str]]:
    """The claims on an actor's word in each of some articles."""
    speaks = select(_PARTS.claim).where(_PARTS.role == "source", _PARTS.actor == actor)
    with register.reading() as connection:
        rows = rows_in(connection, select(_PLACED.claim, _PLACED.document), _PLACED.document, documents)
        homes = {row.claim: row.document for row in rows}
        told: defaultdict[str, list[str]] = defaultdict(list)
        for row in rows_in(connection, speaks, _PARTS.claim, homes):
            told[homes[row.claim]].append(row.claim)
    return told


def _records(register: Register, claims: list[str]) -> Iterator[ClaimRecord]:
    known = get_claims(register, claims)
    return (known[claim] for claim in claims if claim in known)


def _decode(_: Register, rows: Iterable[Row[Any]]) -> Iterator[ClaimRecord]:
    return (claim_record(row, with_trace=False) for row in rows)
