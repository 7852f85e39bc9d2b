from __future__ import annotations

import datetime as dt
import io
import sys
import time
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from armswire.articles.read import read
from armswire.articles.reader import MAX_ARTICLE_BYTES, Outcome
from armswire.errors import ArticleError
from armswire.model.article import Article

TEXT = "Norland will send six patrol boats to Sudmark, it said."


def table(columns: dict[str, Any], **options: Any) -> bytes:
    file = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), file, **options)
    return file.getvalue()


def outcomes(data: bytes) -> list[Outcome]:
    return list(read(["-"], stdin=io.BytesIO(data)))


def problem(data: bytes) -> str:
    *_, error = outcomes(data)
    assert isinstance(error, ArticleError) and error.place and error.remedy, error
    return error.problem


def test_columns_mean_what_they_are_called_whatever_their_types() -> None:
    (article,) = outcomes(
        table(
            {
                "plain_text": [TEXT],
                "publisher": pyarrow.array([b"Harbour Courier"]),
                "published_date": [dt.datetime(2021, 3, 1, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-5)))],
                "crawl_date": [dt.date(2021, 3, 2)],
                "author": [["A. Lund", "B. Ek"]],
                "tags": [{"a": 1}],
                "price": [Decimal("1.50")],
                "score": [float("nan")],
                "picture": [b"\xff\xd8"],
            }
        )
    )
    assert isinstance(article, Article)
    assert (article.text, article.outlet, article.published_by) == (TEXT, "Harbour Courier", "given")
    assert article.published in (dt.date(2021, 3, 1), dt.date(2021, 3, 2))
    assert article.extra == {
        "retrieved": "2021-03-02", "authors": ["A. Lund", "B. Ek"], "tags": {"a": 1}, "price": "1.50",
    }  # fmt: skip
    assert article.place == "standard input, row 1"


@pytest.mark.parametrize("packing", ["none", "snappy", "gzip", "zstd", "lz4", "brotli"])
def test_all_rows_are_read_in_order_whatever_their_groups(packing: str) -> None:
    data = table(
        {"id": range(1000), "text": [f"{TEXT} {n}" for n in range(1000)]}, compression=packing, row_group_size=77
    )
    assert [one.id for one in outcomes(data) if isinstance(one, Article)] == [str(n) for n in range(1000)]


def test_tables_are_read_wherever_they_lie(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(table({"text": [TEXT]}))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("b.parquet", table({"text": [TEXT]}))
    assert [one.place.removeprefix(str(tmp_path)) for one in read([str(tmp_path)]) if isinstance(one, Article)] == [
        "/a.parquet, row 1", "/c.zip, b.parquet, row 1",
    ]  # fmt: skip


def test_rows_without_words_are_named_and_the_rest_is_read() -> None:
    first, second, third = outcomes(table({"text": [None, TEXT, "x" * (MAX_ARTICLE_BYTES + 1)]}))
    assert isinstance(first, ArticleError) and first.place.endswith("row 1")
    assert isinstance(second, Article)
    assert isinstance(third, ArticleError) and third.problem == "larger than 10 MB"


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    whole = table({"text": [TEXT] * 100})
    assert problem(table({"title": ["Boats"]})) == "no column with the articles' words"
    assert problem(table({"text": pyarrow.array([], pyarrow.string())})) == "no article in it"
    assert problem(table({f"c{n}": [1] for n in range(1001)})) == "more than 1,000 columns"
    assert "broken" in problem(whole[:200])
    assert "broken" in problem(whole[:-4] + b"PARX")
    path = tmp_path / "a.parquet"
    path.write_bytes(b"text\n")
    (error,) = read([str(path)])
    assert isinstance(error, ArticleError) and error.problem == "not Parquet"


def test_without_the_library_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    data = table({"text": [TEXT]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (error,) = outcomes(data)
    assert isinstance(error, ArticleError) and error.remedy == "pip install 'armswire[parquet]'"


def test_a_small_file_that_unfolds_far_is_stopped() -> None:
    started = time.monotonic()
    long = "Boats. " * 1_000_000
    data = table({"text": pyarrow.array([long] * 200).dictionary_encode()}, compression="zstd")
    assert len(data) < 100_000
    assert problem(data) == "unpacks to more than 200 times its size"
    assert time.monotonic() - started < 30
