from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from armswire.articles.decoding import guessed_encoding
from armswire.articles.read import read
from armswire.articles.readers.html import Html
from armswire.model.article import Article

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="{charset}">
<title>Sudmark orders boats | Harbour Courier</title>
<meta property="og:site_name" content="Harbour Courier">
<meta property="article:published_time" content="2021-03-03T10:15:00+00:00">
<link rel="canonical" href="https://harbour.example/boats"></head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Sudmark orders boats</h1>
<p>Sudmark has ordered six patrol boats from a yard in Norland – the largest purchase of its coast guard.</p>
<p>The boats will carry guns of 30 mm and arrive by 2024, a statement from the ministry of defence said.</p>
<p>“A good day,” the minister said at a ceremony attended by workers, deputies and the ambassador.</p></article>
<footer>All rights reserved.</footer></body></html>"""


def read_page(tmp_path: Path, data: bytes) -> Article:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    (article,) = read([str(path)])
    assert isinstance(article, Article), article
    return article


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    article = read_page(tmp_path, PAGE.replace("{charset}", "utf-8").encode())
    assert "ordered six patrol boats from a yard in Norland – the largest" in article.text
    assert "World" not in article.text
    assert (article.title, article.outlet) == ("Sudmark orders boats", "Harbour Courier")
    assert (article.url, article.language) == ("https://harbour.example/boats", "en-gb")
    assert (article.published, article.published_by) == (date(2021, 3, 3), "published_time")
    assert "decoded_as" not in article.extra


def test_the_declared_encoding_is_used_and_recorded(tmp_path: Path) -> None:
    article = read_page(tmp_path, PAGE.replace("{charset}", "windows-1252").encode("cp1252"))
    assert "“A good day,”" in article.text
    assert article.extra == {
        "canonical": "https://harbour.example/boats",
        "decoded_as": "cp1252",
        "declared_as": {"page": "windows-1252"},
    }
    assert guessed_encoding(article) is None


@pytest.mark.parametrize(
    ("declared", "actual"), [("no-such-table", "cp1252"), ("iso-8859-1", "utf-8"), ("utf-8", "cp1252")]
)
def test_a_declaration_that_the_bytes_contradict_is_kept_and_not_believed(
    tmp_path: Path, declared: str, actual: str
) -> None:
    article = read_page(tmp_path, PAGE.replace("{charset}", declared).encode(actual))
    assert "“A good day,”" in article.text
    assert article.extra == {
        "canonical": "https://harbour.example/boats",
        "decoded_as": actual,
        "declared_as": {"page": declared},
    }


def test_a_page_of_xml_declares_its_table_in_its_first_line(tmp_path: Path) -> None:
    words = "Міністерство замовило шість катерів, повідомив речник у понеділок. " * 3
    page = f'<?xml version="1.0" encoding="windows-1251"?><html><body><article><p>{words}</p></article></body></html>'
    article = read_page(tmp_path, page.encode("cp1251"))
    assert article.text.strip() == words.strip()
    assert article.extra["declared_as"] == {"page": "windows-1251"}


def test_control_characters_do_not_cost_the_page(tmp_path: Path) -> None:
    article = read_page(tmp_path, PAGE.replace("{charset}", "utf-8").replace("guns of", "guns\x0bof\x1f").encode())
    assert "six patrol boats" in article.text


def test_a_page_is_recognised_and_a_feed_is_not() -> None:
    assert Html().recognises(b"\xef\xbb\xbf  <!DOCTYPE html><html>")
    assert not Html().recognises(b"<?xml version='1.0'?><rss version='2.0'>")
    assert not Html().recognises(b"Norland sent rifles.")
