from __future__ import annotations

import pytest

from armswire.articles.feeds.markup import strip_markup


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Norland &amp; Sudmark", "Norland & Sudmark"),
        ("<p>One <b>bold</b> word.</p><p>Two<br>lines</p>tail", "One bold word.\nTwo\nlines\ntail"),
        ("a < b > c", "a < b > c"),
        ("<script>alert(1)</script>Words<style>p{}</style>.", "Words."),
        ("<!-- hidden -->Shown", "Shown"),
        ("", ""),
        ("<", "<"),
        ("<p>a<p", "a"),
    ],
)
def test_only_words_are_left(html: str, text: str) -> None:
    assert strip_markup(html) == text


def test_deep_nesting_is_no_trouble() -> None:
    assert isinstance(strip_markup("<div><b>" * 20_000 + "end"), str)
