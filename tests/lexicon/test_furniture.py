from __future__ import annotations

from pathlib import Path

import pytest

from armswire.errors import LexiconError
from armswire.lexicon.furniture import FURNITURE_FILE, load_furniture


def test_the_bundled_rules_load_and_each_does_something() -> None:
    for rule in load_furniture():
        assert rule.phrases or rule.vocabulary or rule.openings or rule.lines or rule.tails


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("id: breadcrumb", "id: Bread Crumb", "rules.0.id"),
        ("max_words: 14", "max_words: none", "rules.0.max_words"),
        ("max_words: 14", "most_words: 14", "rules.0.most_words"),
        ("lines:", 'tails: ["("]\n    lines:', "no regular expression"),
        ("header:", "header: [", "cannot be read"),
    ],
)
def test_a_bad_entry_is_refused_with_file_and_key(tmp_path: Path, before: str, after: str, named: str) -> None:
    path = tmp_path / "furniture.yaml"
    path.write_text(FURNITURE_FILE.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_furniture(path)
    assert named in caught.value.message
    assert "furniture.yaml" in caught.value.message
