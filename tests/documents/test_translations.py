from __future__ import annotations

import time

import pytest

from armswire.documents.build import build
from armswire.documents.translations import bundled_translation_finder
from armswire.lexicon.translations import bundled_translations
from armswire.model.article import Article
from armswire.model.document import Translation

BODY = "Norland has sent forty guns to Sudmark, two officials said on Monday in the port of Halm."
CATCHES = [(rule.id, example) for rule in bundled_translations().rules for example in rule.catches]
LEAVES = [line for rule in bundled_translations().rules for line in rule.leaves]


def found(text: str) -> Translation | None:
    return build(Article(id="a", text=text, sha256="", language="en")).translation


@pytest.mark.parametrize(("rule", "example"), CATCHES, ids=[example.line for _, example in CATCHES])
def test_each_rule_reads_its_examples(rule: str, example: object) -> None:
    note = bundled_translation_finder().read(example.line)  # type: ignore[attr-defined]
    assert note is not None
    assert (note.rule, note.language, note.by_machine) == (rule, example.language, example.machine)  # type: ignore[attr-defined]


@pytest.mark.parametrize("line", LEAVES)
def test_other_lines_say_nothing_of_it(line: str) -> None:
    assert bundled_translation_finder().read(line) is None


def test_a_note_is_kept_with_its_place_and_left_out_of_the_text() -> None:
    text = f"{BODY}\n\nThe crates came by train, he said.\n\n(Translated from Korean by A. Writer)"
    built = build(Article(id="a", text=text, sha256="", language="en"))
    assert built.translation is not None
    assert built.translation.span.of(text) == "Translated from Korean by A. Writer"
    assert (built.translation.language, built.translation.by_machine) == ("ko", False)
    assert "Translated" not in built.text
    assert [one.rule for one in built.furniture] == ["translation"]
    assert built.credits == ()


def test_a_note_in_brackets_at_the_end_of_the_last_line_is_read() -> None:
    text = f"{BODY}\n\nThe crates came by train, he said on Monday in Halm. (Machine translation from Ukrainian)"
    told = found(text)
    assert told is not None
    assert (told.language, told.by_machine) == ("uk", True)
    assert told.span.of(text) == "Machine translation from Ukrainian"


def test_the_note_that_names_a_language_goes_before_one_that_does_not() -> None:
    told = found(f"Translated by A. Writer\n\n{BODY}\n\nThis article was originally published in Polish.")
    assert told is not None
    assert told.language == "pl"


def test_brackets_within_the_text_are_none() -> None:
    assert (
        found(f"{BODY}\n\nThey shouted a word (translation: glory)\n\n{BODY} The rest came by train, he said.") is None
    )
    assert found(BODY) is None


@pytest.mark.parametrize("unit", ["translated ", "This article was translated by a ", "translation from ", "(translat"])
def test_no_line_is_slow(unit: str) -> None:
    started = time.process_time()
    found("\n".join((unit * 60)[: 239 - n % 7] for n in range(200)))
    assert time.process_time() - started < 30  # far above what it takes: a guard against a hang
