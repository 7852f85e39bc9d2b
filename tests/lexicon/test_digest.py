"""The mark of knowledge and code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from armswire.lexicon.digest import digest_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two knowledge files."""
    (tmp_path / "items").mkdir()
    (tmp_path / "actors.yaml").write_text("a: 1", encoding="utf-8")
    (tmp_path / "items" / "guns.yaml").write_text("b: 2", encoding="utf-8")
    return tmp_path


def test_the_digest_is_short_and_the_order_of_folders_does_not_matter(folder: Path) -> None:
    other = folder / "items"
    assert re.fullmatch(r"[0-9a-f]{8}", digest_of([folder]))
    assert digest_of([folder, other]) == digest_of([other, folder]) != digest_of([folder])


def test_the_same_files_give_the_same_digest_whatever_lies_beside_them(folder: Path) -> None:
    before = digest_of([folder])
    (folder / "notes.txt").write_text("not knowledge", encoding="utf-8")
    assert digest_of([folder]) == before


def test_every_change_of_a_name_or_a_content_shows(folder: Path) -> None:
    seen = {digest_of([folder])}
    (folder / "items" / "guns.yaml").write_text("b: 3", encoding="utf-8")
    seen.add(digest_of([folder]))
    (folder / "items" / "guns.yaml").rename(folder / "items" / "rifles.yaml")
    seen.add(digest_of([folder]))
    (folder / "empty.yaml").write_bytes(b"")
    seen.add(digest_of([folder]))
    (folder / "rule.py").write_bytes(b"")
    seen.add(digest_of([folder]))
    assert len(seen) == 5
