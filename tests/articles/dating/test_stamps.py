from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from armswire.articles.dating.stamps import find_stamp, read_stamp
from armswire.articles.dating.told import read_told
from armswire.lexicon.dating_words import StampExample, bundled_dating_words

TEXT = "Peru has sold 12 guns to Togo, officials in Lima said after a meeting on the quay."
LIMIT = date(2031, 12, 31)


@pytest.mark.parametrize("example", bundled_dating_words().stamps, ids=lambda example: example.line)
def test_a_stamp_is_read(example: StampExample) -> None:
    stamp = read_stamp(example.line)
    assert stamp is not None
    assert stamp.day == example.day


@pytest.mark.parametrize("line", bundled_dating_words().no_stamps)
def test_a_line_without_stamp_is_left(line: str) -> None:
    assert read_stamp(line) is None


def test_the_day_of_publication_goes_before_that_of_an_update() -> None:
    told = read_told(f"Guns for Togo\nUpdated: 9 March 2031\nPublished: 3 March 2031\n{TEXT}")
    stamp, others = find_stamp(told, LIMIT, None)
    assert stamp is not None
    assert (stamp.day, others) == (date(2031, 3, 3), [])


def test_a_label_may_stand_on_the_line_above_its_day() -> None:
    stamp, _ = find_stamp(read_told(f"{TEXT}\nPublished\nMarch 3, 2031 10:15 am"), LIMIT, None)
    assert stamp is not None
    assert stamp.day == date(2031, 3, 3)


def test_days_alone_count_above_the_text_and_where_they_agree() -> None:
    above = read_told(f"Guns for Togo\nMarch 3, 2031\n{TEXT}")
    below = read_told(f"Guns for Togo\n{TEXT}\nOther guns\nMarch 3, 2031")
    listed = read_told(f"Other guns\nMarch 3, 2031\nMore guns\nMarch 2, 2031\n{TEXT}")
    found = [find_stamp(told, LIMIT, None)[0] for told in (above, below, listed)]
    assert [stamp and stamp.day for stamp in found] == [date(2031, 3, 3), None, None]


def test_two_days_of_publication_are_both_told() -> None:
    told = read_told(f"Published: 3 March 2031\nPosted: 9 March 2031\n{TEXT}")
    stamp, others = find_stamp(told, LIMIT, None)
    assert stamp is not None
    assert (stamp.day, [other.day for other in others]) == (date(2031, 3, 3), [date(2031, 3, 9)])


def test_a_stamp_after_the_page_was_fetched_is_none() -> None:
    told = read_told(f"Published: 3 March 2031\n{TEXT}")
    assert find_stamp(told, date(2031, 3, 2), None) == (None, [])


@pytest.mark.parametrize(
    ("line", "day"), [("3 hours ago", 9), ("Updated 2 days ago", 8), ("a day ago", 9), ("12 hours ago", 9)]
)
def test_hours_ago_are_counted_from_when_the_page_was_fetched(line: str, day: int) -> None:
    told = read_told(f"Guns for Togo\n{line}\n{TEXT}")
    stamp, _ = find_stamp(told, LIMIT, datetime(2031, 3, 10, 2, 0, tzinfo=UTC))
    assert stamp is not None
    assert stamp.day == date(2031, 3, day)
    assert find_stamp(told, LIMIT, None) == (None, [])
