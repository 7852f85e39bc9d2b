from __future__ import annotations

import pytest

from tests.articles.facts.pages import STORY, facts_of, json_ld

URL = "https://www.harbour.example/world/boats?from=feed"


def test_a_page_that_says_everything_is_read_whole() -> None:
    facts = facts_of(
        json_ld(
            '{"@type": "NewsArticle", "headline": "Sudmark orders boats", "articleSection": "World",'
            '"author": [{"@type": "Person", "name": "Ana Holm"}, {"@type": "Person", "name": "Bo Reef"}],'
            '"publisher": {"@type": "Organization", "name": "Harbour Courier"}, "description": "Six of them."}'
        )
        + '<link rel="canonical" href="/world/boats">',
        url=URL,
    )
    assert (facts.title, facts.outlet) == ("Sudmark orders boats", "Harbour Courier")
    assert facts.authors == ("Ana Holm", "Bo Reef")
    assert (facts.section, facts.description, facts.language) == ("World", "Six of them.", "en-gb")
    assert facts.canonical == "https://www.harbour.example/world/boats"


def test_a_page_that_says_nothing_has_its_host_for_an_outlet() -> None:
    facts = facts_of(url=URL, lang="")
    assert facts.outlet == "harbour.example"
    assert (facts.title, facts.section, facts.description, facts.language, facts.canonical) == (None,) * 5
    assert facts.authors == ()


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:title" content="Boats ordered - Harbour Courier"><meta property="og:site_name" content="Harbour Courier">',
        "<title>Boats ordered | Harbour Courier</title>",
        "<title>Harbour Courier: Boats ordered</title><h1>Boats ordered</h1>",
        '<meta property="og:title" content="Boats &amp;amp; ordered"><meta name="og:site_name" content="Harbour Courier">',
    ],
)
def test_the_title_is_the_headline_without_the_outlet(head: str) -> None:
    assert (facts_of(head).title or "").replace("& ", "") == "Boats ordered"


def test_a_heading_that_the_title_goes_on_from_is_the_headline() -> None:
    head = '<meta property="og:title" content="Boats ordered: yard full - News from the Sound, every day">'
    assert facts_of(head, f"<h1>Boats ordered: yard full</h1>{STORY}").title == "Boats ordered: yard full"


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        ('<meta name="author" content="By Ana Holm and Bo Reef">', "", ("Ana Holm", "Bo Reef")),
        ('<meta name="byl" content="By Ana Holm; ana@harbour.example">', "", ("Ana Holm",)),
        ('<meta name="author" content="admin">', '<a rel="author">Ana Holm</a>', ("Ana Holm",)),
        ('<meta property="article:author" content="https://social.example/ana">', "", ()),
        ("", '<p class="byline">By Ana van der Holm</p>', ("Ana van der Holm",)),
        ("", '<p class="byline">Share this story with your friends</p>', ()),
        (
            '<meta name="author" content="Harbour Courier"><meta property="og:site_name" content="Harbour Courier">',
            "",
            (),
        ),
        (json_ld('{"@type": "Article", "author": "Ana Holm"}'), "", ("Ana Holm",)),
        (json_ld('{"@type": "Article", "author": {"name": ["Ana Holm", "ana holm", 7]}}'), "", ("Ana Holm",)),
    ],
)
def test_writers_are_named_each_once(head: str, body: str, authors: tuple[str, ...]) -> None:
    assert facts_of(head, body + STORY).authors == authors


@pytest.mark.parametrize(
    ("told", "canonical"),
    [
        ("https://other.example/boats", "https://other.example/boats"),
        ("//harbour.example/boats", "https://harbour.example/boats"),
        ("https://www.harbour.example/", None),
        ("javascript:alert(1)", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_the_canonical_address_is_whole_and_of_a_page(told: str, canonical: str | None) -> None:
    assert facts_of(f'<link rel="canonical" href="{told}">', url=URL).canonical == canonical


def test_og_url_stands_in_for_a_canonical_link() -> None:
    assert facts_of('<meta property="og:url" content="https://h.example/a">').canonical == "https://h.example/a"


def test_the_language_is_what_is_declared_if_it_is_one() -> None:
    assert facts_of('<meta property="og:locale" content="de_AT">', lang="").language == "de-at"
    assert facts_of('<meta property="og:locale" content="en_US">', lang="en").language == "en-us"
    assert facts_of(lang="English please").language is None
