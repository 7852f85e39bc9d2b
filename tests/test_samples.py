"""The bundled dispatches are whole, readable, and marked as invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from armswire.articles.read import read
from armswire.model.article import Article
from armswire.samples import DISPATCHES

LINES = [json.loads(line) for line in DISPATCHES.read_text(encoding="utf-8").splitlines()]


def test_there_are_enough_and_each_has_its_own_id() -> None:
    assert len(LINES) >= 16
    assert len({line["id"] for line in LINES}) == len(LINES)


@pytest.mark.parametrize("line", LINES, ids=[line["id"] for line in LINES])
def test_each_is_marked_as_a_sample_and_complete(line: dict[str, object]) -> None:
    assert line["sample"] is True
    assert all(line[key] for key in ("outlet", "title", "published", "text"))
    assert line["url"] is None  # an invented dispatch has no address


def test_all_are_read_as_articles_and_keep_their_mark() -> None:
    articles = list(read([str(DISPATCHES)]))
    assert [article.id for article in articles if isinstance(article, Article)] == [line["id"] for line in LINES]
    assert all(isinstance(article, Article) and article.extra["sample"] is True for article in articles)


def test_the_folder_says_that_they_are_invented() -> None:
    assert "invented" in Path(DISPATCHES).with_name("README.md").read_text(encoding="utf-8")
