"""Attributions by rules alone."""

from __future__ import annotations

import pytest
from factories import make_article

from armswire.attributions.attribute import Attributor, Method
from armswire.lexicon.language import load_language
from armswire.pipeline import Reader

READER = Reader(attributions="rules")


def read(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, parts joined by a stroke."""
    found = READER.attribute(make_article(text=text))
    return [
        tuple(" | ".join(s.of(text) for s in spans) for spans in (a.source, a.cue, a.content))  # type: ignore[misc]
        for a in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister said that Norway had sent tanks to Kenya.",
            ("The minister", "said", "Norway had sent tanks to Kenya"),
        ),
        (
            "Norway has sent tanks to Kenya, two officials said.",
            ("two officials", "said", "Norway has sent tanks to Kenya"),
        ),
        (
            "According to the Kenyan army, Norway has sent tanks.",
            ("the Kenyan army", "According to", "Norway has sent tanks"),
        ),
        ("The ministry has denied that it sold rifles.", ("The ministry", "has denied", "it sold rifles")),
    ],
)
def test_verbs_of_saying_and_according_to(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


def test_a_quotation_goes_on_behind_its_only_speaker() -> None:
    [(source, _, content)] = read("“The tanks will come,” the minister said. “We will not wait.”")
    assert source == "the minister"
    assert "We will not wait" in content


@pytest.mark.parametrize("text", ["Norway sent tanks to Kenya.", "It is said.", "The agreement, accordingly, holds."])
def test_what_nobody_says_is_no_attribution(text: str) -> None:
    assert read(text) == []


def test_rules_need_a_parse() -> None:
    from armswire.documents.build import build

    attributor = Attributor(load_language(), Method.RULES)
    assert attributor.needs_parse
    with pytest.raises(ValueError, match="annotated"):
        attributor.attribute(build(make_article()))
