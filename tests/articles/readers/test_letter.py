from __future__ import annotations

import io
import time
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from armswire.articles.read import read
from armswire.articles.reader import Outcome
from armswire.articles.readers.letter import MAX_LETTER_BYTES, Letter
from armswire.errors import ArticleError
from armswire.model.article import OTHER_DATES, Article
from tests.articles.mailed import HTML, PLAIN, letter, mailed
from tests.articles.papers import paper


def outcomes(data: bytes | EmailMessage) -> list[Outcome]:
    sent = data if isinstance(data, bytes) else mailed(data)
    return list(read(["-"], stdin=io.BytesIO(sent)))


def only(data: bytes | EmailMessage) -> Article:
    (article,) = outcomes(data)
    assert isinstance(article, Article), article
    return article


def problem(data: bytes | EmailMessage) -> str:
    (error,) = outcomes(data)
    assert isinstance(error, ArticleError) and error.place and error.remedy
    return error.problem


def test_a_newsletter_has_the_outlet_title_and_day_that_its_head_tells() -> None:
    article = only(letter(Archived_At="<https://courier.example/b1>"))
    assert article.text.startswith("Norland will sell six patrol boats") and "<p>" not in article.text
    assert (article.outlet, article.title) == ("Harbour Courier Daily", "Boats for Südmark")
    assert (article.published, article.published_by) == (date(2021, 3, 1), "letter")
    assert (article.url, article.extra["message_id"]) == ("https://courier.example/b1", "b1@courier.example")


def test_days_that_the_page_of_a_letter_tells_are_all_kept_beside_the_letters_own() -> None:
    told = (
        '<meta property="article:published_time" content="2021-02-20T08:00:00+01:00">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-02-10"}</script></head>'
    )
    article = only(letter(html=HTML.replace("</head>", told)))
    assert (article.published, article.published_by) == (date(2021, 3, 1), "letter")
    assert article.extra[OTHER_DATES] == [
        {"published": "2021-02-20", "published_by": "published_time"},
        {"published": "2021-02-10", "published_by": "json_ld"},
    ]


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ({"List_Id": "<daily.courier.example>"}, "The Desk"),
        ({"List_Id": "", "From": "desk@courier.example"}, "courier.example"),
        ({"List_Id": "", "From": "=?utf-8?q?S=C3=BCdmark_Post?= <a@b.example>"}, "Südmark Post"),
        ({"List_Id": "", "From": ""}, None),
    ],
)
def test_who_sends_it_is_the_outlet_where_no_list_is_named(head: dict[str, str], outlet: str | None) -> None:
    assert only(letter(**head)).outlet == outlet


def test_plain_text_is_read_where_there_is_no_page_or_too_little_in_it() -> None:
    assert only(letter(html=None)).text.strip() == PLAIN.strip()
    stories = "".join(f"<tr><td>{name} {PLAIN}</td></tr>" for name in "ABC")
    plain = "".join(f"{name} {PLAIN}" for name in "ABC")
    assert (
        only(letter(plain, f"<html><body><table>{stories}</table></body></html>")).text.count("six patrol boats") == 3
    )
    assert only(letter(None, "<html><body><div>Boats sold.</div></body></html>")).text == "Boats sold."


def test_lines_that_flow_are_joined() -> None:
    message = letter(html=None)
    message.set_payload("Norland will sell six \r\npatrol boats.\r\n From there.\r\n-- \r\nThe desk")
    message.set_param("format", "flowed")
    assert only(message).text == "Norland will sell six patrol boats.\nFrom there.\n-- \nThe desk"


@pytest.mark.parametrize(
    ("declared", "written"),
    [("iso-8859-1", "utf-8"), ("utf-8", "cp1252"), ("windows-1252", "windows-1252"), ("nowhere", "utf-8"), ("punycode", "utf-8")],
)  # fmt: skip
def test_encodings_that_are_declared_wrongly_are_mended(declared: str, written: str) -> None:
    words = "Norland sent six boats to Sudmark – “a good day” for all of its people, the minister said."
    data = b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=" + declared.encode()
    data += b"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + words.encode(written)
    assert only(data).text == words


def test_two_days_that_differ_are_both_kept() -> None:
    page = HTML.replace("<head>", '<head><meta property="article:published_time" content="2021-02-26T08:00:00Z">')
    article = only(letter(html=page))
    assert (article.published, article.published_by) == (date(2021, 3, 1), "letter")
    (other,) = article.extra[OTHER_DATES]  # type: ignore[misc]
    assert other["published"] == "2021-02-26"  # type: ignore[index]


def test_what_is_attached_is_read_by_itself() -> None:
    message = letter()
    message.add_attachment(paper(), maintype="application", subtype="octet-stream", filename="release.PDF")
    message.add_attachment(HTML.replace("six", "seven").encode(), maintype="text", subtype="html", filename="page.html")
    message.add_attachment("Eight boats.", filename="note.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"PK", maintype="application", subtype="vnd.oasis.opendocument.text", filename="a.odt")
    own, pdf, page, note, error = outcomes(message)
    assert isinstance(own, Article) and own.place == "standard input"
    assert isinstance(pdf, Article) and pdf.text.startswith("Patrol boats for Sudmark")
    assert pdf.place == "standard input, attachment 1 (release.PDF)"
    assert (pdf.published, pdf.published_by, pdf.outlet) == (date(2021, 3, 1), "letter", "Harbour Courier Daily")
    assert isinstance(page, Article) and "seven patrol boats" in page.text
    assert isinstance(note, Article) and note.text.strip() == "Eight boats."
    assert isinstance(error, ArticleError) and error.value == "application/vnd.oasis.opendocument.text"


def test_a_letter_of_an_attachment_alone_is_no_error() -> None:
    message = letter("\n", None)
    message.add_attachment(paper(), maintype="application", subtype="pdf")
    assert only(message).text.startswith("Patrol boats")


def test_letters_in_letters_are_opened_to_a_depth() -> None:
    inner = letter("The innermost.", None, Subject="0")
    for depth in range(1, 6):
        outer = letter(f"Number {depth}.", None, Subject=str(depth))
        outer.add_attachment(inner)
        inner = outer
    found = outcomes(inner)
    assert [one.title for one in found if isinstance(one, Article)] == ["5", "4", "3", "2"]
    assert [one.place for one in found][:2] == ["standard input", "standard input, attached letter 1"]
    assert isinstance(found[-1], ArticleError) and found[-1].value == "message/rfc822"


def test_a_mailbox_is_read_letter_by_letter() -> None:
    lines = b"From desk@courier.example Mon Mar  1 23:30:00 2021\n"
    first = mailed(letter("One.\nFrom there to here.\n>From\n", None)).replace(b"\r\n", b"\n")
    box = lines + first.replace(b"\nFrom there", b"\n>From there") + b"\n" + lines + mailed(letter("Two.", None))
    one, two = outcomes(box)
    assert isinstance(one, Article) and one.text == "One.\nFrom there to here.\n>From\n\n"
    assert isinstance(two, Article) and two.place == "standard input, letter 2"


def test_letters_are_read_wherever_they_lie(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mailed(letter()))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("b.eml", mailed(letter("Two.", None)))
        archive.writestr("c", mailed(letter("Three.", None)))
    assert [one.place.removeprefix(str(tmp_path)) for one in read([str(tmp_path)]) if isinstance(one, Article)] == [
        "/a.eml", "/c.zip, b.eml", "/c.zip, c",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (mailed(letter(None, None)), "a letter without text"),
        (b"\n\nMIME-Version: 1.0 and nothing else\n", "no head"),
        (mailed(letter("Boats.", None)) + b"x" * MAX_LETTER_BYTES, "larger than 50 MB"),
    ],
    ids=["no text", "no head", "large"],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(data)
    (error,) = read([str(path)])
    assert isinstance(error, ArticleError) and told in error.problem and error.remedy


def test_a_million_parts_or_levels_or_brackets_end() -> None:
    started = time.monotonic()
    head = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    assert "parts" in problem(head + b"--b\n\nx\n" * 100_000)
    nested = b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(20_000))
    assert problem(head.replace(b"=b\n", b"=b0\n") + nested)
    brackets = b"From: " + b"(" * 100_000 + b"\nMessage-ID: <a@b.example>\n\nBoats.\n"
    (found,) = outcomes(brackets)
    assert isinstance(found, Article | ArticleError)
    assert time.monotonic() - started < 90


def test_text_that_looks_a_little_like_a_letter_is_none() -> None:
    for start in (b"Date: Monday\nBoats were sold.\n", b"Message-ID: a\n", b"From here on\nMIME-Version: 1.0\n", b""):
        assert not Letter().recognises(start)
