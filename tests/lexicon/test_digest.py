"""The mark of the knowledge files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from armswire.lexicon.digest import folder_digest, lexicon_digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two knowledge files."""
    (tmp_path / "items").mkdir()
    (tmp_path / "actors.yaml").write_text("a: 1", encoding="utf-8")
    (tmp_path / "items" / "guns.yaml").write_text("b: 2", encoding="utf-8")
    return tmp_path


def test_the_digest_is_short_and_read_once() -> None:
    assert re.fullmatch(r"[0-9a-f]{8}", lexicon_digest())
    assert lexicon_digest() is lexicon_digest()


def test_the_same_files_give_the_same_digest_whatever_lies_beside_them(folder: Path) -> None:
    before = folder_digest(folder)
    (folder / "notes.txt").write_text("not knowledge", encoding="utf-8")
    assert folder_digest(folder) == before


def test_every_change_of_a_name_or_a_content_shows(folder: Path) -> None:
    seen = {folder_digest(folder)}
    (folder / "items" / "guns.yaml").write_text("b: 3", encoding="utf-8")
    seen.add(folder_digest(folder))
    (folder / "items" / "guns.yaml").rename(folder / "items" / "rifles.yaml")
    seen.add(folder_digest(folder))
    (folder / "empty.yaml").write_bytes(b"")
    seen.add(folder_digest(folder))
    assert len(seen) == 4
