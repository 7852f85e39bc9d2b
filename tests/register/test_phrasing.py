"""What the register says in words."""

from __future__ import annotations

from datetime import date

import pytest

from armswire.model.ranges import DateRange, describe_dates


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2031, 3, 5), date(2031, 3, 5), "2031-03-05"),
        (date(2031, 2, 1), date(2031, 2, 28), "2031-02"),
        (date(2032, 2, 1), date(2032, 2, 28), "2032-02-01 to 2032-02-28"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(2031, 1, 1), date(2032, 12, 31), "2031-01-01 to 2032-12-31"),
        (date(2031, 3, 1), date(2031, 4, 30), "2031-03-01 to 2031-04-30"),
        (date(9999, 1, 1), date(9999, 12, 31), "9999"),
        (date(1, 1, 1), date(1, 1, 31), "0001-01"),
    ],
)
def test_a_day_a_month_a_year_or_from_to(start: date, end: date, words: str) -> None:
    assert describe_dates(DateRange(start, end)) == words
