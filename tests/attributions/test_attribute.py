"""Attributions of whole articles, in the text as it came in."""

from __future__ import annotations

import pytest
from factories import make_article

from armswire.errors import ArticleError
from armswire.pipeline import Reader, attribute_articles

MESSY = (
    "Sign up for our newsletter\n\n"
    "The coast guard  said on Friday that the patrol boats had been paid for.\n\n"
    "Advertisement\n\n"
    "â€œThey are ours,â€\x9d its chief told the Harbour Courier."
)


@pytest.mark.parametrize("method", ["network", "rules"])
def test_spans_count_in_the_text_as_it_came_in(method: str) -> None:
    found = Reader(attributions=method).attribute(make_article(text=MESSY))
    words = [[" ".join(span.of(MESSY).split()) for span in one.content] for one in found]
    assert any("the patrol boats had been paid for" in part for parts in words for part in parts), words


def test_an_article_about_anything_is_attributed() -> None:
    text = "The baker said on Monday that the price of rye bread would rise."
    [found] = Reader().attribute(make_article(text=text))
    assert [span.of(text) for span in found.source] == ["The baker"]


def test_one_bad_article_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader()
    attribute = reader.attribute

    def fail_on_two(article: object) -> object:
        if article.id == "two":  # type: ignore[attr-defined]
            raise RuntimeError("a fault")
        return attribute(article)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "attribute", fail_on_two)
    incoming = [
        make_article("one"),
        make_article("two"),
        ArticleError("unreadable", place="three"),
        make_article("four"),
    ]
    found = list(attribute_articles(reader, incoming))
    assert [(one.id, one.error is None) for one in found] == [
        ("one", True), ("two", False), (None, False), ("four", True),
    ]  # fmt: skip


def test_the_way_of_attributing_is_part_of_the_readers_version() -> None:
    assert Reader().version != Reader(attributions="rules").version
