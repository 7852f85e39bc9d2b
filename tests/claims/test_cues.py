"""Which words are cues: phrases before single words, the right part of speech."""

from __future__ import annotations

from typing import Any

import pytest
from readings import scene

from armswire.claims.cues import CueBook
from armswire.lexicon.language import Operator

RULE = Operator(id="rule", verbs=("rule",), kind="say")
RULE_OUT = Operator(id="rule-out", verbs=("rule out",), kind="refuse")
BAN = Operator(id="ban", verbs=("ban",), nouns=("ban",), kind="refuse")
OPEN = Operator(id="open", adjectives=("open",), kind="consider")
HOLD = Operator(id="hold", verbs=("put on hold",), kind="halt")


def found(reader: Any, text: str, word: str) -> list[str]:
    """The ids of the cues at a word."""
    grammar = scene(reader, text).grammar
    at = next(t.index for t in grammar.tokens if t.text == word)
    return [cue.id for cue in CueBook([RULE, RULE_OUT, BAN, OPEN, HOLD]).at(grammar, at)]


@pytest.mark.parametrize(
    ("text", "word", "ids"),
    [
        ("The minister ruled out a sale.", "ruled", ["rule-out"]),
        ("The minister ruled it out.", "ruled", ["rule-out"]),
        ("The court ruled that the sale was legal.", "ruled", ["rule"]),
        ("Norway has banned the export of tanks.", "banned", ["ban"]),
        ("Norway lifted its ban on exports.", "ban", ["ban"]),
        ("Norway is open to a sale.", "open", ["open"]),
        ("Norway put on hold the delivery of tanks.", "put", ["hold"]),
        ("Norway put the tanks in a hall.", "put", []),
        ("Norway sent tanks.", "sent", []),
    ],
)
def test_cues_at_a_word(reader: Any, text: str, word: str, ids: list[str]) -> None:
    assert found(reader, text, word) == ids


def test_every_cue_of_the_language_can_be_found_by_one_of_its_words(reader: Any) -> None:
    for cue in (*reader.language.frames, *reader.language.operators):
        has_words = bool(cue.verbs or cue.nouns or cue.adjectives)
        assert has_words or cue.id == "item", cue.id
