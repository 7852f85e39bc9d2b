"""Moments in short words."""

from __future__ import annotations

from datetime import UTC, datetime


def say_moment(moment: datetime) -> str:
    """To the minute, in UTC: 2031-03-10 15:04 UTC."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
