"""What there is to narrow a list of transfers by, with how many are left for each choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select

from armswire.register import schema
from armswire.register.derivation import ensure_derived
from armswire.register.listing.fitting import select_ids
from armswire.register.listing.transfer_filter import FACETS, TransferFilter
from armswire.register.store import Register

_SETS = schema.facet_sets.c
# The facets whose values are told under other names.
_FACET_OF = {"family": "item", "category": "item"}


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
    found = {facet: counts for facet, counts in _count(register, wanted).items() if facet not in chosen}
    for facet in chosen:
        others: dict[str, Any] = {facet: ()}
        found[facet] = _count(register, replace(wanted, **others)).get(facet, ())
    return {facet: found.get(facet, ()) for facet in facets}


def count_transfers(register: Register, wanted: TransferFilter) -> int:
    """How many transfers fit. Raises RegisterError and SettingError."""
    ensure_derived(register)
    row = register.first(select(func.count()).select_from(select_ids(register, wanted).subquery()))
    return 0 if row is None else int(row[0])


def _count(register: Register, wanted: TransferFilter) -> dict[str, tuple[FacetCount, ...]]:
    if wanted.is_empty:
        return register.remember("facets", lambda: _group(_count_lines(register, wanted)))
    return _group(_count_lines(register, wanted))


def _group(lines: Counter[str]) -> dict[str, tuple[FacetCount, ...]]:
    found: dict[str, list[FacetCount]] = {}
    for told, number in lines.items():
        kind, value = told.split("=", 1)
        found.setdefault(_FACET_OF.get(kind, kind), []).append(FacetCount(value, number))
    return {facet: tuple(sorted(counts, key=lambda one: (-one.count, one.value))) for facet, counts in found.items()}


def _count_lines(register: Register, wanted: TransferFilter) -> Counter[str]:
    # Counted here: a database would sort each of the ten facets of each transfer to count them, at five times the time.
    found = Counter[str]()
    statement = select(_SETS.facets)
    if not wanted.is_empty:
        statement = statement.where(_SETS.transfer.in_(select_ids(register, wanted)))
    for (facets,) in register.rows(statement):
        found.update(facets.split("\n"))
    return found
