from __future__ import annotations

from datetime import date

from armswire.articles.dating.days import ALL, NONE, ORIGIN, any_of, around, between, since, until


def test_a_set_of_days_has_ends_a_width_and_a_middle() -> None:
    days = between(date(2023, 2, 24), date(2023, 3, 2))
    assert (days.first, days.last, days.width, days.middle) == (
        date(2023, 2, 24),
        date(2023, 3, 2),
        7,
        date(2023, 2, 27),
    )
    assert date(2023, 2, 28) in days
    assert date(2023, 3, 3) not in days


def test_sets_are_joined_and_cut() -> None:
    assert since(date(2023, 3, 1)) & until(date(2023, 3, 4)) == between(date(2023, 3, 1), date(2023, 3, 4))
    joined = any_of([around(date(2023, 3, 1), 0, 1), around(date(2024, 3, 1), 1, 0)])
    assert (joined.first, joined.last, joined.count) == (date(2023, 3, 1), date(2024, 3, 1), 4)
    assert not (until(date(2022, 1, 1)) & since(date(2023, 1, 1)))
    assert not any_of([])


def test_days_before_the_calendar_are_left_out() -> None:
    assert between(date(1944, 6, 6), date(1944, 6, 7)) == NONE
    assert since(date(1944, 6, 6)) == ALL
    assert date(1944, 6, 6) not in ALL
    assert ALL.first == ORIGIN
    assert NONE.width == 0
