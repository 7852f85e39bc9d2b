"""Names are made comparable in one way, and offsets survive it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.lexicon.folding import fold, fold_all, fold_same_length


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Kyiv’s “new” tanks", 'kyiv\'s "new" tanks'),
        ("F‑16 and F–16", "f-16 and f-16"),
        ("Türkiye, Côte d’Ivoire, Łódź", "turkiye, cote d'ivoire, lodz"),
        ("South\u00a0Korea\nand", "south korea and"),
        ("one — two", "one — two"),
    ],
)
def test_same_length_folding_evens_out_shapes(written: str, folded: str) -> None:
    assert fold_same_length(written) == folded


@given(st.text())
def test_offsets_hold_in_every_text(text: str) -> None:
    folded = fold_same_length(text)
    assert len(folded) == len(text)
    assert [fold_same_length(c) for c in text] == list(folded)


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold_same_length(fold_same_length(text)) == fold_same_length(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x17F)))
def test_case_does_not_matter_to_latin_letters(text: str) -> None:
    assert fold(text.upper()) == fold(text.upper().lower())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "US"),
        ("U.S.A.", "USA"),
        ("U.K.-led", "UK-led"),
        ("the Kremlin", "Kremlin’s"),
        ("Hauptstraße", "HAUPTSTRASSE"),
        ("  South   Korea ", "South Korea"),
        ("Élysée Palace", "elysee palace"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("St. Kitts", "St Kitts"), ("North Korea", "South Korea"), ("Niger", "Nigeria")]
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.lists(st.text(max_size=12), max_size=8))
def test_folding_many_at_once_is_folding_each(texts: list[str]) -> None:
    assert fold_all(texts) == [fold_same_length(text) for text in texts]


def test_a_text_with_the_sign_that_joins_is_folded_like_any() -> None:
    assert fold_all(["Łódź\0", "A"]) == ["lodz\0", "a"]
    assert fold_all([]) == []
