from __future__ import annotations

from datetime import date

import pytest

from armswire.articles.dating.written_dates import dates_of_all_languages, english_dates


@pytest.mark.parametrize(
    ("words", "month", "day", "year", "weekday"),
    [
        ("on March 3, 2031 in Lima", 3, 3, 2031, None),
        ("on 3 March.", 3, 3, None, None),
        ("the 3rd of March 2031", 3, 3, 2031, None),
        ("on Monday, March 3, it", 3, 3, None, 0),
        ("on Friday (Feb 3)", 2, 3, None, 4),
        ("Sept. 9 at the quay", 9, 9, None, None),
        ("2031-03-04", 3, 4, 2031, None),
        ("2031. 3. 4.", 3, 4, 2031, None),
        ("2031年3月4日", 3, 4, 2031, None),
        ("14/03/2031", 3, 14, 2031, None),
        ("03/14/2031", 3, 14, 2031, None),
        ("4.3.2031", 3, 4, 2031, None),
    ],
)
def test_a_date_is_found(words: str, month: int, day: int, year: int | None, weekday: int | None) -> None:
    found = english_dates().find(words)
    assert [(one.month, one.day, one.year, one.weekday) for one in found] == [(month, day, year, weekday)]


@pytest.mark.parametrize(
    "words",
    ["04/05/2031", "12 guns of 2031", "March 45", "may 3 of them go", "version 4.3.2", "at 10:15", "2031-13-40"],
)
def test_what_is_none_or_may_be_two_is_left(words: str) -> None:
    assert english_dates().find(words) == []


@pytest.mark.parametrize(
    "words", ["3 de marzo de 2031", "3 mars 2031", "3. März 2031", "3 марта 2031", "3 marca 2031", "3 Mart 2031"]
)
def test_months_of_other_languages_are_known_in_stamps(words: str) -> None:
    assert [one.whole for one in dates_of_all_languages().find(words)] == [date(2031, 3, 3)]
    assert english_dates().find(words) == []


def test_a_weekday_that_is_not_that_of_the_date_makes_it_none() -> None:
    (right, wrong) = english_dates().find("Monday, March 3, 2031 and Tuesday, March 3, 2031")
    assert (right.whole, wrong.whole) == (date(2031, 3, 3), None)
    assert right.on(2030) is None
