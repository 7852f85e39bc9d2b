"""Who finds out whether another would give tells that it may be considered; most indirect questions tell of nothing."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, outline, outlines, words_of

SOUNDED = [
    ('"Oslo is trying to determine whether Peru intends to sell tanks to Kenya," an envoy said.', "PER>KEN"),
    ("American diplomats sounded out Brazil on whether it would sell shells to Kenya.", "BRA>KEN"),
    ("Berlin wants to find out whether Switzerland would deliver ammunition to Ukraine.", "CHE>UKR"),
    ("Washington gauged whether Seoul would be willing to supply shells to Ukraine.", "KOR>UKR"),
]


@pytest.mark.parametrize(("text", "who"), SOUNDED)
def test_who_is_sounded_out_may_consider_it(reader: Any, text: str, who: str) -> None:
    assert outlines(reader, text) == [f"consideration possible {who}"]


QUESTIONS = [
    "Investigators are trying to determine whether South Korea sent shells to Ukraine.",
    "Parliament will determine whether the government may send tanks to Ukraine.",
    "Poland is waiting to see whether Germany will send tanks to Ukraine.",
    "The minister asked whether France would deliver Caesar howitzers to Ukraine.",
    "It is unclear whether Italy will send missiles to Ukraine.",
]


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_tells_of_nothing(reader: Any, text: str) -> None:
    assert outlines(reader, text) == []


def test_the_trace_says_by_which_word(reader: Any) -> None:
    (claim,) = claims(reader, SOUNDED[0][0])
    assert "determine" in next(step.note for step in claim.trace if step.rule == "sounding")
    assert words_of(claim).startswith(outline(claim))
