from __future__ import annotations

import hashlib
import io
import json
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from armswire.articles.json_article import article_from_json
from armswire.articles.read import read
from armswire.articles.reader import MAX_ARTICLE_BYTES
from armswire.errors import ArticleError
from armswire.model.article import Article

GOOD = b'{"text": "Norland sent rifles."}'


def from_lines(tmp_path: Path, data: bytes) -> list[Article | ArticleError]:
    path = tmp_path / "in.jsonl"
    path.write_bytes(data)
    return list(read([str(path)]))


def test_every_key_has_its_place_and_unknown_ones_are_kept(tmp_path: Path) -> None:
    value = {
        "id": "d-7",
        "text": " Norland sent rifles.\r\n",
        "url": "https://harbour.example/7",
        "outlet": "Harbour Courier",
        "title": "Rifles",
        "published": "2021-03-04T23:30:00-05:00",
        "language": "en",
        "desk": ["world", 1],
    }
    line = json.dumps(value).encode()
    (article,) = from_lines(tmp_path, b"\xef\xbb\xbf" + line + b"\r\n")
    assert isinstance(article, Article)
    assert article.text == value["text"]
    assert (article.id, article.url, article.outlet, article.title) == (
        "d-7",
        value["url"],
        "Harbour Courier",
        "Rifles",
    )
    assert (article.published, article.published_by, article.language) == (date(2021, 3, 4), "given", "en")
    assert article.extra == {"desk": ["world", 1]}
    assert article.sha256 == hashlib.sha256(line).hexdigest()
    assert article.place.endswith("in.jsonl, line 1")


def test_an_id_is_derived_from_text_outlet_and_day(tmp_path: Path) -> None:
    variants = [
        {"text": "a"},
        {"text": "b"},
        {"text": "a", "outlet": "Harbour Courier"},
        {"text": "a", "published": "2021-03-04"},
    ]
    data = "\n".join(map(json.dumps, [*variants, {"text": "a", "title": "other", "url": "u"}])).encode()
    ids = [article.id for article in from_lines(tmp_path, data) if isinstance(article, Article)]
    assert len(set(ids)) == 4
    assert ids[0] == ids[4]


def test_html_is_extracted_and_what_is_given_goes_before_what_the_page_says(tmp_path: Path) -> None:
    words = "Norland has agreed to send forty rifles to Sudmark, two officials said in the capital on Monday."
    html = (
        f"<html lang='en'><head><title>Of the page</title></head><body><article><p>{words}</p></article></body></html>"
    )
    (article,) = from_lines(tmp_path, json.dumps({"html": html, "title": "Given"}).encode())
    assert isinstance(article, Article)
    assert words in article.text
    assert (article.title, article.language) == ("Given", "en")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"text": ', "broken JSON at column"),
        (b"[1, 2]", "not a JSON object"),
        (b'"words"', "not a JSON object"),
        (b"null", "not a JSON object"),
        (b"{}", "neither text nor html"),
        (b'{"text": null}', "empty"),
        (b'{"text": 5}', "text is not a string"),
        (b'{"text": ""}', "empty"),
        (b'{"text": " \\n"}', "empty"),
        (b'{"html": 5}', "html is not a string"),
        (b'{"html": "<p>"}', "no article text"),
        (b'{"text": "a", "published": "yesterday"}', "published is not a date"),
        (b'{"text": "a", "published": 1614900000}', "published is not a date"),
        (b'{"text": "a", "published": "2021-02-30"}', "published is not a date"),
        (b'{"text": "a", "outlet": ["x"]}', "outlet is not a string"),
        (b'{"text": "a", "id": {}}', "id cannot be used"),
        (b'{"text": "a", "id": "x\\ny"}', "id cannot be used"),
        (b'{"text": "\xff"}', "invalid UTF-8 at byte 11"),
        (b'{"text": "a\\ud83d"}', "lone surrogate"),
        (b'{"text": "a", "desk": ["\\udc00"]}', "lone surrogate"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b'{"text": "a", "n": NaN}', "NaN"),
        (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "cannot be used"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"text": "' + b"a" * MAX_ARTICLE_BYTES + b'"}', "longer than"),
    ],
)
def test_a_bad_line_has_its_own_message_and_the_next_is_read(tmp_path: Path, line: bytes, problem: str) -> None:
    error, good = from_lines(tmp_path, line + b"\n" + GOOD)
    assert isinstance(error, ArticleError) and isinstance(good, Article)
    assert problem in error.problem
    assert error.place.endswith("in.jsonl, line 1")
    assert error.remedy


def test_a_line_that_is_too_long_is_told_by_how_it_begins(tmp_path: Path) -> None:
    (error,) = from_lines(tmp_path, b'{"id": "minutes", "text": "' + b"a" * MAX_ARTICLE_BYTES + b'"}')
    assert isinstance(error, ArticleError)
    assert isinstance(error.value, bytes)
    assert error.value.startswith(b'{"id": "minutes"')
    assert len(error.message) < 300


def test_null_is_named(tmp_path: Path) -> None:
    (error,) = from_lines(tmp_path, b"null")
    assert isinstance(error, ArticleError)
    assert "null" in error.message


def test_a_broken_file_of_one_value_is_mended_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_text('{"text": "a",\n "id": }', encoding="utf-8")
    (error,) = read([str(path)])
    assert isinstance(error, ArticleError)
    assert "line 2, column 8" in error.problem
    assert "Mend it there" in error.remedy


def test_the_message_of_a_bad_date_names_the_value(tmp_path: Path) -> None:
    (error,) = from_lines(tmp_path, b'{"text": "a", "published": "yesterday"}')
    assert isinstance(error, ArticleError)
    assert "yesterday" in error.message and "2023-02-27" in error.message


@pytest.mark.parametrize("published", ["", None])
def test_no_date_is_no_error(tmp_path: Path, published: str | None) -> None:
    (article,) = from_lines(tmp_path, json.dumps({"text": "a", "published": published}).encode())
    assert isinstance(article, Article)
    assert (article.published, article.published_by) == (None, "none")


def test_a_json_file_may_hold_one_object_a_list_or_lines(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    for data, expected in (
        ('{\n "text": "one"\n}', ["one"]),
        ('[{"text": "one"},\n {"text": "two"}]', ["one", "two"]),
        ('{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
    ):
        path.write_text(data)
        assert [article.text for article in read([str(path)]) if isinstance(article, Article)] == expected


def test_a_bad_item_of_a_list_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_text('[{"text": "one"}, 7]')
    _, error = read([str(path)])
    assert isinstance(error, ArticleError)
    assert error.place.endswith("item 2")


class _EndlessLine(io.RawIOBase):
    """300 MB of one line, made as it is asked for."""

    def __init__(self) -> None:
        self.left = 300_000_000

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the buffer is one
        size = min(len(buffer), self.left)
        buffer[:size] = (b'{"text":' + b"a" * size)[:size] if self.left == 300_000_000 else b"a" * size
        self.left -= size
        return size


def test_an_endless_line_is_never_held() -> None:
    tracemalloc.start()
    (error,) = read(["-"], stdin=io.BufferedReader(_EndlessLine()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(error, ArticleError)
    assert peak < 5 * MAX_ARTICLE_BYTES + 60_000_000


def test_the_day_of_a_page_that_speaks_against_the_given_one_is_kept() -> None:
    words = "Norland has sent four boats to Sudmark, the ministry of defence of Norland said on Monday."
    head = '<meta property="article:published_time" content="2021-03-05"><meta name="author" content="Ana Holm">'
    page = {"html": f"<html><head>{head}</head><body><article><p>{words}</p></article></body></html>"}
    given = article_from_json({**page, "published": "2021-03-01"}, sha256="", place="x")
    assert (given.published, given.published_by) == (date(2021, 3, 1), "given")
    assert given.extra["other_dates"] == [{"published": "2021-03-05", "published_by": "published_time"}]
    assert given.extra["authors"] == ["Ana Holm"]
    fetched = article_from_json({**page, "retrieved": "2021-03-04T10:00:00Z"}, sha256="", place="x")
    assert (fetched.published, fetched.extra["retrieved"]) == (None, "2021-03-04T10:00:00Z")
