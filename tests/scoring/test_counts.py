"""Precision, recall and F1 from counts."""

from __future__ import annotations

import pytest

from armswire.scoring.counts import Count, Share


def test_the_figures_follow_from_the_counts() -> None:
    count = Count(right=3, read=4, found=3, gold=6)
    assert (count.precision, count.recall) == (0.75, 0.5)
    assert count.f1 == pytest.approx(0.6)


def test_nothing_counted_gives_no_figure_and_nothing_right_gives_none_but_zero() -> None:
    assert Count(0, 0, 0, 5).precision is None
    assert Count(0, 0, 0, 5).f1 is None
    assert Count(0, 3, 0, 5).f1 == 0.0
    assert Share(0, 0).value == 0.0
