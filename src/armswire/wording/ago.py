"""How long ago something was, in words that keep a range a range."""

from __future__ import annotations

from datetime import date

from armswire.model.ranges import DateRange

_MONTH, _YEAR = 30.44, 365.25
# From how many days on months are counted instead of days, and years instead of months.
_FROM_MONTHS, _FROM_YEARS = 61, 1096


def say_ago(dates: DateRange, today: date) -> str:
    """14 months ago, 5 to 12 days ago, up to 3 years ago (where it may not have been yet)."""
    least, most = (today - dates.end).days, (today - dates.start).days
    days_of, unit = _unit(most)
    low, high = int(max(least, 0) / days_of), int(most / days_of)
    told = f"{high:,} {unit}{'' if high == 1 else 's'} ago"
    if least < 0:
        return f"up to {told}"
    return told if low == high else f"{low:,} to {told}"


def _unit(days: int) -> tuple[float, str]:
    if days < _FROM_MONTHS:
        return 1, "day"
    return (_MONTH, "month") if days < _FROM_YEARS else (_YEAR, "year")
