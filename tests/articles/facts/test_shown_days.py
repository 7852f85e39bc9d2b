from __future__ import annotations

from tests.articles.facts.pages import STORY, day_of

TITLE = "<title>Sudmark orders six boats | Harbour Courier</title>"


def test_the_day_beside_the_headline_counts() -> None:
    body = "<p>7 March 2021</p><nav>1 May 2020</nav><h1>Sudmark orders six boats</h1><p>By A. Holm, 3 March 2021</p>"
    assert day_of(TITLE, body + STORY) == ("2021-03-03", "shown")


def test_the_headline_is_found_by_the_title_where_the_only_heading_is_the_outlets() -> None:
    body = "<h1>Courier</h1><p>Friday 5 March 2021</p>" + "<p>Menu</p>" * 8
    body += f"<div>Sudmark orders six boats</div><span>3. März 2021</span>{STORY}"
    assert day_of(TITLE, body, lang="de") == ("2021-03-03", "shown")


def test_a_sentence_that_tells_of_a_day_is_not_the_day() -> None:
    told = "<p>The two countries have not traded since a treaty of 3 March 1994 was broken by the yard, which the "
    told += "ministry of Norland then called a matter of regret for both.</p>"
    assert day_of(TITLE, f"<h1>Sudmark orders six boats</h1>{told}{STORY}") is None


def test_a_long_line_that_opens_with_figures_tells_it() -> None:
    long = (
        "3.3.2021 - Norland will sell six patrol boats to Sudmark, which is the first sale between the two countries "
    )
    assert day_of(TITLE, f"<h1>Sudmark orders six boats</h1><p>{long * 2}</p>") == ("2021-03-03", "shown")


def test_the_only_day_in_short_lines_counts_and_one_of_two_does_not() -> None:
    far = "<p>Menu</p>" * 40
    assert day_of("", f"{STORY}{far}<p>Page of 3 March 2021</p>") == ("2021-03-03", "shown")
    assert day_of("", f"{STORY}{far}<b>Page of 3 March 2021</b><hr><b>Page of 4 May 2021</b>") is None


def test_other_articles_days_do_not_count() -> None:
    body = f'<h1>Sudmark orders six boats</h1><ul class="related-news"><li>3 March 2021</li></ul>{STORY}'
    assert day_of(TITLE, body) is None
