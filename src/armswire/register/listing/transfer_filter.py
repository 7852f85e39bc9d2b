"""Which transfers somebody wants to see."""

from __future__ import annotations

from collections.abc import Iterator
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
    on articles were published that tell of it, `words` are words of the sentences that tell of it, `document` is the id
    of an article.
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
    words: str | None = None
    document: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether every transfer fits."""
        return not any(getattr(self, field.name) for field in fields(self))


EVERYTHING = TransferFilter()

# The fields that name facets, in the order in which they are offered.
FACETS = ("supplier", "recipient", "intermediary", "actor", "stage", "standing", "item", "speaker", "dispute")


def select_ids(wanted: TransferFilter) -> Select[Any]:
    """The ids of the transfers that fit."""
    return select(_TRANSFERS.id).where(*conditions(wanted))


def conditions(wanted: TransferFilter) -> Iterator[ColumnElement[bool]]:
    """What rows of `transfers` must fulfil."""
    for facet in FACETS:
        values = getattr(wanted, facet)
        if values:
            yield _TRANSFERS.id.in_(_with_facet(facet, values))
    if wanted.since is not None:
        yield and_(_TRANSFERS.last >= wanted.since.isoformat(), _TRANSFERS.last != UNDATED)
    if wanted.until is not None:
        yield _TRANSFERS.first <= wanted.until.isoformat()
    if wanted.min_origins is not None:
        yield _TRANSFERS.origins >= wanted.min_origins
    if wanted.overdue is not None:
        overdue = select(_FACETS.transfer).where(_FACETS.facet == OVERDUE, _FACETS.value <= wanted.overdue.isoformat())
        yield _TRANSFERS.id.in_(overdue)
    if wanted.told_since is not None:
        yield _TRANSFERS.id.in_(told_since(wanted.told_since))
    if wanted.words is not None:
        joined = schema.transfer_claims.c
        yield _TRANSFERS.id.in_(select(joined.transfer).where(words.claims_with(wanted.words, joined.claim)))
    if wanted.document is not None:
        yield _TRANSFERS.id.in_(told_in(wanted.document))


def told_in(document: str) -> Select[Any]:
    """The ids of the transfers of which an article tells."""
    joined, placed = schema.transfer_claims.c, schema.placed.c
    told = select(placed.claim).where(placed.document == document)
    return select(joined.transfer).where(joined.claim.in_(told))


def told_since(day: date) -> Select[Any]:
    """The ids of the transfers of which articles tell that were published on a day or later."""
    joined, placed, articles = schema.transfer_claims.c, schema.placed.c, schema.articles.c
    return (
        select(joined.transfer)
        .join_from(schema.articles, schema.placed, placed.document == articles.id)
        .join(schema.transfer_claims, joined.claim == placed.claim)
        .where(articles.published >= day.isoformat())
    )


def _with_facet(facet: str, values: tuple[str, ...]) -> Select[Any]:
    if facet != "item":
        return select(_FACETS.transfer).where(_FACETS.facet == facet, _FACETS.value.in_(values))
    named = {"category": [value for value in values if value in ML_CATEGORIES]}
    named["family"] = [value for value in values if value not in ML_CATEGORIES]
    either = [and_(_FACETS.facet == kind, _FACETS.value.in_(some)) for kind, some in named.items() if some]
    return select(_FACETS.transfer).where(or_(*either))
