"""Firms and armed groups that the lexicon does not know: found by the words that introduce them."""

from __future__ import annotations

from typing import Any

import pytest
from readings import annotate

from armswire.model.annotation import ActorKind

FIRMS = [
    ("The Chilean shipyard Astimar del Sur delivered three boats.", ("org:Astimar del Sur", "CHL")),
    ("Qatar ordered drones from the Turkish firm Zelta.", ("org:Zelta", "TUR")),
    ("Zlatna Arms, a Bulgarian maker of mortars, sold shells.", ("org:Zlatna Arms", "BGR")),
    ("The Norwegian-Swedish rocket maker Kestrel sold missiles.", ("org:Kestrel", "NOR", "SWE")),
    ("Korvan Aerospace will ship ten drones.", ("org:Korvan Aerospace",)),
    ("The Turkish drone maker Baykar sold drones.", ("org:Baykar", "TUR")),
    ("Baykar sold drones.", ("org:Baykar", "TUR")),
]


def organisations(reader: Any, text: str) -> list[tuple[str, ...]]:
    return [m.actors for m in annotate(reader, text).actors if m.kind is ActorKind.ORGANISATION]


@pytest.mark.parametrize(("text", "actors"), FIRMS)
def test_a_firm_stands_with_the_state_of_its_description(reader: Any, text: str, actors: tuple[str, ...]) -> None:
    assert actors in organisations(reader, text)


GROUPS = [
    ("Karen rebels received rifles.", "org:Karen rebels"),
    ("Congolese rebels received rifles.", "org:Congolese rebels"),
    ("Rifles went to Iraqi Turkmen militias.", "org:Iraqi Turkmen militias"),
    ("Rifles went to a Somali splinter group.", "org:Somali splinter group"),
    ("Drones went to the fighters of the Free Azawad Front.", "org:Free Azawad Front"),
    ("Mortars went to the forces of warlord Idris Kadal.", "org:Idris Kadal"),
    ("The Chin National Liberation Army received guns.", "org:Chin National Liberation Army"),
    ("Hezbollah fighters received rockets.", "org:Hezbollah"),
]


@pytest.mark.parametrize(("text", "actor"), GROUPS)
def test_fighters_are_a_group_by_the_name_before_or_behind_them(reader: Any, text: str, actor: str) -> None:
    assert organisations(reader, text) == [(actor,)]


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv gets Patriot missile systems from the Netherlands.",
        "Sweden delivered ten Swedish fighters to Brazil.",
        "Uganda's forces received ten vehicles.",
        "A Bulgarian arms maker sold shells to Senegal.",
        "On Monday, a Turkish firm sold drones to Kenya.",
        "Armed rebels received rifles.",
    ],
)
def test_what_names_no_organisation(reader: Any, text: str) -> None:
    assert organisations(reader, text) == []


def test_the_leader_of_rebels_speaks_for_no_state(reader: Any) -> None:
    [mention] = annotate(reader, "A Congolese rebel leader spoke.").actors
    assert mention.actors == ()


def test_a_word_for_arms_in_a_name_is_no_item(reader: Any) -> None:
    assert annotate(reader, "Zlatna Arms, a Bulgarian firm, is growing.").items == ()
