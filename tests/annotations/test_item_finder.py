"""What is named: weapons and aid, with category and designation."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from readings import annotate

from armswire.model.annotation import ItemMention

CATEGORIES = [
    ("rifles", "ML1"),
    ("machine guns", "ML1"),
    ("howitzers", "ML2"),
    ("mortars", "ML2"),
    ("artillery shells", "ML3"),
    ("ammunition", "ML3"),
    ("anti-tank missiles", "ML4"),
    ("air-defence systems", "ML4"),
    ("radars", "ML5"),
    ("tanks", "ML6"),
    ("armoured vehicles", "ML6"),
    ("gas masks", "ML7"),
    ("submarines", "ML9"),
    ("patrol boats", "ML9"),
    ("fighter jets", "ML10"),
    ("drones", "ML10"),
    ("helicopters", "ML10"),
    ("helmets", "ML13"),
    ("body armour", "ML13"),
    ("weapons", "ARMS"),
    ("military aid", "ARMS"),
    ("non-lethal aid", "NONLETHAL"),
]


def items(reader: Any, text: str) -> list[tuple[str, ItemMention]]:
    """The item mentions of a text with their words."""
    annotated = annotate(reader, text)
    return [(mention.span.of(annotated.document.text), mention) for mention in annotated.items]


@pytest.mark.parametrize(("words", "ml"), CATEGORIES)
def test_categories(reader: Any, words: str, ml: str) -> None:
    [(found, mention)] = items(reader, f"Norway sent {words} to Kenya.")
    assert (found, mention.ml) == (words, ml)


NAMED = [
    ("Norway sent HIMARS launchers to Kenya.", "ML4", "HIMARS"),
    ("Norway sent K9 howitzers to Kenya.", "ML2", "K9"),
    ("Norway sent Leopard 2 tanks to Kenya.", "ML6", "Leopard 2"),
    ("Norway sent F-16 fighter jets to Kenya.", "ML10", "F-16"),
    ("Norway sent Javelin missiles to Kenya.", "ML4", "Javelin"),
    ("Norway sent 155mm shells to Kenya.", "ML3", "155mm"),
    ("Norway sent Gepard anti-aircraft guns to Kenya.", "ML2", "Gepard"),
    ("Norway sent Bayraktar TB2 drones to Kenya.", "ML10", "Bayraktar TB2"),
]


@pytest.mark.parametrize(("text", "ml", "designation"), NAMED)
def test_designations(reader: Any, text: str, ml: str, designation: str) -> None:
    [(_, mention)] = items(reader, text)
    assert (mention.ml, mention.designation) == (ml, designation)


def test_the_last_word_says_what_it_is(reader: Any) -> None:
    [(words, mention)] = items(reader, "Norway sent Leopard 2 ammunition to Kenya.")
    assert (words, mention.ml) == ("Leopard 2 ammunition", "ML3")


@pytest.mark.parametrize(
    "text",
    [
        "The minister rifled through his papers.",
        "She dropped a bombshell in parliament.",
    ],
)
def test_words_that_only_look_like_weapons(reader: Any, text: str) -> None:
    assert [mention for _, mention in items(reader, text) if not mention.doubtful] == []


def test_mentions_stand_in_order_and_do_not_overlap(reader: Any) -> None:
    found = items(reader, "Norway sent tanks, HIMARS precision rockets, 120mm mortars and body armour to Kenya.")
    assert [mention.ml for _, mention in found] == ["ML6", "ML4", "ML2", "ML13"]
    for (_, one), (_, other) in pairwise(found):
        assert one.last < other.first
