from __future__ import annotations

from datetime import date

import pytest

from armswire.articles.dating.days import HORIZON
from armswire.articles.dating.offices import office_clues


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        # not before it was taken
        ("President Joe Biden had promised guns to Togo.", date(2020, 12, 1), HORIZON),
        ("South Korean President Yoon Suk-yeol had promised guns.", date(2022, 3, 31), HORIZON),
        ("Guns came from Vice President Joe Biden, the report said.", date(2008, 12, 1), HORIZON),
        # nor after it was left, where the sentence tells of these days
        ("NATO Secretary General Jens Stoltenberg spoke of guns on Monday.", date(2014, 8, 31), date(2024, 12, 1)),
        # before it is taken
        ("Guns are a matter for the incoming Yoon Suk-yeol administration.", date(2022, 1, 10), date(2022, 5, 10)),
    ],
)
def test_an_office_bounds_the_day(sentence: str, first: date, last: date) -> None:
    (clue,) = office_clues([sentence])
    assert (clue.days.first, clue.days.last) == (first, last)


@pytest.mark.parametrize(
    "sentence",
    [
        "Former President Joe Biden had promised guns.",
        "Guns would be dear under President Joe Biden.",
        "Nobody here has seen a President Joe Biden.",
        "Joe Biden had promised guns.",
        "President Ana Example had promised guns.",
        "“President Joe Biden has promised guns,” the letter reads.",
    ],
)
def test_who_may_not_hold_it_bounds_nothing(sentence: str) -> None:
    assert list(office_clues([sentence])) == []
