"""What there is to narrow a list of transfers by, with how many are left for each choice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select

from armswire.register import schema
from armswire.register.derivation import ensure_derived
from armswire.register.listing.transfer_filter import FACETS, TransferFilter, conditions
from armswire.register.store import Register

_TRANSFERS, _ROWS = schema.transfers.c, schema.transfer_facets.c
# Which rows hold the values of a facet, where they are called otherwise.
_KINDS = {"item": ("family", "category")}


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A value of a facet and the number of transfers that a list would have with it."""

    value: str
    count: int


def count_facets(
    register: Register, wanted: TransferFilter, facets: Iterable[str] = FACETS
) -> dict[str, tuple[FacetCount, ...]]:
    """For each facet its values, the most frequent first. What is chosen in a facet itself does not narrow it.

    Raises RegisterError, and SettingError for words that cannot be searched for.
    """
    ensure_derived(register)
    facets = list(facets)
    chosen = [facet for facet in facets if getattr(wanted, facet)]
    if wanted.is_empty:
        found = dict(register.remember(" ".join(("facets", *facets)), lambda: _count(register, wanted, facets)))
    else:
        found = _count(register, wanted, [facet for facet in facets if facet not in chosen])
    for facet in chosen:
        others: dict[str, Any] = {facet: ()}
        found |= _count(register, replace(wanted, **others), [facet])
    return {facet: found.get(facet, ()) for facet in facets}


def count_transfers(register: Register, wanted: TransferFilter) -> int:
    """How many transfers fit. Raises RegisterError and SettingError."""
    ensure_derived(register)
    row = register.first(select(func.count()).select_from(schema.transfers).where(*conditions(wanted)))
    return 0 if row is None else int(row[0])


def _count(register: Register, wanted: TransferFilter, facets: Iterable[str]) -> dict[str, tuple[FacetCount, ...]]:
    names = {kind: facet for facet in facets for kind in _KINDS.get(facet, (facet,))}
    if not names:
        return {}
    number = func.count().label("number")
    statement = select(_ROWS.facet, _ROWS.value, number).group_by(_ROWS.facet, _ROWS.value)
    if wanted.is_empty:
        statement = statement.where(_ROWS.facet.in_(names))
    else:
        # By the transfers alone, so that no database begins with the facets, which all transfers have.
        statement = statement.where(_ROWS.transfer.in_(select(_TRANSFERS.id).where(*conditions(wanted))))
    found: dict[str, list[FacetCount]] = {}
    for row in register.rows(statement):
        if row.facet in names:
            found.setdefault(names[row.facet], []).append(FacetCount(row.value, row.number))
    return {facet: tuple(sorted(counts, key=lambda one: (-one.count, one.value))) for facet, counts in found.items()}
