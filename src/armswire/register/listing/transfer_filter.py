"""Which transfers somebody wants to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from armswire.lexicon.records import ML_CATEGORIES
from armswire.register import schema
from armswire.register.facts import UNDATED
from armswire.register.listing import words
from armswire.register.listing.facet_rows import OVERDUE

_TRANSFERS, _FACETS = schema.transfers.c, schema.transfer_facets.c


@dataclass(frozen=True, slots=True)
class TransferFilter:
    """What a transfer must have to be listed: one of the values of each field that has any, and everything else set.

    `supplier`, `recipient`, `intermediary` and `actor` (any of these roles) are codes of actors, or "none"; `stage` is
    the furthest affirmed one, or "none"; `item` a family or a category of the munitions list; `speaker` the class of
    whoever's word one of its claims is, or "article" for the article's own; `dispute` the state of one of its disputes,
    or "none". `since` and `until` bound the days on which something is told to have happened, `min_origins` is the
    least number of independent origins, `overdue` a day on which a delivery was overdue, `told_since` a day from which
    on articles were published that tell of it, `arrived_since` a moment from which on such articles came in, `words`
    are words of the sentences that tell of it, `document` is the id of an article.
    """

    supplier: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    intermediary: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    item: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    dispute: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    min_origins: int | None = None
    overdue: date | None = None
    told_since: date | None = None
    arrived_since: str | None = None
    words: str | None = None
    document: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether every transfer fits."""
        return not any(getattr(self, field.name) for field in fields(self))


EVERYTHING = TransferFilter()

# The fields that name facets, in the order in which they are offered.
FACETS = ("supplier", "recipient", "intermediary", "actor", "stage", "standing", "item", "speaker", "dispute")


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of a filter in two forms: the ids of the transfers that fulfil it, and whether a row of `transfers` does.

    `is_searched`: its first ids are found no sooner than all of them.
    """

    ids: Select[Any]
    holds: ColumnElement[bool]
    is_searched: bool = False


def conditions(wanted: TransferFilter) -> Iterator[Condition]:
    """All of which a transfer must fulfil. Raises SettingError for words that cannot be searched for."""
    for facet in FACETS:
        values = getattr(wanted, facet)
        if values:
            yield _in_facet(_has_value(facet, values))
    if wanted.since is not None:
        yield _of_row(lambda row: and_(row.last >= _day(wanted.since), row.last != UNDATED))
    if wanted.until is not None:
        yield _of_row(lambda row: row.first <= _day(wanted.until))
    if wanted.min_origins is not None:
        yield _of_row(lambda row: row.origins >= wanted.min_origins)
    if wanted.overdue is not None:
        yield _in_facet(and_(_FACETS.facet == OVERDUE, _FACETS.value <= _day(wanted.overdue)))
    if wanted.told_since is not None:
        yield _listed(told_since(wanted.told_since))
    if wanted.arrived_since is not None:
        yield _listed(told_by_arrivals(wanted.arrived_since))
    if wanted.words is not None:
        joined = schema.transfer_claims.c
        yield _listed(select(joined.transfer).where(words.claims_with(wanted.words, joined.claim)), is_searched=True)
    if wanted.document is not None:
        yield _listed(told_in(wanted.document))


def told_in(document: str) -> Select[Any]:
    """The ids of the transfers of which an article tells."""
    joined, placed = schema.transfer_claims.c, schema.placed.c
    told = select(placed.claim).where(placed.document == document)
    return select(joined.transfer).where(joined.claim.in_(told))


def told_since(day: date) -> Select[Any]:
    """The ids of the transfers of which articles tell that were published on a day or later."""
    return _told_by(schema.articles.c.published >= day.isoformat())


def told_by_arrivals(since: str) -> Select[Any]:
    """The ids of the transfers of which articles tell that came in at a moment or later (`arrival.read_beginning`)."""
    return _told_by(schema.articles.c.arrived >= since)


def _told_by(fitting: ColumnElement[bool]) -> Select[Any]:
    joined, placed, articles = schema.transfer_claims.c, schema.placed.c, schema.articles.c
    return (
        select(joined.transfer)
        .join_from(schema.articles, schema.placed, placed.document == articles.id)
        .join(schema.transfer_claims, joined.claim == placed.claim)
        .where(fitting)
    )


def _in_facet(fits: ColumnElement[bool]) -> Condition:
    one = select(_FACETS.transfer).where(_FACETS.transfer == _TRANSFERS.id, fits).correlate(schema.transfers)
    return Condition(select(_FACETS.transfer).where(fits), one.exists())


def _of_row(fits: Callable[[Any], ColumnElement[bool]]) -> Condition:
    others = schema.transfers.alias().c
    return Condition(select(others.id).where(fits(others)), fits(_TRANSFERS))


def _listed(ids: Select[Any], *, is_searched: bool = False) -> Condition:
    return Condition(ids, _TRANSFERS.id.in_(ids), is_searched)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _has_value(facet: str, values: tuple[str, ...]) -> ColumnElement[bool]:
    if facet != "item":
        return and_(_FACETS.facet == facet, _FACETS.value.in_(values))
    named = {"category": [value for value in values if value in ML_CATEGORIES]}
    named["family"] = [value for value in values if value not in ML_CATEGORIES]
    return or_(*(and_(_FACETS.facet == kind, _FACETS.value.in_(some)) for kind, some in named.items() if some))
