from __future__ import annotations

import pytest

from tests.articles.facts.pages import day_of, facts_of, json_ld

DAY = ("2021-03-03", "json_ld")


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "ReportageNewsArticle", "datePublished": "2021-03-03"}',
        '[{"@type": "WebSite"}, {"@type": ["Thing", "Article"], "datePublished": "2021-03-03"}]',
        '{"@graph": [{"@type": "Organization"}, {"@type": "BlogPosting", "datePublished": "2021-03-03"}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "datePublished": "2021-03-03"}}',
        '{"@type": "http://schema.org/NewsArticle", "datePublished": "2021-03-03"}',
        '{"@type": "WebPage", "datePublished": "2021-03-03"}',
        '{"headline": "Boats", "datePublished": "2021-03-03"}',
        # A new line in a string, a comma before a bracket, comments round it, two objects in a row.
        '{"@type": "NewsArticle", "headline": "Boats\nordered", "datePublished": "2021-03-03"}',
        '{"@type": "NewsArticle", "datePublished": "2021-03-03",}',
        '<!-- {"@type": "NewsArticle", "datePublished": "2021-03-03"} -->',
        '{"@type": "WebSite"} {"@type": "NewsArticle", "datePublished": "2021-03-03"};',
        # Cut off, and a quotation mark that nobody escaped.
        '{"@type": "NewsArticle", "datePublished": "2021-03-03", "articleBody": "Norland will',
        '{"@type": "NewsArticle", "headline": "The "Gannet" boats", "datePublished": "2021-03-03"}',
    ],
)
def test_an_article_tells_its_day_however_it_is_wrapped_or_broken(text: str) -> None:
    assert day_of(json_ld(text)) == DAY


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2021-03-03"}]}',
        '{"@type": "NewsArticle", "comment": [{"@type": "Comment", "datePublished": "2021-03-03"}]}',
        '{"@type": "NewsArticle", "datePublished": {"a": [1]}}',
        "[[[[[[]]]]]]",
        "null",
        "",
        "[" * 100_000,
        '{"a":' * 100_000,
    ],
)
def test_what_tells_of_something_else_tells_no_day(text: str) -> None:
    assert day_of(json_ld(text)) is None


def test_an_article_counts_before_the_page_it_stands_on() -> None:
    page = '{"@type": "WebPage", "datePublished": "2020-01-01"}'
    article = '{"@type": "NewsArticle", "datePublished": "2021-03-03"}'
    assert day_of(json_ld(f"[{page}, {article}]")) == DAY


def test_broken_json_still_tells_headline_and_section() -> None:
    text = '{"@type": "NewsArticle", "headline": "Boats \\u2013 at last", "articleSection": "World", "x": "a "b" c"}'
    facts = facts_of(json_ld(text))
    assert (facts.title, facts.section) == ("Boats – at last", "World")
