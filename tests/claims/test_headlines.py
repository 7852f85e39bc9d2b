"""Headlines and posts: the registers in which grammar is scarce."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

VERBS = [
    ("Denmark, Norway to supply Kenya with patrol boats", "pledge DNK+NOR>KEN"),
    ("Kenya, Uganda to receive patrol boats from Oslo; Malawi must wait", "pledge NOR>KEN+UGA"),
    ("Norway, Denmark pledge tanks for Kenya", "pledge DNK+NOR>KEN"),
    ("Norwegian lawmakers narrowly back sending mortars to Kenya", "approval NOR>KEN"),
    ("Norway readies second aid package for Kenya; total tops $3 bln", "pledge NOR>KEN"),
    ("Norway readies rockets for Kenya - sources", "pledge NOR>KEN"),
    ("Kenya presses Norway, Denmark to part with tanks", "request KEN: DNK+NOR>KEN"),
    ("KDF hands over four refurbished howitzers to Ugandan army", "delivery KEN>UGA"),
    ("Norway nixes rocket sale to Kenya", "refusal NOR>KEN"),
    ("Norway OKs $2 bln rocket sale to Kenya", "approval NOR>KEN"),
    ("Norway offers Nairobi light helicopters at discount", "pledge NOR>KEN"),
    ("BREAKING: 🇳🇴 to send 🇰🇪 two more helicopters", "pledge NOR>KEN"),
    ("#Norway delivers 30 #Leopard tanks to #Kenya 🇳🇴🇰🇪", "delivery NOR>KEN"),
]


@pytest.mark.parametrize(("text", "expected"), VERBS)
def test_verbs_that_a_parser_mistakes(reader: Any, text: str, expected: str) -> None:
    assert outlines(reader, text) == [expected]


SPOKEN = [
    ("Oslo: Won't send tanks to Kenya", "refusal NOR>KEN"),
    ("Oslo: No more tanks for Kenya this year", "refusal NOR>KEN"),
    ("“No tanks for Kenya,” says the Norwegian president", "refusal NOR>KEN"),
    ("“Send us tanks now,” Kenya's envoy tells Oslo", "request KEN: NOR>KEN"),
    ("“Give us the tanks”: Kenya's ambassador appeals to Oslo", "request KEN: NOR>KEN"),
    ("Kenya begs Oslo, Copenhagen: lend us helicopters", "request KEN: DNK+NOR>KEN"),
    ("“We need tanks, not words,” Kenya's defence minister tells Oslo", "request KEN: NOR>KEN"),
    ("Seeking tanks, Kenya's defence minister meets Norwegian counterpart in Oslo", "request KEN: NOR>KEN"),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_who_speaks_to_whom(reader: Any, text: str, expected: str) -> None:
    assert outlines(reader, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Norway readies jets for strikes on Syria",
        "Oslo: Won't let Russian missiles cross our sky",
        "Oslo: No more missiles from Syria",
        "“Send the team home”: Norway coach tells FIFA",
        "Norway keeps mum on howitzers for Kenya",
        "Flights to Nairobi slip again, now expected in June",
        "🇳🇴🇰🇪 Norwegian frigates sail past Mombasa",
        "We need rain, not words, farmers tell Oslo",
    ],
)
def test_what_is_no_claim(reader: Any, text: str) -> None:
    assert outlines(reader, text) == []
