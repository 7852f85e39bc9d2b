"""Files that are read are kept as they were, and give the same articles again."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from armswire.articles.read import read
from armswire.collecting import kept
from armswire.errors import ArticleError
from armswire.fetching.keeping import Archive
from armswire.model.article import KEPT, RETRIEVED, Article

TEXT = "Norway has sold 20 howitzers to Kenya, the Defence Ministry in Oslo said on Monday."


def test_what_was_kept_gives_the_same_articles_when_the_files_are_gone(tmp_path: Path) -> None:
    came = tmp_path / "came in"
    came.mkdir()
    (came / "a.txt").write_text(TEXT, encoding="utf-8")
    (came / "b.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "b", "text": TEXT}).encode()))
    page = f"<html><head><title>C</title></head><body><article><p>{TEXT}</p></article></body></html>"
    (came / "c.html").write_text(page, encoding="utf-8")
    (came / "page.php").write_text(page.replace("on Monday", "on Friday"), encoding="utf-8")
    with zipfile.ZipFile(came / "d.zip", "w") as packed:
        packed.writestr("e.txt", TEXT + " Twice.")
    first = list(
        read(
            [str(came / "page.php"), *map(str, sorted(came.glob("[a-d].*")))],
            keep=kept.file_keeper(Archive(tmp_path / "kept")),
        )
    )
    shutil.rmtree(came)
    again = list(read([str(tmp_path / "kept")]))
    assert [bare(one) for one in again] == [bare(one) for one in first]
    assert len(first) == 5
    assert not any(RETRIEVED in one.extra for one in again if isinstance(one, Article))


def bare(outcome: Article | ArticleError) -> Article:
    """All but where and when it was read."""
    assert isinstance(outcome, Article), outcome
    assert outcome.extra[KEPT]
    return replace(outcome, place="", extra={k: v for k, v in outcome.extra.items() if k != RETRIEVED})


def test_an_archive_is_not_kept_once_more(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    list(read([str(tmp_path / "a.txt")], keep=kept.file_keeper(Archive(tmp_path / "kept"))))
    (article,) = read([str(tmp_path / "kept")], keep=kept.file_keeper(Archive(tmp_path / "more")))
    assert isinstance(article, Article)
    assert list((tmp_path / "more").iterdir()) == []
    assert article.extra[KEPT]["file"] == next((tmp_path / "kept").iterdir()).name  # type: ignore[index]


def test_what_is_too_large_to_be_kept_is_named_and_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MAX_KEPT_BYTES", 10)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (error,) = read([str(tmp_path / "a.txt")], keep=kept.file_keeper(Archive(tmp_path / "kept")))
    assert isinstance(error, ArticleError)
    assert "--keep" in error.remedy


def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    pipe = tmp_path / "a.txt"
    os.mkfifo(pipe)
    keep = kept.file_keeper(Archive(tmp_path / "kept"))
    assert keep(pipe) == {}
