"""Tables of articles, as many programs write them, whole and broken."""

from __future__ import annotations

import csv
import io
import time
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from armswire.articles.read import read
from armswire.articles.reader import MAX_ARTICLE_BYTES, Incoming, Outcome
from armswire.articles.readers.csv_table import CsvTable
from armswire.errors import ArticleError
from armswire.model.article import Article

STORY = 'Norland sent 40 rifles to Sudmark, the Harbour Courier said.\n"A good day," the minister said.'
HEADER = ["Headline", "Body", "Source", "Pub. Date", "Link", "Byline", "Desk no."]
ROW = [
    "Rifles; and more",
    STORY,
    "Harbour Courier",
    "2021-03-01 08:00:00",
    "https://harbour.example/1",
    "A. Lund; B. Ek",
    "7",
]


def table(*rows: list[str], delimiter: str = ",", end: str = "\r\n") -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=end).writerows(rows)
    return file.getvalue()


def outcomes(data: bytes | str) -> list[Outcome]:
    encoded = data.encode() if isinstance(data, str) else data
    return list(CsvTable().read(Incoming("news.csv", ".csv", io.BufferedReader(io.BytesIO(encoded)))))


def only(data: bytes | str) -> Article:
    (article,) = outcomes(data)
    assert isinstance(article, Article), article
    return article


def problems(found: list[Outcome]) -> list[tuple[str, str]]:
    return [(one.place, one.problem) for one in found if isinstance(one, ArticleError)]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"], ids=["dos", "unix", "mac"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_mean_what_they_are_called(delimiter: str, encoding: str, end: str) -> None:
    article = only(table(HEADER, ROW, delimiter=delimiter, end=end).encode(encoding))
    assert (article.title, article.text, article.outlet) == ("Rifles; and more", STORY, "Harbour Courier")
    assert (article.published, article.published_by) == (date(2021, 3, 1), "given")
    assert article.url == "https://harbour.example/1"
    assert article.extra["authors"] == ["A. Lund", "B. Ek"] and article.extra["Desk no."] == "7"
    assert article.place == "news.csv, line 2"


def test_the_first_filled_of_several_columns_counts_and_the_others_are_kept() -> None:
    first, second = outcomes("date,published,text\n2021-03-09,2021-03-01,One.\n2021-03-09,,Two.\n")
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.published, first.extra) == (date(2021, 3, 1), {"date": "2021-03-09"})
    assert (second.published, second.extra) == (date(2021, 3, 9), {})


@pytest.mark.parametrize("told", ["2021/3/1", "20210301", "Mon, 01 Mar 2021 23:30:00 -0500", "2021-03-01T23:30:00Z"])
def test_days_that_can_be_read_in_one_way_only_are_read(told: str) -> None:
    assert only(table(["text", "date"], ["One.", told])).published == date(2021, 3, 1)


def test_a_day_that_can_be_read_in_two_ways_is_refused_with_its_line() -> None:
    error, article = outcomes("text,date\nOne.,01/03/2021\nTwo.,\n")
    assert problems([error]) == [("news.csv, line 2", "published is not a date")]
    assert isinstance(article, Article) and article.published is None


def test_a_page_may_stand_in_a_column() -> None:
    page = "<html><body><article><p>Norland will sell six patrol boats to Sudmark, it said.</p></article></body></html>"
    assert only(table(["html", "outlet"], [page, "Harbour Courier"])).text.startswith("Norland will sell six")


def test_excel_may_tell_the_delimiter() -> None:
    assert only("sep=;\r\nid;text\r\nx1;One, two, three.\r\n").text == "One, two, three."


def test_rows_that_do_not_fit_are_named_and_the_rest_is_read() -> None:
    found = outcomes("id,text,outlet\n1,Boats, rifles and shells,Courier\n2,Boats\n\n3,Boats.,Courier,,\n4,,Courier\n")
    assert problems(found) == [
        ("news.csv, line 2", "the row has 4 cells, the header 3"),
        ("news.csv, line 3", "the row has 2 cells, the header 3"),
        ("news.csv, line 6", "neither text nor html"),
    ]
    assert [one.id for one in found if isinstance(one, Article)] == ["3"]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("title,date\na,b\n", "no column with the articles' words"),
        ("Norland sent rifles,Sudmark\n", "no column with the articles' words"),
        ("text\n", "no article in it"),
        ("\n\n", "no article in it"),
        (",,\n", "no article in it"),
        ('"text,', "a quotation mark is opened and never closed"),
    ],
)
def test_a_table_without_its_names_or_rows_is_refused(data: str, problem: str) -> None:
    ((_, told),) = problems(outcomes(data))
    assert told == problem


def test_a_quotation_mark_that_is_never_closed_costs_its_row_alone() -> None:
    rows = "".join(f"{number},Story {number}.\n" for number in range(3, 2000))
    found = outcomes(f'id,text\n1,One.\n2,"Two.\n{rows}')
    assert problems(found) == [("news.csv, line 3", "a quotation mark is opened and never closed")]
    assert len(found) == 1999
    (_, error, third) = outcomes('id,text\n1,One.\n2,"Two" and more.\n3,Three.\n')
    assert isinstance(error, ArticleError) and "follow a closing quotation mark" in error.problem
    assert isinstance(third, Article) and third.id == "3"


def test_a_giant_cell_is_read_up_to_the_limit_and_never_held_beyond_it() -> None:
    assert len(only(f"id,text\n1,{'word ' * 400_000}\n").text) == 2_000_000
    long = b"id,text\n1," + b"x" * (3 * MAX_ARTICLE_BYTES) + b"\n2,Two.\n"
    tracemalloc.start()
    (_, problem), *_ = problems(found := outcomes(long))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert problem == "the line is longer than 10 MB" and isinstance(found[1], Article)
    assert peak < 5 * MAX_ARTICLE_BYTES
    many = "id,text\n1," + '"a' + ("x" * 99 + "\n") * 100_001 + "2,Two.\n"
    assert "a quotation mark may be missing" in problems(outcomes(many))[0][1]


def test_every_line_that_opens_a_quotation_takes_no_time() -> None:
    started = time.monotonic()
    outcomes("id,text\n" + '1,"a""\n' * 100_000)
    outcomes("id,text\n" + '"""a\n' * 100_000)
    outcomes("id,text\n" + "," * 1_000_000 + "\n")
    assert time.monotonic() - started < 20


def test_other_encodings_are_guessed_and_told(tmp_path: Path) -> None:
    article = only("text,outlet\n“Six boats” were sent to Sudmark,Courier\n".encode("cp1252"))
    assert (article.text[:11], article.extra) == ("“Six boats”", {"decoded_as": "cp1252"})
    late = (
        b"text,outlet\n" + b"Boats,Courier\n" * 10_000 + "“Six boats” were sent to Sudmark,Courier\n".encode("cp1252")
    )
    *_, article = (one for one in outcomes(late) if isinstance(one, Article))
    assert (article.text[:11], article.extra) == ("“Six boats”", {"decoded_as": "cp1252"})


def test_a_broken_byte_in_utf_8_costs_nothing_else() -> None:
    rows = ["text,outlet"] + ["Sześć łodzi dla Sudmarku,Courier"] * 20
    data = "\n".join(rows).encode() + b"\nSze\xc5 boats,Courier\n"
    found = outcomes(data)
    assert len(found) == 21 and problems(found) == []


def test_a_table_is_told_by_its_header(tmp_path: Path) -> None:
    (article,) = read(["-"], stdin=io.BytesIO(table(HEADER, ROW).encode()))
    assert isinstance(article, Article) and article.title == "Rifles; and more"
    for start in (b"text\nOne.\n", b"Rifles, boats and shells were sent.\n", b"", b"Title: text\n"):
        assert not CsvTable().recognises(start)


def test_a_long_table_is_not_held() -> None:
    rows = b"id,text\n" + b"".join(b"%d,Story.\n" % number for number in range(20_000))
    stream = io.BufferedReader(io.BytesIO(rows))
    tracemalloc.start()
    assert sum(isinstance(one, Article) for one in CsvTable().read(Incoming("a", ".csv", stream))) == 20_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_500_000
