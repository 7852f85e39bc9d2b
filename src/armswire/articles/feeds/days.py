"""Dates as feeds and letters write them → days, as their writer saw them."""

from __future__ import annotations

from datetime import date, datetime
from email.utils import parsedate_to_datetime


def read_day(told: object) -> date | None:
    """The day of an RFC 5322 or an ISO 8601 (W3C) date, without a shift of time zone; None for anything else."""
    if not isinstance(told, str) or len(told) > 100:
        return None
    words = told.strip()
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return _month(words)


def _month(words: str) -> date | None:
    """A year or a month says no day, but one that begins with a whole day does ("2021-03-01 at noon")."""
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        return None
