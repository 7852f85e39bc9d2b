from __future__ import annotations

from pathlib import Path

import pytest

from armswire.errors import LexiconError
from armswire.lexicon.columns import COLUMNS_FILE, load_columns, meanings_of


def test_names_are_known_however_they_are_written() -> None:
    told = [
        meaning.key if meaning else None for meaning in meanings_of(["Pub. Date", "pub_date", "pubDate", "BODY", "x"])
    ]
    assert told == ["published", "published", "published", "text", None]


def test_every_key_is_a_name_of_its_own_column_and_the_likeliest() -> None:
    columns = load_columns()
    for meaning in columns.values():
        assert (columns[meaning.key].key, columns[meaning.key].rank) == (meaning.key, 0)


def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "columns.yaml"
    path.write_text(COLUMNS_FILE.read_text(encoding="utf-8").replace("byline,", "byline, pub date,"), encoding="utf-8")
    with pytest.raises(LexiconError, match="pubdate"):
        load_columns(path)
