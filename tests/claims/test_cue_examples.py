"""What each cue says that it catches and leaves: languages/en_examples.yaml is read through the rooms."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pytest

from armswire.claims.extract import Extraction
from armswire.lexicon.language import Cue, CueExample, Operator, Verdict, load_examples, load_language
from armswire.model.annotation import AnnotatedDocument

LANGUAGE = load_language()
CUES: dict[str, Cue] = {cue.id: cue for cue in chain(LANGUAGE.frames, LANGUAGE.operators, LANGUAGE.answers.verdicts)}
HEDGES = {words.id: words for words in LANGUAGE.hedges}
EXAMPLES = load_examples().examples
WORDLESS = "item"
MANY_WORDS = 12

Readings = dict[str, tuple[AnnotatedDocument, Extraction]]

each_example = pytest.mark.parametrize("example", EXAMPLES, ids=[f"{e.cue}-{n}" for n, e in enumerate(EXAMPLES)])


@pytest.fixture(scope="module")
def readings(reader: Any) -> Readings:
    """Every sentence with what was read in it, each an article of its own."""
    sentences = list(dict.fromkeys(chain.from_iterable((e.catches, e.leaves) for e in EXAMPLES)))
    return dict(zip(sentences, reader.read(*sentences), strict=True))


@each_example
def test_cue_catches_its_sentence(readings: Readings, example: CueExample) -> None:
    found = rules(readings[example.catches][1])
    assert found & own_rules(example.cue), found


@each_example
def test_cue_leaves_its_sentence(readings: Readings, example: CueExample) -> None:
    found = rules(readings[example.leaves][1])
    assert not found & own_rules(example.cue), found


@each_example
def test_word_of_the_cue_stands_in_both_sentences(readings: Readings, example: CueExample) -> None:
    if example.cue == WORDLESS:
        assert all(readings[text][0].items for text in (example.catches, example.leaves))
        return
    for text in (example.catches, example.leaves):
        tokens = readings[text][0].tokens
        found = {token.lemma.lower() for token in tokens} | {token.text.lower() for token in tokens}
        assert found & first_words(example.cue), text


def test_every_cue_has_an_example() -> None:
    assert {example.cue for example in EXAMPLES} == CUES.keys() | HEDGES.keys()


def test_cues_of_many_words_have_several_examples() -> None:
    """One sentence shows little of a cue that stands for a dozen words."""
    count = {id: sum(example.cue == id for example in EXAMPLES) for id in (*CUES, *HEDGES)}
    assert not [id for id in count if len(words(id)) >= MANY_WORDS and count[id] < 2]


def test_no_sentence_serves_twice() -> None:
    sentences = [text for example in EXAMPLES for text in (example.catches, example.leaves)]
    assert len(sentences) == len(set(sentences))


def rules(extraction: Extraction) -> set[str]:
    """The rules of all steps that led to the claims."""
    return {step.rule for claim in extraction.claims for step in claim.trace}


def own_rules(id: str) -> set[str]:
    """How a cue signs its steps: as a frame, as an operator over one, or as an answer to what was said before."""
    if id in HEDGES:
        return {f"hedge:{id}"}
    cue = CUES[id]
    if isinstance(cue, Operator):
        return {f"operator:{cue.kind}:{id}", f"answer:{cue.kind}:{id}"}
    return {f"answer:verdict:{id}"} if isinstance(cue, Verdict) else {f"frame:{id}"}


def words(id: str) -> tuple[str, ...]:
    """All words and phrases of a cue."""
    if id in HEDGES:
        return (*HEDGES[id].adverbs, *HEDGES[id].verbs, *HEDGES[id].nouns)
    cue = CUES[id]
    return (*cue.verbs, *cue.nouns, *cue.adjectives)


def first_words(id: str) -> set[str]:
    """Words and the opening words of phrases."""
    return {form.split()[0].lower() for form in words(id)}
