from __future__ import annotations

from datetime import date

import pytest

from armswire.articles.feeds.days import read_day


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Mon, 01 Mar 2021 23:30:00 -0500", date(2021, 3, 1)),
        ("1 Mar 2021 23:30 GMT", date(2021, 3, 1)),
        ("2021-03-01T23:30:00+09:00", date(2021, 3, 1)),
        ("2021-03-01T23:30:00.123456789Z", date(2021, 3, 1)),
        (" 2021-03-01\n", date(2021, 3, 1)),
        ("2021-03", None),
        ("yesterday", None),
        ("Mon, 45 Mar 2021 23:30:00 -0500", None),
        ("0" * 1000, None),
        ("", None),
        (None, None),
        (7, None),
    ],
)
def test_days_are_those_of_their_writer(told: object, day: date | None) -> None:
    assert read_day(told) == day
