from __future__ import annotations

from tests.articles.facts.pages import STORY, day_of

HEADLINE = "<h1>Sudmark orders boats</h1>"
OWN = '<time datetime="2021-03-03T10:00:00+01:00">Wednesday</time>'
OTHER = '<time datetime="2020-12-24">24 December</time>'


def test_the_time_below_the_headline_counts_before_one_above_it() -> None:
    assert day_of("", f"<div>{OTHER}</div>{HEADLINE}{OWN}{STORY}") == ("2021-03-03", "time")
    assert day_of("", f"{OWN}{HEADLINE}{STORY}") == ("2021-03-03", "time")


def test_a_time_of_publication_counts_first() -> None:
    published = '<time pubdate datetime="2021-03-02">2 March</time>'
    assert day_of("", f"{HEADLINE}{OWN}{published}{STORY}") == ("2021-03-02", "time")


def test_times_of_side_bars_and_other_articles_do_not_count() -> None:
    for opening in ('<ul id="related">', "<aside>", "<nav>", '<div class="MostRead">', '<div class="breaking-news">'):
        assert day_of("", f"{HEADLINE}{opening}{OTHER}</div></ul></aside></nav>{STORY}") is None, opening


def test_the_first_comment_tells_the_day_where_nothing_else_does() -> None:
    later = OTHER.replace("2020-12-24", "2020-12-29")
    comments = f'<div class="user-comments"><p>{OTHER}</p><p>{later}</p></div>'
    assert day_of("", HEADLINE + STORY + comments) == ("2020-12-24", "shown")
    assert day_of("", HEADLINE + OWN + STORY + comments) == ("2021-03-03", "time")


def test_the_words_of_a_time_are_read_where_it_has_no_attribute() -> None:
    assert day_of("", f"{HEADLINE}<time>3 March 2021, 10:15</time>{STORY}") == ("2021-03-03", "time")
    assert day_of("", f"{HEADLINE}<time>10:15</time>{STORY}") is None
