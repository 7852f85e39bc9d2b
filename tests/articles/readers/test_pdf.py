from __future__ import annotations

import gzip
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from armswire.articles.pdf.paper import MAX_PAGES
from armswire.articles.read import read
from armswire.articles.reader import Outcome
from armswire.articles.readers.pdf import MAX_PDF_BYTES
from armswire.errors import ArticleError
from armswire.model.article import Article
from tests.articles.papers import RELEASE, paper

TOLD = {"/Title": "Microsoft Word - Patrol boats for Sudmark", "/CreationDate": "D:20210301080000+01'00'"}


def outcome(data: bytes, name: str = "release.pdf") -> Outcome:
    (found,) = read(["-"], stdin=io.BytesIO(data))
    return found


def article(data: bytes) -> Article:
    found = outcome(data)
    assert isinstance(found, Article), found
    return found


def test_a_release_is_read_with_its_own_title_and_day() -> None:
    found = article(paper(told=TOLD))
    assert found.text.splitlines()[0] == found.title == "Patrol boats for Sudmark"
    assert "deliver the ammunition with the last of them.\nThe price" in found.text
    assert found.text.endswith("and would be signed before the summer. An anti-aircraft gun is no part of it.")
    assert (found.published, found.published_by) == (date(2021, 3, 1), "document")


@pytest.mark.parametrize(
    "told",
    [
        {"/Title": "form_v3_final.docx", "/CreationDate": "D:20190301"},
        {"/Title": "Press release template of the ministry", "/CreationDate": "D:29990101"},
        {"/Title": "Untitled", "/CreationDate": "yesterday"},
        {"/Title": "", "/CreationDate": "D:20211301"},
        {},
    ],
)
def test_a_title_and_a_day_that_the_paper_does_not_bear_out_are_not_believed(told: dict[str, str]) -> None:
    found = article(paper(told=told))
    assert (found.title, found.published_by) == (None, "dateline")  # what stands in the text itself


def test_papers_are_read_wherever_they_lie(tmp_path: Path) -> None:
    data = paper()
    (tmp_path / "a.pdf").write_bytes(data)
    (tmp_path / "b.pdf.gz").write_bytes(gzip.compress(data))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("deep/d.PDF", data)
    found = list(read([str(tmp_path)]))
    assert len({one.id for one in found if isinstance(one, Article)}) == 1 and len(found) == 3


def test_a_lock_without_a_password_to_read_is_open() -> None:
    assert article(paper(password="")).text == article(paper()).text


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (paper(password="secret"), "locked with a password"),
        (paper([[], []]), "without text"),
        (paper([["Boats."]] * (MAX_PAGES + 1)), "more than 300 pages"),
        (paper()[:300], "broken"),
        (b"%PDF-1.7\n" + b"%" * MAX_PDF_BYTES, "larger than 50 MB"),
        (b"%PDF-1.7 ...", "broken"),
    ],
    ids=["locked", "pictures", "pages", "cut", "large", "nothing"],
)
def test_what_cannot_be_read_is_told(data: bytes, problem: str) -> None:
    error = outcome(data)
    assert isinstance(error, ArticleError) and problem in error.problem
    assert error.place and error.remedy


def test_another_kind_of_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"<html><body>Not found</body></html>")
    (error,) = read([str(path)])
    assert isinstance(error, ArticleError) and error.problem == "not a PDF"


def test_pages_that_lead_in_a_circle_end() -> None:
    data = paper(RELEASE)
    kids = data.index(b"/Kids")
    end = data.index(b"]", kids)
    circle = data[:kids] + b"/Kids [ 1 0 R 1 0 R" + data[end:]
    assert isinstance(outcome(circle), ArticleError)
