"""Flags, hashtags and emoji: what the parser sees in their place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import annotate

from armswire.annotations.post_signs import in_plain_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("🇳🇴 sends tanks to 🇰🇪", "NO sends tanks to KE"),
        ("🇳🇴🇰🇪 Norway sends tanks", "   Norway sends tanks".rjust(len("🇳🇴🇰🇪 Norway sends tanks"))),
        ("Twelve #Leopard tanks from #Norway arrive", "Twelve  Leopard tanks from  Norway arrive"),
        ("Norway sends tanks #Kenya #tanks", "Norway sends tanks #Kenya #tanks"),
        ("Tank #4 is ours", "Tank #4 is ours"),
        ("⚡ Norway sends tanks", "  Norway sends tanks"),
    ],
)
def test_signs_become_words_or_blanks(text: str, expected: str) -> None:
    assert in_plain_words(text) == expected


@given(st.text(alphabet="ab #🇳🇴🇰🇪⚡️.\n", max_size=30))
def test_the_length_never_changes(text: str) -> None:
    assert len(in_plain_words(text)) == len(text)


def test_a_flag_among_words_is_its_state(reader: Any) -> None:
    annotated = annotate(reader, "Another 40 tanks from 🇳🇴 have reached #Kenya")
    assert [m.actors for m in annotated.actors] == [("NOR",), ("KEN",)]


def test_the_sign_of_a_currency_is_no_state(reader: Any) -> None:
    annotated = annotate(reader, "Kenya buys 40 tanks from Norway for US$45 mln")
    assert [m.actors for m in annotated.actors] == [("KEN",), ("NOR",)]


def test_an_office_behind_a_dash_has_no_owner_before_it(reader: Any) -> None:
    annotated = annotate(reader, "Norway to send tanks to Kenya - sources")
    assert [m.actors for m in annotated.actors] == [("NOR",), ("KEN",), ()]
