from __future__ import annotations

from pathlib import Path

import pytest

from armswire.errors import LexiconError
from armswire.lexicon.translations import TRANSLATIONS_FILE, load_translations


def test_each_name_means_one_language() -> None:
    names = [name for names in load_translations().languages.values() for name in names]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("id: translated_from", "id: Translated From", "rules.0.id"),
        ("(?:machine |automatically )?translated", "(?:machine |automatically ?translated", "no regular expression"),
        ("catches:", "catch:", "rules.0.catch"),
    ],
)
def test_a_bad_entry_is_refused_with_file_and_key(tmp_path: Path, before: str, after: str, named: str) -> None:
    path = tmp_path / "translations.yaml"
    path.write_text(TRANSLATIONS_FILE.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_translations(path)
    assert named in caught.value.message
