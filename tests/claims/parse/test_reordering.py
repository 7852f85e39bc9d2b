"""Sentences that are turned around say what they would say in their plain order."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

TURNED = [
    ("Not until the first week of March were the six mortars handed by Spain to the Chadian army.", "delivery ESP>TCD"),
    ("Only in June were ten jeeps delivered by France to the Malian army.", "delivery FRA>MLI"),
    ("It was from Serbia and not, as was claimed, from Bulgaria that the Angolan army bought the mortars.",
     "agreement SRB>AGO"),
    ("It is Poland that has supplied the tanks to Chad.", "delivery POL>TCD"),
    ("It was not Poland that supplied the tanks to Chad.", "delivery negated POL>TCD"),
    ("It was to Kenya that Italy sold the helicopters.", "agreement ITA>KEN"),
    ("What the Kenyan army wants from Paris is ten more helicopters.", "request KEN: FRA>KEN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TURNED)
def test_turned_sentences(reader: Any, text: str, expected: str) -> None:
    assert outlines(reader, text) == [expected]


PLAIN = [
    ("It is a pity that Norway sold tanks to Kenya.", ["agreement NOR>KEN"]),
    ("What the general saw in Mali was old tanks.", []),
    ("In May the tanks were ready and painted.", []),
    ("It was in March that the tanks of Chad crossed the river.", []),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_sentences_that_only_look_turned(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected


INSERTED = [
    ("Not until April were the twelve howitzers, pledged by Italy in a speech that nobody believed, unloaded at the"
     " port of Beirut for the Lebanese army.", ["delivery ITA>LBN", "pledge ITA>LBN"]),
    ("What the Ghanaian navy wants from Tokyo, its spokesman told the Accra Mirror, is five more patrol boats.",
     ["request GHA: JPN>GHA"]),
    ("Since the coup Russia has shipped to Niger, besides instructors and a field kitchen, a battery of rockets.",
     ["delivery RUS>NER"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INSERTED)
def test_insertions_do_not_hide_the_verb(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected
