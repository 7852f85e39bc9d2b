from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest

from armswire.articles.read import read
from armswire.articles.reader import Outcome
from armswire.articles.readers.ngec import NgecStories
from armswire.errors import ArticleError
from armswire.model.article import Article

STORY = {
    "id": "20210301-0800-8b13212ac6f6",
    "date": "2021-03-02",
    "event_type": ["AID", "AGREE"],
    "event_mode": ["AID-military"],
    "event_text": "Norland will send six patrol boats to Sudmark, it said.",
    "story_id": "HARB000020210301:1",
    "publisher": "Harbour Courier",
    "headline": "\nBoats for Sudmark\n",
    "pub_date": "2021-03-01",
    "contexts": ["military"],
}


def outcomes(*stories: dict[str, object]) -> list[Outcome]:
    return list(read(["-"], stdin=io.BytesIO(b"".join(json.dumps(one).encode() + b"\n" for one in stories))))


def test_a_story_is_an_article_and_what_was_coded_is_kept() -> None:
    (article,) = outcomes(STORY)
    assert isinstance(article, Article)
    assert (article.id, article.text) == (STORY["id"], STORY["event_text"])
    assert (article.title, article.outlet) == ("Boats for Sudmark", "Harbour Courier")
    assert (article.published, article.published_by) == (date(2021, 3, 1), "given")
    kept = ("date", "event_type", "event_mode", "story_id", "contexts")
    assert article.extra == {key: STORY[key] for key in kept}


def test_the_day_of_a_story_without_one_of_publication_is_its_date() -> None:
    (article,) = outcomes({**STORY, "pub_date": None})
    assert isinstance(article, Article) and article.published == date(2021, 3, 2) and "date" not in article.extra


@pytest.mark.parametrize(
    "split",
    [
        {"id": "s1_AID_military", "event_type": "AID", "event_mode": "military", "orig_id": "s1"},
        {"id": "s1_AID_military", "event_type": "AID", "event_mode": "military"},
        {"id": "s1_AGREE_", "event_type": "AGREE", "event_mode": ""},
    ],
)
def test_a_story_that_was_split_into_events_is_one_article(split: dict[str, object]) -> None:
    (article,) = outcomes({**STORY, **split})
    assert isinstance(article, Article) and article.id == "s1" and "orig_id" not in article.extra


def test_lines_of_other_kinds_among_them_are_read_as_such(tmp_path: Path) -> None:
    own = {"id": "x1", "text": "Two boats.", "event_text": "not the text"}
    path = tmp_path / "stories.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in (STORY, own, {**STORY, "event_text": ""}, {"a": 1})))
    story, ours, empty, nothing = read([str(path)])
    assert isinstance(story, Article) and isinstance(ours, Article)
    assert (ours.text, ours.extra) == ("Two boats.", {"event_text": "not the text"})
    assert isinstance(empty, ArticleError) and "empty" in empty.problem and empty.place.endswith("line 3")
    assert isinstance(nothing, ArticleError) and "neither text nor html" in nothing.problem


def test_only_the_key_tells_a_story() -> None:
    assert not NgecStories().recognises(b'{"text": "event_text"}')
    assert NgecStories().recognises(b'[ {"id": 1, "event_text" : "a"}]')
