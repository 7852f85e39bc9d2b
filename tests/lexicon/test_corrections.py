from __future__ import annotations

import pytest

from armswire.lexicon.corrections import bundled_corrections, notice_kind

RULES = bundled_corrections().rules


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule in RULES for line in rule.catches])
def test_what_rules_catch(rule: object, line: str) -> None:
    assert notice_kind(line) is rule.kind  # type: ignore[attr-defined]


@pytest.mark.parametrize("line", [line for rule in RULES for line in rule.leaves])
def test_what_they_leave(line: str) -> None:
    assert notice_kind(line) is None


def test_words_are_written_as_they_are_compared() -> None:
    for rule in RULES:
        for words in (*rule.openings, *rule.phrases):
            assert words == " ".join(words.casefold().split())
