"""Whose institution speaks where its own words tell no state: the state that acts, where it can be one only."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims

SAID = [
    # a sentence, and the actor of its innermost source
    ("Norway has sold Kenya 200 missiles, a defence ministry spokesman said on Tuesday.", "NOR"),
    ("Kenya received 200 missiles from Norway, a ministry official told the Mombasa Courier.", "KEN"),
    ("Norway has sold Kenya 200 missiles, the Oslo weekly Fjordbladet reported, citing two people in the economy ministry.", "NOR"),
    ("Kenya has agreed to buy rifles from Norway, Radio Tana reported, citing a ruling-party lawmaker.", "KEN"),
    ("Kenya has agreed to buy 40 drones from Norway, according to a notice in the government gazette.", "KEN"),
    ("Kenya will send Uganda 12 lorries and 300 rifles, a senior official in the capital said.", "KEN"),
    ("Kenya has bought ten drones from Norway, Radio Tana reported, citing two people close to the presidency.", "KEN"),
    ("Kenya has bought ten drones from Norway, a cabinet minister said.", "KEN"),
    ("Kenya has bought ten drones from Norway, a lawmaker of the governing party said.", "KEN"),
    ("Kenya has bought ten drones from Norway, two sources in the parliament said.", "KEN"),
    ("Kenya has bought ten drones from Norway, according to a letter from the defence ministry.", "KEN"),
    ("The Kenyan navy has ordered four boats from Norway, a defence ministry official said.", "KEN"),
    ("Norway has offered four boats to the Kenyan navy, said an official at the interior ministry who asked not to be named.", "NOR"),
    ("Kenya has received two boats from Norway. An official in the prime minister's office said Norway would send a third.", "NOR"),
    ("Norway will send Kenya rifles. “The rifles are on their way,” an official of the presidential office said.", "NOR"),
    ("Kenya will get six boats from Norway, an interior ministry official said in Nairobi.", "KEN"),
    ("In Nairobi, the interior ministry said that Norway would send Kenya six boats.", "KEN"),
    ("Norway has sent Kenya six boats, the government said in Nairobi.", "KEN"),
    # it can be two states, or no state acts
    ("In Nairobi, an interior ministry official said that Norway would send six boats to Kenya.", None),
    ("Norway will deliver six boats to Kenya, a procurement agency official said.", None),
    ("Norway has sold Kenya 200 missiles, the Nairobi daily Savanna reported, citing two people in the economy ministry.", None),
    ("Norway and Sweden will send rifles to Kenya, a defence ministry spokeswoman said.", None),
    ("Norway has agreed to send Kenya rifles after Ghana refused, a cabinet minister said.", None),
    ("Norwegian rifles have reached Kenya, an official in the defence ministry said.", None),
    ("Rifles were sent to Kenya in March, an official in the defence ministry said.", None),
    # who is nobody's of the state that acts
    ("Norway has sold Kenya 200 missiles, a lawmaker said.", None),
    ("Norway has sold Kenya 200 missiles, an opposition lawmaker said.", None),
    ("Norway has sold Kenya 200 missiles, a military source said.", None),
    ("Norway has sold Kenya 200 missiles, an army officer said.", None),
    ("Norway has sold Kenya 200 missiles, two people familiar with the talks said.", None),
    ("Norway has sold Kenya 200 missiles, people briefed by the defence ministry said.", None),
    ("Kenya has bought rifles from Norway, a diplomat in the capital said.", None),
    ("Kenya has bought rifles from Norway, an official at the embassy said.", None),
    ("Kenya has bought rifles from Norway, according to a leaked ministry letter.", None),
    ("Kenya has bought rifles from Norway, according to a cabinet paper.", None),
    ("Kenya has bought rifles from Norway, two ministers said.", None),
    # the adjective of several states names none of them, and an expert speaks for none
    ("Norway has sold Kenya 200 missiles, Nordic officials said.", None),
    ("Norway has sold Kenya 200 missiles, a Baltic defence minister said.", None),
    ("Norway has sold Kenya 200 missiles, the Brussels-based think tank Even Keel said.", None),
    # its own words go first
    ("Norway has sold Kenya 200 missiles, Prime Minister Kari Holm's office said.", "NOR"),
    ("Norway has sold Kenya 200 missiles, the office of the Kenyan president said.", "KEN"),
    ("Norway has sold Kenya 200 missiles, a Kenyan defence ministry spokesman said.", "KEN"),
    ("Norway has sold Kenya 200 missiles, a spokesman for the economy ministry in Nairobi said.", "KEN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actor"), SAID)
def test_whose_institution_speaks(reader: Any, text: str, actor: str | None) -> None:
    assert claims(reader, text)[-1].attribution[-1].actor == actor


def test_whoever_speaks_for_a_group_speaks_for_no_state(reader: Any) -> None:
    text = "The aid group Two Rivers said Norway had sent rifles to Kenya. Oslo will send tanks too, the group's director said."
    links = [(c.attribution[-1].source_class, c.attribution[-1].actor) for c in claims(reader, text)]
    assert links == [("organisation", "org:Two Rivers")] * 2


def test_whoever_speaks_for_a_firm_speaks_for_it(reader: Any) -> None:
    text = "Norway has sold Kenya six boats, a spokesman for the Norwegian shipyard Havverk said."
    [link] = claims(reader, text)[0].attribution
    assert (link.source_class, link.actor) == ("organisation", "org:Havverk")
