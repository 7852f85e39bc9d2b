"""From where the transfers that fit a filter are best looked for.

Few of them: from the rows that fulfil the narrowest of its conditions. Many: along the order in which they are wanted,
asking of each row whether it fits, because the first fifty are then found after a few hundred rows, whatever the filter
and however large the register. No database has the figures to choose between the two by itself: one supplier has a
thousand times as many transfers as the next.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from armswire.register import schema
from armswire.register.listing.transfer_filter import Condition, TransferFilter, conditions
from armswire.register.store import Register

_TRANSFERS = schema.transfers.c

FEW_TO_SORT = 4000
"""Rows up to which they are gathered and sorted: some 10 ms, measured on a register of 90,000 transfers."""
FEW_TO_COUNT = 20_000
"""Rows up to which they are gathered where all are read anyhow; to ask each of 90,000 whether it fits takes 70 ms."""


def fitting(register: Register, wanted: TransferFilter, few: int = FEW_TO_SORT) -> list[ColumnElement[bool]]:
    """What rows of `transfers` must fulfil. Raises RegisterError, and SettingError for words that cannot be sought."""
    parts = list(conditions(wanted))
    numbers = {at: _count(register, part, few) for at, part in enumerate(parts) if not part.is_searched}
    narrowest = min(numbers, key=lambda at: numbers[at], default=None)
    if narrowest is None or numbers[narrowest] >= few:
        return [part.holds for part in parts]
    gathered = _TRANSFERS.id.in_(parts[narrowest].ids)
    return [gathered, *(part.holds for at, part in enumerate(parts) if at != narrowest)]


def select_ids(register: Register, wanted: TransferFilter) -> Select[Any]:
    """The ids of the transfers that fit. Raises RegisterError, and SettingError for words that cannot be sought."""
    return select(_TRANSFERS.id).where(*fitting(register, wanted, FEW_TO_COUNT))


def _count(register: Register, part: Condition, few: int) -> int:
    row = register.first(select(func.count()).select_from(part.ids.limit(few).subquery()))
    return 0 if row is None else int(row[0])
