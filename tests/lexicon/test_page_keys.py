from __future__ import annotations

from pathlib import Path

import pytest

from armswire.errors import LexiconError
from armswire.lexicon.page_keys import PAGE_KEYS_FILE, load_page_keys


def test_a_key_stands_in_one_list_once() -> None:
    keys = load_page_keys()
    days = (*keys.published, *keys.created)
    assert len(set(days)) == len(days)


def test_a_bad_entry_is_refused_with_file_and_key(tmp_path: Path) -> None:
    path = tmp_path / "keys.yaml"
    path.write_text(PAGE_KEYS_FILE.read_text(encoding="utf-8").replace("- pubdate", "- pubDate", 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"keys\.yaml, published"):
        load_page_keys(path)
