"""Every kind of bad input has its own message, and everything else in the run is still read."""

from __future__ import annotations

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from armswire.articles.read import read
from armswire.articles.reader import MAX_ARTICLE_BYTES, Outcome
from armswire.articles.sources import unreadable
from armswire.errors import ArticleError
from armswire.model.article import Article

SENTENCE = "Norland sent 40 rifles to Sudmark, the Harbour Courier said."


def outcomes(*sources: Path | str, stdin: bytes = b"") -> list[Outcome]:
    return list(read([str(source) for source in sources], stdin=io.BytesIO(stdin)))


def only_error(*sources: Path | str, stdin: bytes = b"") -> ArticleError:
    (error,) = outcomes(*sources, stdin=stdin)
    assert isinstance(error, ArticleError)
    assert error.problem and error.place and error.remedy
    return error


def texts(found: list[Outcome]) -> list[str]:
    return [outcome.text for outcome in found if isinstance(outcome, Article)]


def test_a_folder_is_read_below_and_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.txt").write_text("second")
    (tmp_path / "a.txt").write_text("first")
    (tmp_path / "c.jsonl").write_text('{"text": "third"}\n{"text": "fourth"}\n')
    (tmp_path / ".hidden.txt").write_text("never")
    (tmp_path / "no_suffix").write_text("fifth")
    assert texts(outcomes(tmp_path)) == ["first", "second", "third", "fourth", "fifth"]


def test_standard_input_is_told_by_its_content() -> None:
    (article,) = outcomes("-", stdin=json.dumps({"id": "x1", "text": SENTENCE}).encode())
    assert isinstance(article, Article)
    assert (article.id, article.text, article.place) == ("x1", SENTENCE, "standard input")
    assert texts(outcomes("-", stdin=SENTENCE.encode())) == [SENTENCE]


def test_what_is_to_be_left_out_is_passed_over_in_a_folder_and_named_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("first")
    kept = tmp_path / "armswire.db"
    os.mkfifo(kept)  # whoever opened it would wait for ever
    found = list(read([str(tmp_path), str(kept)], leave_out=[kept]))
    assert texts(found) == ["first"]
    (error,) = (outcome for outcome in found if isinstance(outcome, ArticleError))
    assert (error.problem, error.place) == ("this is the register, not an article", str(kept))
    assert error.remedy


def test_a_file_whose_name_is_no_text_is_read(tmp_path: Path) -> None:
    for name, data in ((b"a\xff.txt", b"first"), (b"b\xff.txt", b"")):
        with open(os.fsencode(tmp_path) + b"/" + name, "wb") as file:
            file.write(data)
    article, error = outcomes(tmp_path)
    assert isinstance(article, Article) and article.place == f"{tmp_path}/a\ufffd.txt"
    assert isinstance(error, ArticleError) and error.place == f"{tmp_path}/b\ufffd.txt"


def test_gzip_is_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"text": "packed"}\n'))
    assert texts(outcomes(tmp_path)) == ["packed"]


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("empty.jsonl", b"", "empty"),
        ("blank.jsonl", b"\n\n", "no article"),
        ("empty.json", b"[]", "no article"),
        ("nul.txt", b"a\x00b", "binary"),
        ("paper.pdf", b"%PDF-1.7 ...", "broken"),
        ("paper_pdf.txt", b"%PDF-1.7 ...", "a PDF"),
        ("paper.txt", b"PK\x03\x04....", "ZIP"),
        ("noise.txt", bytes(range(1, 256)) * 4, "binary"),
        ("table.odt.unknown", b"a,b\n", "kind of file"),
        ("late_nul.txt", b"a" * 5000 + b"\x00", "NUL"),
        ("large.txt", b"a " * (MAX_ARTICLE_BYTES // 2 + 1), "larger than"),
        ("page.html", b"<html><body><nav>Home</nav></body></html>", "no article text"),
        ("broken.json", b'{"text":\n "a"', "broken JSON at line 2"),
        ("broken.txt.gz", gzip.compress(SENTENCE.encode() * 50)[:-9], "broken gzip"),
        ("not.txt.gz", b"\x1f\x8bnot gzip at all", "broken gzip"),
    ],
)
def test_a_bad_file_has_its_own_message_and_the_rest_is_read(
    tmp_path: Path, name: str, data: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(SENTENCE)
    error, good = outcomes(tmp_path)
    assert isinstance(error, ArticleError) and isinstance(good, Article)
    assert problem in error.problem
    assert name in error.place and error.remedy


def test_missing_and_empty_folders_are_named(tmp_path: Path) -> None:
    assert "no such file" in only_error(tmp_path / "nowhere.txt").problem
    assert "nothing to read" in only_error(tmp_path).problem


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind the superuser")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE)
    path.chmod(0)
    assert "permission" in only_error(path).problem


def test_a_second_text_under_one_id_is_an_error_and_the_same_text_is_not(tmp_path: Path) -> None:
    lines = [{"id": "a", "text": "one"}, {"id": "a", "text": "two"}, {"id": "a", "text": "one"}]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    first, second, third = outcomes(path)
    assert isinstance(first, Article) and isinstance(third, Article)
    assert isinstance(second, ArticleError)
    assert "same id" in second.problem and second.place.endswith("line 2")


def test_a_huge_folder_is_not_held(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(f"{SENTENCE} {number}")
    stream = read([str(tmp_path)])
    assert isinstance(next(stream), Article)
    for path in tmp_path.iterdir():
        path.unlink()
    assert all(isinstance(rest, ArticleError) for rest in stream)


def test_each_refusal_of_the_system_is_told_apart() -> None:
    problems = [
        unreadable("in.txt", error).problem
        for error in (FileNotFoundError(2, "x"), PermissionError(13, "x"), IsADirectoryError(21, "x"), EOFError("x"))
    ]
    assert len(set(problems)) == 4
    assert "permission" in problems[1]
    assert "broken packing" in problems[3]
