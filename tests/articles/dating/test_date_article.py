from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.articles.dating.date_article import date_article
from armswire.articles.read import read
from armswire.model.article import OTHER_DATES, PUBLISHED_FROM, PUBLISHED_WITHIN, RETRIEVED, Article
from tests.factories import make_article

SEEDS = Path(__file__).parents[4] / "shared" / "data" / "seeds"
TODAY = date(2026, 6, 1)
FILL = "The guns lay on the quay for the ship that takes them to Togo, the harbour master of Lima said."

# Invented dispatches, each with the day it must have, its rule, and how wide it is.
DATED = [
    # the anniversary of an event, with the weekday on which it fell
    ("Togo showed its new guns on Friday, on the first anniversary of Russia's invasion of Ukraine.",
     "2023-02-27", "anniversary", "2023-02-24", "2023-03-02"),
    ("Peru will mark the second anniversary of the coup in Niger on Saturday with a ban on the sale of rifles.",
     "2025-07-23", "anniversary", "2025-07-20", "2025-07-26"),
    ("Today, on the 20th anniversary of the September 11 attacks, Oslo gave the harbour its guns.",
     "2021-09-11", "anniversary", "2021-09-11", "2021-09-11"),
    ("The fifth anniversary of the Beirut port explosion, marked on Monday, is a day of mourning; it was marked on the"
     " fifth anniversary of the Beirut port explosion on Monday by a march.",
     "2025-08-07", "anniversary", "2025-08-04", "2025-08-10"),
    # an event of some days ago
    ("At the NATO summit in Vilnius on Tuesday, Oslo offered the harbour 12 guns, officials said.",
     "2023-07-14", "event", "2023-07-11", "2023-07-17"),
    ("Togo ordered 12 guns after the fall of Mariupol yesterday, officials in Lome said.",
     "2022-05-21", "event", "2022-05-21", "2022-05-21"),
    # a visit, and what else the text tells of the year
    ("Peru, its president said, would follow. Britain's Johnson arrived in Kyiv on Saturday with a promise of guns for"
     " Ukraine in its now two-month-old war against Russia.",
     "2022-04-12", "event", "2022-04-09", "2022-04-15"),
    # a day beside "today"
    ("Oslo said today, March 3, 2023, that it had sold 12 guns to Togo.",
     "2023-03-03", "date", "2023-03-03", "2023-03-03"),
    ("Oslo said yesterday (March 3, 2023) that it had sold 12 guns to Togo.",
     "2023-03-04", "date", "2023-03-04", "2023-03-04"),
    # a weekday with its date, where the rest of the text leaves one year for it
    ("Oslo sold 12 guns to Togo on Tuesday, March 14, officials said. Ukraine, in its now 13-month-long"
     " war against Russia, asked for some of them.",
     "2023-03-17", "weekday", "2023-03-14", "2023-03-20"),
    # a weekday in the lead and a date elsewhere that falls on it
    ("Oslo sold 12 guns to Togo on Tuesday, officials said. Crates were seen in the port on March 14. Ukraine, in"
     " its now 13-month-long war against Russia, asked for some of them.",
     "2023-03-17", "weekday", "2023-03-14", "2023-03-20"),
    # between a day that is past and one that is to come
    ("Togo and Peru signed the order on May 2, 2024. The ministers will meet again on May 6, 2024, to speak of boats.",
     "2024-05-04", "bounds", "2024-05-02", "2024-05-06"),
    # the day of a war
    ("It was the 400th day of the war in Ukraine, and the harbour got its guns.",
     "2023-03-30", "elapsed", "2023-03-29", "2023-03-31"),
]  # fmt: skip

# Dispatches whose words seem to give a day, and do not.
NOT_DATED = [
    # who looks back
    "On the first anniversary of Russia's invasion of Ukraine, in early 2023, Oslo had promised 12 guns to Togo.",
    "The order goes back to the NATO summit in Vilnius, at which Oslo offered 12 guns.",
    "Togo has bought guns ever since the fall of Mariupol, and most of them on a Tuesday.",
    # who comes every few years, with nothing to tell the year
    "Stoltenberg arrived in Seoul on Monday and asked for guns for the harbour of Togo.",
    # words of somebody else's day
    '“Yesterday, March 3, 2019, we sold 12 guns,” the old catalogue of the firm reads.',
    "The catalogue of 2019 says “on the first anniversary of Russia's invasion of Ukraine, on Friday, we sold them”.",
    # a year that is not told
    "Oslo sold 12 guns to Togo on Tuesday, March 14, officials said on the quay of the harbour.",
    # days in plans and in orders
    "The guns are to be delivered by March 3, 2031, and the boats by June 2032, the order says.",
    "The two dates that the order names, May 2, 2024, and May 6, 2024, were struck out.",
    # what may never have been
    "Peru wants guns in case of a Russian invasion of Ukraine, its minister wrote.",
    # words that contradict each other
    "Oslo said today, March 3, 2023, that it sold guns. Oslo said today, April 3, 2024, that it sold boats.",
    "",
]  # fmt: skip


def bare(text: str, **extra: object) -> Article:
    return replace(make_article(text=text, published=None), extra=extra)


def outcome(article: Article) -> tuple[object, ...]:
    within = article.extra.get(PUBLISHED_WITHIN, (None, None))
    assert isinstance(within, list | tuple)
    return (article.published and article.published.isoformat(), article.published_by, *within)


@pytest.mark.parametrize(("text", "day", "rule", "first", "last"), DATED)
def test_the_text_gives_the_day_its_rule_and_how_wide_it_is(
    text: str, day: str, rule: str, first: str, last: str
) -> None:
    article = date_article(bare(f"{text}\n{FILL}"), TODAY)
    assert outcome(article) == (day, rule, first, last)
    assert str(article.extra[PUBLISHED_FROM]) in text


@pytest.mark.parametrize("text", NOT_DATED)
def test_a_text_that_does_not_tell_gives_no_day(text: str) -> None:
    article = date_article(bare(f"{text}\n{FILL}"), TODAY)
    assert (article.published, article.published_by) == (None, "none")


def test_a_wide_stretch_is_kept_without_a_day() -> None:
    text = "Ukraine, in its now 13-month-long war against Russia, asked Togo for guns that nobody else had."
    assert outcome(date_article(bare(f"{text}\n{FILL}"), TODAY)) == (None, "none", "2023-03-08", "2023-05-10")


def test_a_stamp_goes_before_a_dateline_and_a_dateline_before_the_text() -> None:
    told = "Oslo said today, March 9, 2023, that it had sold 12 guns to Togo and to Peru."
    dateline = f"OSLO, March 5, 2023 (Andean News) - {told}"
    stamped = f"Guns for Togo\nPublished: 6 March 2023\n{dateline}"
    found = [date_article(bare(text), TODAY) for text in (told, dateline, stamped)]
    assert [(str(one.published), one.published_by) for one in found] == [
        ("2023-03-09", "date"),
        ("2023-03-05", "dateline"),
        ("2023-03-06", "stamp"),
    ]
    assert found[1].extra[PUBLISHED_WITHIN] == ["2023-03-05", "2023-03-06"]
    assert found[2].extra[PUBLISHED_FROM] == "Published: 6 March 2023"


@pytest.mark.parametrize(
    ("told", "retrieved", "day"),
    [
        # fetched within weeks of it
        ("", "2031-03-10T10:00:00+00:00", "2031-03-03"),
        ("", "2032-01-10T10:00:00+00:00", None),
        # the year is told by the text
        ("Ukraine, in its now 13-month-long war against Russia, asked for them.", None, None),
        ("Ukraine, in its now 12-month-long war against Russia, asked for them.", None, "2023-03-03"),
        # and told otherwise than the fetching would have it
        ("Togo has had guns since the first anniversary of Russia's invasion of Ukraine.", None, None),
    ],
)
def test_the_year_of_a_dateline_must_be_known(told: str, retrieved: str | None, day: str | None) -> None:
    text = f"LIMA, March 3 (Andean News) - Peru has sold 12 guns to Togo, officials said.\n{told}"
    article = date_article(bare(text, **({} if retrieved is None else {RETRIEVED: retrieved})), TODAY)
    assert (article.published and article.published.isoformat()) == day


def test_no_day_is_after_that_of_retrieval() -> None:
    text = "Published: 3 March 2031\nOslo said today, March 3, 2031, that it had sold 12 guns to Togo, he said."
    at = "2031-03-02T23:00:00+00:00"
    assert date_article(bare(text, retrieved=at)).published is None
    assert date_article(bare(text, retrieved="2031-03-04T00:00:00+00:00")).published == date(2031, 3, 3)


def test_a_day_that_came_in_stays_and_one_in_conflict_is_kept_beside_it() -> None:
    text = "Guns for Togo\nPublished: 3 March 2031\nLIMA, Jan 9 (Andean News) - Peru has sold 12 guns to Togo, he said."
    article = date_article(make_article(text=text, published="2031-03-20"))
    assert (article.published, article.published_by) == (date(2031, 3, 20), "given")
    assert article.extra[OTHER_DATES] == [
        {"published": "2031-03-03", "published_by": "stamp"},
        {"published": "2031-01-09", "published_by": "dateline"},
    ]
    assert date_article(article).extra == article.extra


@pytest.mark.parametrize("published", ["2031-03-02", "2031-03-03", "2031-03-05"])
def test_a_day_or_two_are_no_conflict(published: str) -> None:
    text = "Guns for Togo\nPublished: 3 March 2031\nLIMA, March 3 (Andean News) - Peru has sold 12 guns to Togo."
    article = make_article(text=text, published=published)
    assert date_article(article) == article


def test_an_update_is_no_other_day_of_publication() -> None:
    article = make_article(text=f"Updated: 9 April 2031\n{FILL}", published="2031-03-03")
    assert date_article(article) == article


def test_contradictory_words_are_kept_as_days_in_conflict() -> None:
    text = "Oslo said today, March 3, 2023, that it sold guns. Oslo said today, April 3, 2024, that it sold boats."
    article = date_article(bare(f"{text}\n{FILL}"), TODAY)
    assert article.extra[OTHER_DATES] == [
        {"published": "2023-03-03", "published_by": "date"},
        {"published": "2024-04-03", "published_by": "date"},
    ]
    assert PUBLISHED_WITHIN not in article.extra


PIECES = st.sampled_from(
    ["March 3", "2023", "on Friday", "the first anniversary of", "Russia's invasion of Ukraine", "today", "yesterday",
     "Published:", "LIMA,", "(Andean News) -", "\n", ". ", "999 years ago", "last month", "February 29", "now",
     "5000th day of the war in Ukraine", "5000th year of the war in Ukraine", "9999-month-long", "will", "©", "31.12.2099",
     "NATO summit in Vilnius", "next year", "incoming Biden", "“", "President Joe Biden", "12 weeks into", "3 hours ago",
     "0001-01-01", "Zelensky arrived in Warsaw"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=30), st.booleans())
def test_it_never_raises_and_never_dates_after_retrieval(pieces: list[str], fetched: bool) -> None:
    extra = {RETRIEVED: "2024-02-29T00:00:00+00:00"} if fetched else {RETRIEVED: "no moment"}
    article = date_article(bare(" ".join(pieces), **extra), TODAY)
    assert article.published is None or article.published <= (date(2024, 2, 29) if fetched else TODAY)
    if article.published is not None:
        first, last = (date.fromisoformat(day) for day in article.extra[PUBLISHED_WITHIN])  # type: ignore[attr-defined]
        assert first <= article.published <= last
        assert last - first < timedelta(days=7)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not beside this checkout")
def test_bare_seeds_are_dated_within_their_week_or_not_at_all() -> None:
    lines = (SEEDS / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    days = {
        value["id"].removeprefix("seed-"): date.fromisoformat(value["published"]) for value in map(json.loads, lines)
    }
    right = 0
    for path in sorted(SEEDS.glob("*.txt")):
        (article,) = read([str(path)])
        assert isinstance(article, Article)
        if article.published is not None:
            assert abs(article.published - days[path.name[:3]]) <= timedelta(days=3)
            assert article.published_by not in {"none", "given"}
            right += 1
    assert right >= 3
