"""Words of transfer with who and what stands in their roles."""

from __future__ import annotations

from typing import Any

import pytest
from readings import scene

from armswire.claims.cues import CueBook
from armswire.claims.frames.instances import FrameInstance, Frames
from armswire.claims.frames.item_phrases import ItemPhrases
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants


def frames(reader: Any, text: str) -> dict[str, FrameInstance]:
    """The frames of a text by the words at which they stand."""
    seen = scene(reader, text)
    operators, book = CueBook(reader.language.operators), CueBook(reader.language.frames)
    participants = Participants(seen)
    found = Frames(seen, book, operators, participants, Arguments(seen, participants, operators), ItemPhrases(seen))
    return {seen.grammar.tokens[instance.token].text: instance for instance in found.find()}


ROLES = [
    ("Norway sold 12 tanks to Kenya.", "sold", {"supplier": "NOR", "recipient": "KEN"}),
    ("Norway sold Kenya 12 tanks.", "sold", {"supplier": "NOR", "recipient": "KEN"}),
    ("Norway supplied Kenya with tanks.", "supplied", {"supplier": "NOR", "recipient": "KEN"}),
    ("Kenya received tanks from Norway.", "received", {"supplier": "NOR", "recipient": "KEN"}),
    ("Kenya bought tanks from Norway.", "bought", {"supplier": "NOR", "buyer": "KEN"}),
    ("Tanks were shipped by Norway to Kenya through Egypt.", "shipped",
     {"supplier": "NOR", "recipient": "KEN", "intermediary": "EGY"}),
    ("Norway's delivery of tanks to Kenya began.", "delivery", {"supplier": "NOR", "recipient": "KEN"}),
    ("The sale of tanks to Kenya by Norway began.", "sale", {"supplier": "NOR", "recipient": "KEN"}),
    ("The tanks that Norway sent to Kenya are old.", "sent", {"supplier": "NOR", "recipient": "KEN"}),
    ("The tanks sent to Kenya are old.", "sent", {"recipient": "KEN"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "roles"), ROLES)
def test_roles(reader: Any, text: str, word: str, roles: dict[str, str]) -> None:
    instance = frames(reader, text)[word]
    assert {role: "+".join(party.actors) for role, party in instance.roles.items()} == roles
    assert [item.ml for item in instance.items] == ["ML6"]


LISTS = [
    ("Norway sent tanks, drones and rifles to Kenya.", ["ML1", "ML10", "ML6"]),
    ("Norway sent a package of tanks and drones to Kenya.", ["ML10", "ML6"]),
    ("Norway sent weapons including tanks to Kenya.", ["ARMS", "ML6"]),
    ("Norway sent dozens of tanks to Kenya.", ["ML6"]),
]


@pytest.mark.parametrize(("text", "kinds"), LISTS)
def test_lists_of_items(reader: Any, text: str, kinds: list[str]) -> None:
    found = frames(reader, text)["sent"].items
    assert sorted(item.ml for item in found) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Norway built ten tanks. It sent them to Kenya.",
        "Norway had ten tanks and sent them to Kenya.",
    ],
)
def test_what_them_takes_up(reader: Any, text: str) -> None:
    assert [item.ml for item in frames(reader, text)["sent"].items] == ["ML6"]


def test_each_role_knows_the_word_that_told(reader: Any) -> None:
    instance = frames(reader, "Norway sold tanks to Kenya.")["sold"]
    assert (instance.roles["supplier"].token, instance.roles["recipient"].token) == (0, 4)


def test_a_frame_that_moves_nothing_has_no_items(reader: Any) -> None:
    assert frames(reader, "Norway sent a delegation to Kenya.")["sent"].items == ()
