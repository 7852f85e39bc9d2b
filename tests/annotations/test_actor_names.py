"""Known names, bodies and offices: what the lexicon alone can tell."""

from __future__ import annotations

from typing import Any

import pytest
from readings import annotate

from armswire.annotations.actor_names import ActorNames, Hit, plural
from armswire.annotations.token_index import TokenIndex


@pytest.fixture(scope="module")
def names(reader: Any) -> ActorNames:
    """The names of the whole lexicon."""
    return ActorNames(reader.lexicon)


def find(reader: Any, names: ActorNames, text: str) -> dict[str, Hit]:
    """The hits of a text by their words."""
    index = TokenIndex(annotate(reader, text).tokens)
    return {index.span(hit.first, hit.last).of(text): hit for hit in names.find(text, index)}


def test_names_bodies_and_offices(reader: Any, names: ActorNames) -> None:
    hits = find(reader, names, "Kenyan officials met the defence ministry of Norway.")
    assert hits["Kenyan"].named.actors == ("KEN",)
    assert hits["Norway"].named.actors == ("NOR",)
    assert hits["officials"].named.owned
    assert hits["officials"].named.office
    assert hits["defence ministry"].named.owned
    assert not hits["defence ministry"].named.office


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Guinea-Bissau bought rifles.", "Guinea-Bissau", "GNB"),
        ("Papua New Guinea bought rifles.", "Papua New Guinea", "PNG"),
        ("Equatorial Guinea bought rifles.", "Equatorial Guinea", "GNQ"),
        ("The Democratic Republic of the Congo bought rifles.", "Democratic Republic of the Congo", "COD"),
        ("South Sudan bought rifles.", "South Sudan", "SSD"),
        ("The United Arab Emirates bought rifles.", "United Arab Emirates", "ARE"),
        ("The U.S. sent rifles.", "U.S.", "USA"),
        ("The United Kingdom sent rifles.", "United Kingdom", "GBR"),
        ("Türkiye sold drones.", "Türkiye", "TUR"),
        ("Côte d'Ivoire bought rifles.", "Côte d'Ivoire", "CIV"),
    ],
)
def test_the_longest_name_wins(reader: Any, names: ActorNames, text: str, words: str, code: str) -> None:
    hits = find(reader, names, text)
    assert words in hits, hits.keys()
    assert hits[words].named.actors == (code,)


@pytest.mark.parametrize("text", ["They spoke to us.", "New Mexico bought a horse.", "Michael Jordan ran."])
def test_what_is_no_name(reader: Any, names: ActorNames, text: str) -> None:
    assert find(reader, names, text) == {}


def test_only_words_with_a_capital_are_kept_from_truecasing(names: ActorNames) -> None:
    text = "norway Meets Norway officials"
    assert [span.of(text) for span in names.spans(text)] == ["Norway"]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("ministry", "ministries"),
        ("embassy", "embassies"),
        ("spokesman", "spokesmen"),
        ("official", "officials"),
        ("attorney", "attorneys"),
        ("armed forces", "armed forces"),
        ("coach", "coaches"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
