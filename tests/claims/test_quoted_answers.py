"""What answers and quoted speech say of transfers: who refuses, who is asked, what stays unfulfilled or unsaid."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

SPOKEN = [
    ("“No missiles will be handed to Kyiv,” said the Greek prime minister.", ["refusal GRC>UKR"]),
    (
        "“No tanks will be delivered to either of them,” said Chile's president on Armenia, Azerbaijan.",
        ["refusal CHL>ARM+AZE"],
    ),
    # Who says so may be who gets nothing.
    ("“No more tanks will be delivered this year,” said Ukraine's defence minister.", []),
    ("No Turkish drones have arrived in the country, the Ghanaian army chief insisted.", ["delivery negated TUR>GHA"]),
    ("Norway insisted that Kenya return the tanks.", ["request NOR: KEN>NOR"]),
    (
        "“Without your shells we cannot hold out,” the head of Kenya's army told visiting Polish lawmakers, repeating"
        " a plea for 10,000 more.",
        ["request KEN: POL>KEN"],
    ),
    ("Peru's army has sold rifles to Chad. “We have never sold any to Mali,” Peru's president said.",
     ["agreement PER>TCD", "agreement negated PER>MLI"]),
    ("Ireland will not arm Ukraine. “We help with ambulances,” its foreign minister said.",
     ["refusal IRL>UKR", "delivery IRL>UKR"]),
]  # fmt: skip
PROMISES = [
    ("Ankara's pledge of 30 howitzers to Moldova has yet to be fulfilled.", ["pledge TUR>MDA", "delivery negated TUR>MDA"]),
    ("Oslo fulfilled its promise of missiles to Kenya.", ["delivery NOR>KEN", "pledge NOR>KEN"]),
]  # fmt: skip
WAYS = [
    (
        "Kenya's army accused Uganda of letting a convoy of armoured vehicles through its territory on the way to the"
        " Rapid Support Forces. Kampala denied it.",
        ["delivery ?>org:Rapid Support Forces via UGA", "delivery negated ?>org:Rapid Support Forces via UGA"],
    ),
    ("Police let a truck with rifles through the checkpoint.", []),
]
ANSWERS = [
    ("Norway has sold six frigates to Peru. It declined to say how much they cost.", ["agreement NOR>PER"]),
    ("Norway has sold six frigates to Peru. Oslo declined to disclose the price.", ["agreement NOR>PER"]),
    ("Norway has sold six frigates to Peru. Oslo declined to comment.",
     ["agreement NOR>PER", "agreement uncommitted NOR>PER"]),
    ("Norway has sold six frigates to Peru, Chile says. Ankara rejected the finding.", ["agreement NOR>PER"]),
    ("Norway has sold six frigates to Peru, Chile says. Oslo rejected the finding.",
     ["agreement NOR>PER", "agreement negated NOR>PER"]),
]  # fmt: skip

TALKS = [
    (
        "Chile and Turkey are in talks over a licence to build armoured vehicles. A Turkish official said that nothing"
        " had been signed.",
        ["consideration TUR>CHL", "agreement negated TUR>CHL"],
    ),
    ("Brazil is in talks with Sweden over a licence to build corvettes.", ["consideration SWE>BRA"]),
    ("Kenya has the right to build its own rifles.", []),
    ("Nothing was signed at the summit, the ministry said.", []),
    ("Kyiv's request for cruise missiles went unanswered in Berlin for months.", ["request UKR: DEU>UKR"]),
    (
        "Norway lent the United States 20,000 shells. They were meant to fill gaps in American depots.",
        ["delivery NOR>USA", "end_use NOR>USA"],
    ),
    ("The money will fill gaps in the budget for tanks.", []),
]


@pytest.mark.parametrize(("text", "lines"), [*TALKS, *SPOKEN, *PROMISES, *WAYS, *ANSWERS])
def test_answers_and_quotations(reader: Any, text: str, lines: list[str]) -> None:
    assert sorted(outlines(reader, text)) == sorted(lines)
