from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from armswire.articles.read import read
from armswire.articles.reader import Outcome
from armswire.errors import ArticleError
from armswire.model.article import KEPT, RETRIEVED, Article
from tests.articles.archived import STORY, Archive

HTML = ("Content-Type", "text/html")
BOTH = pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])


def outcomes(tmp_path: Path, data: bytes, name: str) -> list[Outcome]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(read([str(path)]))


def name_of(packed: bool) -> str:
    return "news.warc.gz" if packed else "news.warc"


def stories(packed: bool, count: int = 4) -> Archive:
    archive = Archive(packed)
    for number in range(count):
        archive.add_story(number)
    return archive


@BOTH
def test_a_page_gives_its_article_where_and_when_it_was_asked_for(tmp_path: Path, packed: bool) -> None:
    (article,) = outcomes(tmp_path, stories(packed, 1).data, name_of(packed))
    assert isinstance(article, Article)
    assert "Boat number 0 carries a gun of 30 mm" in article.text and "Home" not in article.text
    assert (article.url, article.title) == ("https://harbour.example/0", "Boat 0")
    assert article.extra[RETRIEVED] == "2021-03-02T08:00:00Z"
    kept = article.extra[KEPT]
    assert isinstance(kept, dict) and kept["file"] == name_of(packed) and kept["record"].startswith("<urn:uuid:")
    assert article.place.endswith(f"{name_of(packed)}, byte 0")


@BOTH
def test_only_pages_that_were_answered_are_articles(tmp_path: Path, packed: bool) -> None:
    archive = Archive(packed).add("https://a.example/", b"User-Agent: x", kind="request")
    page = STORY.format(title="a", number=1).encode()
    archive.add("https://a.example/404", page, HTML, status="404 Not Found")
    archive.add("https://a.example/old", b"", ("Location", "/new"), status="301 Moved")
    archive.add("https://a.example/p.png", b"\x89PNG" * 100, ("Content-Type", "image/png"))
    archive.add_story(1)
    (article,) = outcomes(tmp_path, archive.data, name_of(packed))
    assert isinstance(article, Article) and article.url == "https://harbour.example/1"
    archive = Archive(packed).add("https://a.example/404", page, HTML, status="404 Not Found")
    (error,) = outcomes(tmp_path, archive.data, name_of(packed))
    assert isinstance(error, ArticleError) and "no page among its 1 records" in error.problem


@BOTH
def test_answers_are_unchunked_and_unpacked(tmp_path: Path, packed: bool) -> None:
    page = STORY.format(title="Boat", number=7).replace("30 mm", "30 mm – a first").encode("cp1252")
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(page), page)
    archive = Archive(packed)
    typed = ("Content-Type", "text/html; charset=windows-1252")
    archive.add("https://a.example/1", chunks, typed, ("Transfer-Encoding", "chunked"))
    archive.add("https://a.example/2", gzip.compress(page), typed, ("Content-Encoding", "gzip"))
    both = gzip.compress(page)
    both = b"%x\r\n%b\r\n0\r\n\r\n" % (len(both), both)
    archive.add("https://a.example/3", both, typed, ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"))
    found = outcomes(tmp_path, archive.data, name_of(packed))
    assert len(found) == 3
    for article in found:
        assert isinstance(article, Article) and "30 mm – a first" in article.text
        assert article.extra["declared_as"] == {"server": "windows-1252"}


@BOTH
@pytest.mark.parametrize("damage", ["cut", "flipped", "magic"])
def test_a_damaged_record_costs_no_other(tmp_path: Path, packed: bool, damage: str) -> None:
    archive = stories(packed)
    data, start = bytearray(archive.data), archive.offsets[1]
    middle = (start + archive.offsets[2]) // 2
    if damage == "cut":
        del data[middle : middle + 30]
    elif damage == "flipped":
        data[middle] ^= 0x55
    else:
        data[start : start + 4] = b"XXXX"
    first, error, third, fourth = outcomes(tmp_path, bytes(data), name_of(packed))
    assert isinstance(error, ArticleError) and error.problem.startswith("damaged")
    again = archive.offsets[2] - (30 if damage == "cut" else 0)
    assert f"read again from byte {again}" in error.problem
    assert error.place.endswith(f"byte {again if damage == 'magic' else start}")
    assert [a.url[-1] for a in (first, third, fourth) if isinstance(a, Article) and a.url] == ["0", "2", "3"]


@BOTH
def test_an_archive_that_breaks_off_is_told(tmp_path: Path, packed: bool) -> None:
    archive = stories(packed)
    found = outcomes(tmp_path, archive.data[:-100], name_of(packed))
    assert [type(outcome) for outcome in found] == [Article, Article, Article, ArticleError]
    assert isinstance(found[3], ArticleError) and "nothing after it" in found[3].problem
    assert found[3].place.endswith(f"byte {archive.offsets[3]}")


def test_broken_and_bloated_answers_are_named_by_their_address(tmp_path: Path) -> None:
    archive = Archive(packed=False)
    archive.add("https://a.example/1", b"no chunk", HTML, ("Transfer-Encoding", "chunked"))
    archive.add("https://a.example/2", gzip.compress(b"<p>" + bytes(50_000_000)), HTML, ("Content-Encoding", "gzip"))
    archive.add("https://a.example/3", b"<html><body><nav>Home</nav></body></html>", HTML)
    archive.add_story(4)
    *errors, article = outcomes(tmp_path, archive.data, "news.warc")
    problems = [(error.value, error.problem) for error in errors if isinstance(error, ArticleError)]
    assert [value for value, _ in problems] == [f"https://a.example/{n}" for n in (1, 2, 3)]
    assert "broken answer" in problems[0][1] and "larger than" in problems[1][1] and "no article" in problems[2][1]
    assert isinstance(article, Article)


def test_what_claims_to_be_endless_is_passed_over_at_once(tmp_path: Path) -> None:
    data = stories(packed=False, count=2).data
    at = data.index(b"Content-Length: ") + 16
    length = data[at : data.index(b"\r\n", at)]
    error, article = outcomes(tmp_path, data.replace(length, b"99999999999999", 1), "news.warc")
    assert isinstance(error, ArticleError) and isinstance(article, Article)


def test_an_archive_is_told_by_its_content_and_read_from_standard_input(tmp_path: Path) -> None:
    for packed in (False, True):
        assert len(outcomes(tmp_path, stories(packed).data, "news")) == 4
        assert len(list(read(["-"], stdin=io.BytesIO(stories(packed).data)))) == 4
    (error,) = outcomes(tmp_path, b"Norland sent boats.", "news.warc")
    assert isinstance(error, ArticleError) and "not a WARC" in error.problem


def test_a_page_is_not_published_after_it_was_archived(tmp_path: Path) -> None:
    days = {"2021-03-01": "2021-03-01", "2021-03-03": None}
    archive = Archive(packed=False)
    for day in days:
        page = STORY.format(title="Boat", number=1).replace("<h1>", f"<time datetime='{day}'></time><h1>")
        archive.add(f"https://harbour.example/{day}", page.encode(), HTML)
    for article, day in zip(outcomes(tmp_path, archive.data, "news.warc"), days.values(), strict=True):
        assert isinstance(article, Article)
        assert (article.published and article.published.isoformat()) == day
