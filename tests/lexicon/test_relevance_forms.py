"""Which words make a text worth parsing."""

from __future__ import annotations

import pytest

from armswire.documents.relevance import Relevance
from armswire.lexicon.inflection import bundled_irregular_forms
from armswire.lexicon.language import load_language
from armswire.lexicon.loader import load_lexicon
from armswire.lexicon.relevance_forms import arms_forms, transfer_forms


@pytest.fixture(scope="module")
def relevance() -> Relevance:
    """The test of words with the bundled knowledge."""
    lexicon, language, irregular = load_lexicon(), load_language(), bundled_irregular_forms()
    return Relevance(arms_forms(lexicon, language, irregular), transfer_forms(language, irregular))


@pytest.mark.parametrize(
    "text",
    [
        "Oslo handed over twelve howitzers to Nairobi.",
        "HELMETS BOUGHT IN MALTA GO TO LEBANON",
        "A request for anti-tank missiles was turned down.",
        "The island has been armed by its neighbour.",
        "Military aid worth 20 million euros was promised.",
    ],
)
def test_texts_about_transfers_pass(relevance: Relevance, text: str) -> None:
    assert relevance.passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The council sold the swimming hall to a school.",
        "Rice and blankets were handed out after the flood.",
        "The museum's howitzer is older than the museum.",
    ],
)
def test_texts_without_arms_or_without_transfer_do_not(relevance: Relevance, text: str) -> None:
    assert not relevance.passes(text)
