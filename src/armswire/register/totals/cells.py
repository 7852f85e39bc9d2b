"""What totals are of: things of a category in a unit, and sums in a currency, each with its interval."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from armswire.lexicon.evidence import EvidenceRules
from armswire.register.totals.intervals import Interval, add

UNNAMED, SEVERAL = "unnamed", "several"


class Cell(NamedTuple):
    """What a total is of: things of a category in a unit (None: one by one), or sums in a currency."""

    kind: str
    unit: str | None = None
    currency: str | None = None


Cells = dict[Cell, Interval]


def by_family(cells: Cells, rules: EvidenceRules) -> Cells:
    """Cells of categories as cells of families; two categories of a family are different things."""
    found: defaultdict[Cell, list[Interval]] = defaultdict(list)
    for cell, interval in cells.items():
        found[cell._replace(kind=rules.family_of(cell.kind) or cell.kind)].append(interval)
    return {cell: add(intervals) for cell, intervals in found.items()}


def lowered(interval: Interval, cell: Cell, why: str) -> Interval:
    """Where a part of it belongs to others: at least one thing, of a sum perhaps nothing."""
    return interval.at_least(0 if cell.currency else min(1, interval.least), why)


def covered_by(ml: str, rules: EvidenceRules) -> tuple[str, ...]:
    """The families that a word for no kind in particular can stand for; none for a category that names a kind."""
    return next((families for category, families in rules.covers.items() if category == ml), ())
