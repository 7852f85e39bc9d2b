"""How long ago something was."""

from __future__ import annotations

from datetime import date

import pytest

from armswire.wording.ago import say_ago
from tests.factories import make_dates


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ("2031-03-09", "1 day ago"),
        ("2031-02-20", "18 days ago"),
        ("2030-01-01", "14 months ago"),
        ("2030-01-01/2030-03-01", "12 to 14 months ago"),
        ("2028-01-01/2028-12-31", "2 to 3 years ago"),
        ("2031-03-01/2031-03-31", "up to 9 days ago"),
        ("2031-03-10", "0 days ago"),
    ],
)
def test_a_range_stays_a_range(dates: str, words: str) -> None:
    told = make_dates(dates)
    assert told is not None
    assert say_ago(told, date(2031, 3, 10)) == words
