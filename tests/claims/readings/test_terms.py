"""Terms of a supply are its conditions, and nobody's refusal."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, outlines

TERMS = [
    ("Kenya has bought six howitzers from Serbia. A clause forbids the buyer to sell the guns on.", "sell the guns on"),
    ("Kenya has bought six howitzers from Serbia. The contract bans their resale.", "bans their resale"),
    ("Serbia sold Kenya six howitzers. The guns may not be passed on to other countries.", "may not be passed on"),
    (
        "Sweden approved the export of 500 vests to Jamaica on condition that they be used by the police alone and not"
        " be resold.",
        "be used by the police alone and not be resold",
    ),
]


@pytest.mark.parametrize(("text", "words"), TERMS)
def test_a_term_is_a_condition_of_the_supply(reader: Any, text: str, words: str) -> None:
    (claim,) = claims(reader, text)
    assert words in " ".join(claim.conditions)


NO_TERMS = [
    "Poland forbade Latvia to pass on the tanks to Georgia.",
    "Kenya has bought six howitzers from Serbia. Peru refused to resell its tanks.",
    "Serbia sold Kenya six howitzers. The guns may be passed on to Uganda.",
]


@pytest.mark.parametrize("text", NO_TERMS)
def test_what_somebody_refuses_or_may_do_is_no_term(reader: Any, text: str) -> None:
    assert not any(claim.conditions for claim in claims(reader, text))


def test_what_a_state_forbids_another_is_refused(reader: Any) -> None:
    assert "refusal POL>GEO" in " ".join(outlines(reader, NO_TERMS[0]))
