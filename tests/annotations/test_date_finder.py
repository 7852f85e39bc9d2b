"""Dates: what a phrase means in an article of Monday, 27 February 2023."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.annotations.date_finder import find_dates, resolve_future
from armswire.lexicon.numbers import load_numbers

NUMBERS = load_numbers()
PUBLISHED = date(2023, 2, 27)

READ = [
    # text, words, start, end
    ("It said last week", "last week", "2023-02-20", "2023-02-26"),
    ("It came in November", "November", "2022-11-01", "2022-11-30"),
    ("It came in February", "February", "2023-02-01", "2023-02-28"),
    ("It came in April last year", "April last year", "2022-04-01", "2022-04-30"),
    ("It said Monday", "Monday", "2023-02-27", "2023-02-27"),
    ("It said on Friday", "Friday", "2023-02-24", "2023-02-24"),
    ("It said on Tuesday morning", "Tuesday morning", "2023-02-21", "2023-02-21"),
    ("It meets next Monday", "next Monday", "2023-03-06", "2023-03-06"),
    ("It met last Monday", "last Monday", "2023-02-20", "2023-02-20"),
    ("It meets this Friday", "this Friday", "2023-03-03", "2023-03-03"),
    ("It met on Friday of last week", "Friday of last week", "2023-02-24", "2023-02-24"),
    ("It met yesterday", "yesterday", "2023-02-26", "2023-02-26"),
    ("It met today", "today", "2023-02-27", "2023-02-27"),
    ("It meets tomorrow", "tomorrow", "2023-02-28", "2023-02-28"),
    ("It met this week", "this week", "2023-02-27", "2023-03-05"),
    ("It met this month", "this month", "2023-02-01", "2023-02-28"),
    ("It met this year", "this year", "2023-01-01", "2023-12-31"),
    ("It met last month", "last month", "2023-01-01", "2023-01-31"),
    ("It meets next year", "next year", "2024-01-01", "2024-12-31"),
    ("It met earlier this month", "earlier this month", "2023-02-01", "2023-02-27"),
    ("It meets later this year", "later this year", "2023-02-27", "2023-12-31"),
    ("It met two weeks ago", "two weeks ago", "2023-02-13", "2023-02-19"),
    ("It met three days ago", "three days ago", "2023-02-24", "2023-02-24"),
    ("It met a year ago", "a year ago", "2022-01-01", "2022-12-31"),
    ("It meets in the coming weeks", "in the coming weeks", "2023-02-27", "2023-04-10"),
    ("It meets within days", "within days", "2023-02-27", "2023-03-06"),
    ("It meets within two weeks", "within two weeks", "2023-02-27", "2023-03-13"),
    ("It met in the past 24 hours", "in the past 24 hours", "2023-02-26", "2023-02-27"),
    ("It met over the past two years", "over the past two years", "2021-02-27", "2023-02-27"),
    ("It ends by the end of the year", "by the end of the year", "2023-02-27", "2023-12-31"),
    ("It ends by June", "by June", "2023-02-27", "2023-06-30"),
    ("It ends before 2025", "before 2025", "2023-02-27", "2024-12-31"),
    ("It fell in the first quarter of 2022", "the first quarter of 2022", "2022-01-01", "2022-03-31"),
    ("It fell in Q3 2022", "Q3 2022", "2022-07-01", "2022-09-30"),
    ("It starts in the second half of this year", "the second half of this year", "2023-07-01", "2023-12-31"),
    ("It fell late last year", "late last year", "2022-09-01", "2022-12-31"),
    ("It fell at the end of last year", "the end of last year", "2022-12-01", "2022-12-31"),
    ("It fell early this month", "early this month", "2023-02-01", "2023-02-10"),
    ("It fell in mid-January", "mid-January", "2023-01-11", "2023-01-20"),
    ("It fell in early March 2022", "early March 2022", "2022-03-01", "2022-03-10"),
    ("It fell on February 24", "February 24", "2023-02-24", "2023-02-24"),
    ("It fell on 24 February", "24 February", "2023-02-24", "2023-02-24"),
    ("It fell on 24 February 2022", "24 February 2022", "2022-02-24", "2022-02-24"),
    ("It fell on the 24th of February", "24th of February", "2023-02-24", "2023-02-24"),
    ("It fell on Friday, Nov. 4, 2022", "Friday, Nov. 4, 2022", "2022-11-04", "2022-11-04"),
    ("It fell on Nov. 3", "Nov. 3", "2022-11-03", "2022-11-03"),
    ("It fell on 8 April", "8 April", "2022-04-08", "2022-04-08"),
    ("It fell on 3-5 March", "3-5 March", "2022-03-03", "2022-03-05"),
    ("It fell on February 29", "February 29", "2020-02-29", "2020-02-29"),
    ("It fell on 2022-02-24", "2022-02-24", "2022-02-24", "2022-02-24"),
    ("It fell on 12.05.2022", "12.05.2022", "2022-05-12", "2022-05-12"),
    ("It fell on 25/12/2021", "25/12/2021", "2021-12-25", "2021-12-25"),
    ("It has met since January 29", "since January 29", "2023-01-29", "2023-02-27"),
    ("It has met since Korvia's January 29 raid", "since Korvia's January 29", "2023-01-29", "2023-02-27"),
    ("It has met since the raids began in March 2022", "since the raids began in March 2022", "2022-03-01", "2023-02-27"),
    ("It has met since 2014", "since 2014", "2014-01-01", "2023-02-27"),
    ("It fell in 2019", "2019", "2019-01-01", "2019-12-31"),
    ("It fell in the summer of 2021", "the summer of 2021", "2021-06-01", "2021-08-31"),
    ("It fell last summer", "last summer", "2022-06-01", "2022-08-31"),
    ("It fell in the spring", "the spring", "2022-03-01", "2022-05-31"),
    ("It starts in early 2024", "early 2024", "2024-01-01", "2024-04-30"),
    ("It fell in the 1990s", "the 1990s", "1990-01-01", "1999-12-31"),
    ("It fell between March and May", "between March and May", "2022-03-01", "2022-05-31"),
    ("It ran from 2014 to 2018", "from 2014 to 2018", "2014-01-01", "2018-12-31"),
    ("It ran 2014-2018", "2014-2018", "2014-01-01", "2018-12-31"),
    ("It ran from November to January 2023", "from November to January 2023", "2022-11-01", "2023-01-31"),
    ("It ran from December 5 to January 10", "from December 5 to January 10", "2022-12-05", "2023-01-10"),
    ("It came last November", "last November", "2022-11-01", "2022-11-30"),
    ("It comes next November", "next November", "2023-11-01", "2023-11-30"),
    ("It fell over the weekend", "the weekend", "2023-02-25", "2023-02-26"),
    ("It came in May", "May", "2022-05-01", "2022-05-31"),
    ("The March deal", "March", "2022-03-01", "2022-03-31"),
    ("November's deal", "November", "2022-11-01", "2022-11-30"),
]  # fmt: skip

LEFT_ALONE = [
    "It may send tanks.",
    "May sent guns.",
    "They march on.",
    "Theresa May said so",
    "April Jones spoke",
    "The Sunday Times said",
    "on Black Friday",
    "for the first time in two months",
    "the fall of Karsk",
    "in 2000 metres",
    "on 2022-02-31",
    "on 04/05/2022",
    "a second tank",
    "12,345",
    "3 per day",
]


@pytest.mark.parametrize(("text", "words", "start", "end"), READ)
def test_reads(text: str, words: str, start: str, end: str) -> None:
    (mention,) = find_dates(text, PUBLISHED, NUMBERS)
    assert mention.span.of(text) == words
    assert (mention.date.start.isoformat(), mention.date.end.isoformat()) == (start, end)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_leaves_alone(text: str) -> None:
    assert find_dates(text, PUBLISHED, NUMBERS) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("in June", "2023-06-01", "2023-06-30"),
        ("in February", "2023-02-01", "2023-02-28"),
        ("on Friday", "2023-03-03", "2023-03-03"),
        ("on Monday", "2023-02-27", "2023-02-27"),
        ("on April 8", "2023-04-08", "2023-04-08"),
        ("on February 29", "2024-02-29", "2024-02-29"),
        ("in the spring", "2023-03-01", "2023-05-31"),
        ("last week", "2023-02-20", "2023-02-26"),
        ("last Monday", "2023-02-20", "2023-02-20"),
        ("in 2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_future_reading(text: str, start: str, end: str) -> None:
    (mention,) = find_dates(text, PUBLISHED, NUMBERS)
    dates = resolve_future(mention, PUBLISHED).date
    assert (dates.start.isoformat(), dates.end.isoformat()) == (start, end)


def test_february_ends_with_its_leap_day_in_the_future_reading() -> None:
    (mention,) = find_dates("in February", date(2023, 1, 5), NUMBERS)
    assert mention.date.end == date(2022, 2, 28)
    assert resolve_future(mention, date(2023, 3, 5)).date.end == date(2024, 2, 29)


def test_without_a_day_of_publication_only_what_is_absolute() -> None:
    text = "It came last week, on Friday, in May, on 24 February 2022, in March 2021 and in 2019."
    found = find_dates(text, None, NUMBERS)
    assert [m.span.of(text) for m in found] == ["24 February 2022", "March 2021", "2019"]


words = st.sampled_from(
    ["last", "next", "week", "Monday", "May", "March", "in", "since", "by", "the", "end", "of", "24", "2022", "31", "and",
     "from", "to", "-", "early", "mid-", "year", "two", "weeks", "ago", "first", "quarter", "summer", "1990s", ",", "before"]
)  # fmt: skip


@given(
    st.one_of(st.text(max_size=60), st.lists(words, max_size=14).map(" ".join)),
    st.dates(),
)
@settings(max_examples=300, deadline=None)
def test_mentions_are_ordered_and_well_formed(text: str, published: date) -> None:
    found = find_dates(text, published, NUMBERS)
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.date.start <= mention.date.end
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_written_days_come_back(day: date) -> None:
    month = NUMBERS.words.months[day.month - 1].name
    for text in (f"on {day.isoformat()}", f"on {day.day} {month} {day.year}", f"on {month} {day.day}, {day.year}"):
        (mention,) = find_dates(text, None, NUMBERS)
        assert (mention.date.start, mention.date.end) == (day, day)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)), st.sampled_from(NUMBERS.words.weekdays))
def test_a_weekday_is_the_most_recent_one(published: date, weekday: object) -> None:
    name = weekday.name  # type: ignore[attr-defined]
    (mention,) = find_dates(f"said on {name}", published, NUMBERS)
    assert mention.date.start.strftime("%A") == name
    assert 0 <= (published - mention.date.start).days < 7


@pytest.mark.parametrize(
    "piece", ["1", " ", "March ", "the end of ", "since ", "in the past ", "1-", "Monday ", "2022-"]
)
def test_hostile_text_costs_its_length(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    start = time.process_time()
    find_dates(text, PUBLISHED, NUMBERS)
    assert time.process_time() - start < 30
