from __future__ import annotations

from pathlib import Path

import pytest

from armswire.errors import LexiconError
from armswire.lexicon.sentence_breaks import SENTENCE_BREAKS_FILE, load_sentence_breaks


def test_words_are_folded_and_without_their_last_full_stop() -> None:
    breaks = load_sentence_breaks()
    for kind in ("titles", "before_number", "may_end", "clock", "after_clock", "starters", "reporting"):
        for word in getattr(breaks, kind):
            assert word == word.casefold().strip(" .")


def test_a_bad_entry_is_refused_with_file_and_key(tmp_path: Path) -> None:
    path = tmp_path / "breaks.yaml"
    path.write_text(SENTENCE_BREAKS_FILE.read_text(encoding="utf-8").replace("clock: [", "clock: [on, ", 1))
    with pytest.raises(LexiconError, match=r"breaks\.yaml, clock\.0"):
        load_sentence_breaks(path)
