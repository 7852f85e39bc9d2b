"""The act: analyser and finders together."""

from __future__ import annotations

from typing import Any

from readings import annotate

from armswire.annotations.annotate import verb_forms


def test_everything_in_a_sentence_is_found(reader: Any) -> None:
    annotated = annotate(reader, "In March 2021, Norway sold Kenya 40 K9 howitzers for $30 million.")
    text = annotated.document.text
    assert [m.span.of(text) for m in annotated.actors] == ["Norway", "Kenya"]
    assert [m.ml for m in annotated.items] == ["ML2"]
    assert [(m.quantity.min, m.quantity.max) for m in annotated.quantities] == [(40, 40)]
    assert [(m.money.min, m.money.currency) for m in annotated.money] == [(30_000_000, "USD")]
    assert [m.date.start.isoformat() for m in annotated.dates] == ["2021-03-01"]


def test_numbers_inside_sums_days_and_names_of_weapons_count_nothing(reader: Any) -> None:
    annotated = annotate(reader, "On 3 May Norway sold Kenya F-16 jets and 155mm shells for 30 million euros.")
    assert annotated.quantities == ()


def test_a_headline_in_title_case_is_parsed_as_a_sentence(reader: Any) -> None:
    annotated = annotate(reader, "Norway Supplies Kenya With Armoured Vehicles")
    [verb] = [t for t in annotated.tokens if t.lemma == "supply"]
    assert verb.pos == "VERB"
    assert annotated.document.text == "Norway Supplies Kenya With Armoured Vehicles", "the text itself keeps its case"


def test_each_document_gets_its_own_annotations_in_order(reader: Any) -> None:
    texts = [f"{name} sent tanks." for name in ("Norway", "Kenya", "Chile")] * 8
    found = [annotated.actors[0].actors[0] for annotated, _ in reader.read(*texts)]
    assert found == ["NOR", "KEN", "CHL"] * 8


def test_an_empty_text_has_nothing(reader: Any) -> None:
    annotated = annotate(reader, "")
    assert (annotated.tokens, annotated.actors, annotated.items) == ((), (), ())


def test_forms_of_the_verbs_of_the_language(reader: Any) -> None:
    forms = verb_forms(reader.language)
    assert forms["sends"] == forms["sent"] == forms["sending"] == "send"
    assert forms["supplies"] == forms["supplied"] == "supply"
