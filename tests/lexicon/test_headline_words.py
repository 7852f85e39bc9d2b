"""The words of headlines that the parser mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from armswire.errors import LexiconError
from armswire.lexicon.headline_words import HEADLINE_WORDS_FILE, load_headline_words


def test_the_bundled_words_are_in_lower_case_and_say_how_large_a_number_is() -> None:
    words = load_headline_words()
    assert words.scales["bn"] == "billion"
    spelt = [*words.phrasal, *words.verb_like, *words.not_behind_verbs, *words.behind_nouns]
    assert spelt == [word.lower() for word in spelt]


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    path = tmp_path / "en_headlines.yaml"
    path.write_text(HEADLINE_WORDS_FILE.read_text(encoding="utf-8") + "verb_likes: [light]\n", encoding="utf-8")
    with pytest.raises(LexiconError) as raised:
        load_headline_words(path)
    assert "verb_likes" in str(raised.value)
