from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.articles.facts.written_days import read_moment


@pytest.mark.parametrize(
    ("told", "language", "day"),
    [
        ("2021-03-04", None, "2021-03-04"),
        ("2021-03-04T23:30:00-05:00", None, "2021-03-04"),
        ("2021-03-04 10:15", None, "2021-03-04"),
        ("20210304", None, "2021-03-04"),
        ("20210304101500", None, "2021-03-04"),
        ("2021/3/4 10:15", None, "2021-03-04"),
        ("Thu, 04 Mar 2021 10:15:00 GMT", None, "2021-03-04"),
        ("1614852900", None, "2021-03-04"),
        ("1614852900000", None, "2021-03-04"),
        ("Published March 4, 2021 at 10:15", None, "2021-03-04"),
        ("4th March 2021", "en", "2021-03-04"),
        ("Sept. 4, 2021", "en-us", "2021-09-04"),
        ("Donnerstag, 4. März 2021", "de", "2021-03-04"),
        ("4 de marzo de 2021", "es", "2021-03-04"),
        ("4 марта 2021, 10:15", "ru", "2021-03-04"),
        ("4 березня 2021", None, "2021-03-04"),
        ("2021年3月4日", "ja", "2021-03-04"),
        ("2021년 3월 4일", "ko", "2021-03-04"),
        ("2021. március 4., 10:15", "hu", "2021-03-04"),
        ("4 tháng 3, 2021", "vi", "2021-03-04"),
        ("4 มีนาคม 2564", "th", "2021-03-04"),
        ("4 मार्च 2021", "hi", "2021-03-04"),
        ("٤ مارس ٢٠٢١", "ar", "2021-03-04"),
        ("14/03/21", "fr", "2021-03-14"),
        ("28.09.1912:44", "de", None),
        ("04.03.2021 10:15", None, "2021-03-04"),
        ("04.03.21", None, "2021-03-04"),
        ("03/04/2021", "fr", "2021-04-03"),
        ("03/04/2021", "en-us", "2021-03-04"),
        ("03/04/2021", "en", None),
        ("14/03/2021", "en", "2021-03-14"),
        ("4 listopada 2021", "pl", "2021-11-04"),
        ("4 listopad 2021", "en", None),
        ("2021", None, None),
        ("March 2021", "en", None),
        ("10:15", None, None),
        ("2021-13-40", None, None),
        ("99 March 2021", "en", None),
        ("phone 020 7946 0018", "en", None),
    ],
)
def test_days_are_read_as_pages_write_them(told: str, language: str | None, day: str | None) -> None:
    moment = read_moment(told, language)
    assert (None if moment is None else moment.day.isoformat()) == day


@given(st.text(alphabet=st.sampled_from("0123456789-/.:TZ+ ,年月日MarchSept"), max_size=60) | st.text(max_size=60))
@settings(max_examples=500)
def test_no_words_break_it(told: str) -> None:
    read_moment(told, "en")
