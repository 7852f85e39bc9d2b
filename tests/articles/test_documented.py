"""The examples of the how-to are read, and it names every kind of file and column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from armswire.articles.read import read
from armswire.articles.readers import READERS
from armswire.lexicon.columns import meanings_of
from armswire.model.article import Article

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "read-archives-and-feeds.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```\n", PAGE, re.DOTALL)


@pytest.mark.parametrize(("name", "content"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_every_example_is_read(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    found = list(read([str(path)]))
    assert found and all(isinstance(outcome, Article) for outcome in found), found
    first = found[0]
    assert isinstance(first, Article) and first.published is not None and first.outlet


def test_every_ending_is_told() -> None:
    told = set(re.findall(r"`(\.\w+)`", PAGE))
    assert {suffix for reader in READERS for suffix in reader.suffixes} <= told


def test_columns_are_called_as_it_says() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([^|;]+)[^|]*\|$", PAGE.split("## CSV")[1].split("## Parquet")[0], re.MULTILINE)
    assert len(rows) == 12
    for key, names in rows:
        for meaning in meanings_of(names.split(", ")):
            assert meaning is not None and meaning.key == key
