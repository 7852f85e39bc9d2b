"""Lists of articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select

from armswire.register import schema
from armswire.register.derivation import ensure_derived
from armswire.register.listing import words
from armswire.register.listing.paging import Listing, Sorting
from armswire.register.rows import ArticleRecord, decode_article_row
from armswire.register.store import Register

_ARTICLES = schema.articles.c


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """What an article must have to be listed; what is None does not matter.

    `state` is "read", "irrelevant", "foreign" or "same" (`ReadState`), `retells` the whole id of an article that it
    retells or is a copy of; `since` and `until` bound the day of publication, `arrived_since` is the moment from which
    on it came in; `words` are words of its title and text.
    """

    state: str | None = None
    outlet: str | None = None
    retells: str | None = None
    since: date | None = None
    until: date | None = None
    arrived_since: str | None = None
    words: str | None = None


ALL_ARTICLES = ArticleFilter()

# Articles that are looked up and sorted rather than met on the way through all, the newest first.
_FEW = 1000


def find_articles(wanted: ArticleFilter = ALL_ARTICLES) -> Listing[ArticleRecord]:
    """The articles that fit, by id."""
    statement = select_articles().where(*_conditions(wanted))
    return Listing(statement, Sorting("articles", (_ARTICLES.id,)), _decode)


def find_newest_articles(register: Register, wanted: ArticleFilter = ALL_ARTICLES) -> Listing[ArticleRecord]:
    """The articles that fit, the newest first; those without a day are left out. Raises RegisterError."""
    few = None if wanted.words is None else _few_with(register, wanted.words)
    if few is None:
        fitting = (_ARTICLES.published.is_not(None), *_conditions(wanted))
        return Listing(select_articles().where(*fitting), _newest_by(_ARTICLES.published), _decode)
    # Sorted by what no index has: so these few are looked up, and not all articles gone through for them.
    day = func.coalesce(_ARTICLES.published, "").label("day")
    statement = select_articles().add_columns(day).where(
        _ARTICLES.id.in_(few), day != "", *_conditions(replace(wanted, words=None))
    )  # fmt: skip
    return Listing(statement, _newest_by(day), _decode)


def find_last_arrived(wanted: ArticleFilter = ALL_ARTICLES) -> Listing[ArticleRecord]:
    """The articles that fit, those that came in last first; those of which that is not known are left out."""
    statement = select_articles().where(_ARTICLES.arrived.is_not(None), *_conditions(wanted))
    return Listing(statement, Sorting("arrived", (_ARTICLES.arrived, _ARTICLES.id), is_down=True), _decode)


def _newest_by(day: ColumnElement[Any]) -> Sorting:
    return Sorting("newest", (day, _ARTICLES.id), is_down=True)


def _few_with(register: Register, text: str) -> list[str] | None:
    """The ids of the articles that have some words, where they are few; None where every few hundredth has them."""
    ensure_derived(register)
    found = register.rows(select(_ARTICLES.id).where(words.articles_with(text)).limit(_FEW + 1))
    few = [row.id for row in found]
    return few if len(few) <= _FEW else None


def has_undated(register: Register) -> bool:
    """Whether the day of publication of any article is not known. Raises RegisterError."""
    return register.first(select(_ARTICLES.id).where(_ARTICLES.published.is_(None)).limit(1)) is not None


def select_articles() -> Select[Any]:
    """All articles with whom they echo, and their places among the texts of their addresses."""
    echoes, versions = schema.echoes.c, schema.versions.c
    echoed = (echoes.copy_of, echoes.retells, echoes.signs, echoes.likeness)
    place = (versions.number, versions.seen, versions.record.label("version"))
    return (
        select(schema.articles, *echoed, *place)
        .join_from(schema.articles, schema.echoes, echoes.document == _ARTICLES.id, isouter=True)
        .join(schema.versions, versions.document == _ARTICLES.id, isouter=True)
    )


def _conditions(wanted: ArticleFilter) -> Iterator[ColumnElement[bool]]:
    for column, value in ((_ARTICLES.state, wanted.state), (_ARTICLES.outlet, wanted.outlet)):
        if value is not None:
            yield column == value
    if wanted.retells is not None:
        reports = schema.echo_reports.c
        yield _ARTICLES.id.in_(select(reports.document).where(reports.report == wanted.retells))
    if wanted.since is not None:
        yield _ARTICLES.published >= wanted.since.isoformat()
    if wanted.until is not None:
        yield _ARTICLES.published <= wanted.until.isoformat()
    if wanted.arrived_since is not None:
        yield _ARTICLES.arrived >= wanted.arrived_since
    if wanted.words is not None:
        yield words.articles_with(wanted.words)


def _decode(_: Register, rows: Iterable[Row[Any]]) -> Iterator[ArticleRecord]:
    return (decode_article_row(row) for row in rows)
