"""Headlines In Title Case, brought to sentence case for the parser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.annotations.truecasing import is_title_case, sentence_case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway Approves Sale of Forty Tanks to Kenya", True),
        ("NORWAY APPROVES SALE OF TANKS", True),
        ("Norway approves sale of forty tanks to Kenya", False),
        ("Norway Approves", False),
        ("", False),
        ("The prime minister of Norway met the Kenyan president in Oslo", False),
    ],
)
def test_what_title_case_is(text: str, expected: bool) -> None:
    assert is_title_case(text) is expected


def protect(text: str, *names: str):
    """Names stand where they first stand in the text."""
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    return lambda start, end: any(a <= start and end <= b for a, b in spans)


def test_names_keep_their_capitals() -> None:
    text = "Norway Approves Sale of Tanks to South Korea"
    lowered = sentence_case(text, protect(text, "Norway", "South Korea"))
    assert lowered == "Norway approves sale of tanks to South Korea"


def test_designations_and_names_with_capitals_inside_keep_theirs() -> None:
    text = "Norway Sends HIMARS and McDonald Vehicles"
    lowered = sentence_case(text, protect(text, "Norway"))
    assert "HIMARS" in lowered
    assert "McDonald" in lowered
    assert "sends" in lowered


@given(st.text(max_size=80))
def test_the_length_never_changes_nor_does_a_letter_but_for_its_case(text: str) -> None:
    lowered = sentence_case(text, lambda start, end: False)
    assert len(lowered) == len(text)
    assert all(
        a in (b, b.lower()) or a == b.lower()[:1] or b.lower() != a.upper() for a, b in zip(lowered, text, strict=True)
    )
    assert [i for i, c in enumerate(text) if not c.isalpha()] == [i for i, c in enumerate(lowered) if not c.isalpha()]


@given(st.text(max_size=80))
def test_what_is_protected_stays_as_it_is(text: str) -> None:
    assert sentence_case(text, lambda start, end: True) == text
