"""Measured figures in short words."""

from __future__ import annotations

import math


def say_figure(value: float | None) -> str:
    """Two decimals, rounded down so that nothing looks better than it is; a dash where nothing was measured."""
    # What was rounded to three decimals before must not lose one hundredth to the way in which it is kept.
    return "–" if value is None else f"{math.floor(value * 100 + 1e-9) / 100:.2f}"


def say_part(part: int, whole: int) -> str:
    """3 of 14."""
    return f"{part:,} of {whole:,}" if whole else ""
