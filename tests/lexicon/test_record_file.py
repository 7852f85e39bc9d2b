from __future__ import annotations

from pathlib import Path

import pytest

from armswire.errors import LexiconError
from armswire.lexicon.record_file import read_record
from armswire.lexicon.records import FileHeader


def test_a_file_becomes_its_record(tmp_path: Path) -> None:
    file = tmp_path / "header.yaml"
    file.write_text("about: words\norigin: here\nlicence: Apache-2.0\n", encoding="utf-8")
    assert read_record(file, FileHeader) == FileHeader(about="words", origin="here", licence="Apache-2.0")


@pytest.mark.parametrize(
    ("content", "place"),
    [("about: words\norigin: 3\nlicence: x\n", "header.yaml, origin"), ("about: [", "header.yaml")],
)
def test_a_wrong_file_is_named_with_its_key(tmp_path: Path, content: str, place: str) -> None:
    file = tmp_path / "header.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        read_record(file, FileHeader)
    assert caught.value.place.endswith(place)
    assert caught.value.remedy
