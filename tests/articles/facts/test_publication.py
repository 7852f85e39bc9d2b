from __future__ import annotations

from datetime import date

import pytest

from tests.articles.facts.pages import STORY, day_of, facts_of, json_ld

LINKED = json_ld('{"@type": "NewsArticle", "headline": "Boats", "datePublished": "2021-03-03T23:30:00+09:00"}')
META = '<meta property="article:published_time" content="2021-03-05T08:00:00+01:00">'
TIME = f"<article><h1>Boats ordered</h1><time datetime='2021-03-08'>8 March</time>{STORY}</article>"
URL = "https://harbour.example/2021/03/10/boats"


def test_rules_are_asked_in_their_order() -> None:
    assert day_of(LINKED + META, TIME, url=URL) == ("2021-03-03", "json_ld")
    assert day_of(META, TIME, url=URL) == ("2021-03-05", "published_time")
    assert day_of("", TIME, url=URL) == ("2021-03-08", "time")
    shown = f"<h1>Boats ordered</h1><p>12 March 2021</p>{STORY}"
    assert day_of("", shown, url=URL) == ("2021-03-10", "address")
    assert day_of("", shown) == ("2021-03-12", "shown")
    assert day_of() is None


def test_the_day_is_the_writers_own_whatever_day_it_is_in_utc() -> None:
    assert day_of('<meta name="pubdate" content="2021-03-03T00:30:00+09:00">') == ("2021-03-03", "published_time")


def test_of_a_day_in_utc_and_the_one_beside_it_the_writers_counts() -> None:
    linked = json_ld('{"@type": "NewsArticle", "datePublished": "2021-03-11T02:10:00Z"}')
    facts = facts_of(linked, url=URL)
    assert facts.publication.told is not None
    assert (facts.published, facts.publication.told.by) == (date(2021, 3, 10), "address")
    assert facts.publication.others == ()


def test_two_days_in_conflict_are_both_kept() -> None:
    others = facts_of(LINKED + META, TIME, url=URL).publication.others
    assert [(other.day.isoformat(), other.by) for other in others] == [
        ("2021-03-05", "published_time"),
        ("2021-03-08", "time"),
        ("2021-03-10", "address"),
    ]


def test_days_of_neighbouring_time_zones_are_no_conflict() -> None:
    meta = '<meta property="article:published_time" content="2021-03-04T08:00:00Z">'
    assert facts_of(LINKED + meta).publication.others == ()


def test_a_day_of_change_is_no_day_of_publication() -> None:
    linked = json_ld('{"@type": "NewsArticle", "dateModified": "2021-03-03"}')
    meta = (
        '<meta property="article:modified_time" content="2021-03-05"><meta property="og:updated_time" content="2021">'
    )
    body = f'<time class="updated" datetime="2021-03-06">6 March</time>{STORY}'
    assert day_of(linked + meta, body) is None


@pytest.mark.parametrize(
    ("told", "retrieved", "day"),
    [
        ("2021-03-05", "2021-03-05T08:00:00+00:00", "2021-03-05"),
        ("2021-03-06", "2021-03-05T08:00:00+00:00", None),
        ("2021-03-05T09:00:00Z", "2021-03-05T08:00:00+00:00", "2021-03-05"),
        # Tokyo is a day ahead: it came out an hour before it was fetched.
        ("2021-03-06T07:00:00+09:00", "2021-03-05T23:00:00+00:00", "2021-03-06"),
        ("2021-03-06T09:00:00+09:00", "2021-03-05T23:00:00+00:00", None),
        ("2999-01-01", None, None),
    ],
)
def test_nothing_is_published_after_it_was_retrieved(told: str, retrieved: str | None, day: str | None) -> None:
    found = day_of(f'<meta property="article:published_time" content="{told}">', retrieved=retrieved)
    assert found == (None if day is None else (day, "published_time"))


def test_a_rule_that_tells_a_day_to_come_leaves_it_to_the_next() -> None:
    meta = '<meta property="article:published_time" content="2031-01-01">'
    assert day_of(meta, TIME, retrieved="2022-01-01T00:00:00+00:00") == ("2021-03-08", "time")


@pytest.mark.parametrize("nothing", ["1970-01-01T00:00:00Z", "0001-01-01", "0000-00-00", "1900-01-01", "today", ""])
def test_what_programs_write_for_nothing_is_no_day(nothing: str) -> None:
    assert day_of(f'<meta property="article:published_time" content="{nothing}">') is None


def test_the_first_meta_element_in_the_order_of_trust_counts() -> None:
    meta = '<meta name="date" content="2021-02-01"><meta name="DC.date.issued" content="2021-02-02">'
    assert day_of(meta) == ("2021-02-02", "published_time")
    assert day_of('<meta name="date" content="2021-02-01">') == ("2021-02-01", "published_time")


def test_marked_up_words_tell_the_day_but_not_in_the_margin() -> None:
    marked = '<span itemprop="datePublished" content="2021-03-02">yesterday</span>'
    assert day_of("", marked + STORY) == ("2021-03-02", "published_time")
    assert day_of("", f"<aside>{marked}</aside>{STORY}") is None


def test_data_in_scripts_tell_the_day_where_they_tell_one() -> None:
    data = """<script>window.page = {"cmsPublishingDate": "2021-03-04", lastPublishedDate: "2021-03-07",
    "article": {"publishDate": "2021-03-04T10:15:00+01:00"}}</script>"""
    assert day_of(data) == ("2021-03-04", "script_data")
    assert day_of(data + '<script>var next = {"publishDate": "2021-03-01"}</script>') is None
