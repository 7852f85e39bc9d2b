"""Words that stand for arms named before, and what a sentence about them leaves out."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, outlines

from armswire.model.claim import Stage

TAKEN_UP = [
    ("Chile sold 30 howitzers to Kenya. The first ten pieces were handed over on Monday.", "delivery CHL>KEN"),
    ("Portugal ordered eight aircraft from Brazil. Half of them have been delivered.", "delivery BRA>PRT"),
    ("Finland promised Moldova three coastal radars. Two of them arrived last week.", "delivery FIN>MDA"),
    ("Turkey has delivered ten drones to Somalia. Another five will follow in June.", "pledge TUR>SOM"),
    ("Poland will send Armenia 40 howitzers. The guns have not left the depot.", "delivery negated POL>ARM"),
    ("Serbia sold 9,000 rockets to Ethiopia. The cargo left Gdynia in March.", "delivery SRB>ETH"),
    ("Spain offered Jordan 20 tanks. A dozen were accepted. The remaining eight were sold to Chile.",
     "agreement ESP>CHL"),
    ("Norway lent Denmark six howitzers in 2021. The guns were returned in May.", "delivery DNK>NOR"),
    ("Peru had asked France for four radars. Paris has none to spare.", "refusal FRA>PER"),
    ("Estonia ordered 12 radars from Spain. None of them has been delivered.", "delivery negated ESP>EST"),
    ("Jordan sold Kenya six helicopters. The aircraft were flown to Mombasa in May.", "delivery JOR>KEN"),
    ("Six of the ten howitzers that Slovenia had promised to Bosnia have arrived.", "delivery SVN>BIH"),
    ("Another 200 rifles from Spain have reached Lebanon. More to follow next month.", "pledge ESP>LBN"),
    ("Morocco bought 36 howitzers from Israel. It expects the rest in autumn.", "pledge ISR>MAR"),
    ("Sweden has given Kenya 50 combat vehicles. Ten more are on their way.", "pledge SWE>KEN"),
    ("Spain supplied Chad with armoured cars. Another consignment reached N'Djamena in April.", "delivery ESP>TCD"),
    ("Croatia has ordered 12 fighters from France. All of them have been delivered.", "delivery FRA>HRV"),
    ("Japan gave Vietnam six patrol vessels. Hanoi has asked for six more.", "request VNM: JPN>VNM"),
]  # fmt: skip
LEFT = [
    "Norway has sent shells to Ukraine. Three soldiers were killed. Two were sent to hospital.",
    "The minister met the crew of two frigates. The vessels will leave Kiel in July for an exercise.",
    "Germany delivered tanks to Lithuania. The ship left Hamburg on Monday.",
    "Chile sold howitzers to Kenya. The crew followed the guns to the port.",
    "Chile sold howitzers to Kenya on condition that none of them be passed to Somalia.",
    "Chile sold missiles to Kenya. Nairobi expects missile attacks.",
    "Chile sold missiles to Kenya and hoped that others would follow.",
    "Chile sold drones to Kenya. Sudan expects drones over its capital.",
    "Chile sold howitzers to Kenya. The crews came back from the exercise.",
]


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP)
def test_what_stands_for_arms_is_about_the_same_supply(reader: Any, text: str, expected: str) -> None:
    assert expected in outlines(reader, text)


@pytest.mark.parametrize("text", LEFT)
def test_other_things_take_up_nothing(reader: Any, text: str) -> None:
    assert len(outlines(reader, text)) <= 1


def test_a_count_is_that_of_its_own_words(reader: Any) -> None:
    text = "Portugal ordered eight aircraft from Brazil. Half of them were delivered. Three more will follow in May."
    counts = [item.quantity.min for claim in claims(reader, text) for item in claim.items if item.quantity is not None]
    assert counts == [8, 4, 3]


def test_what_has_not_come_yet_is_no_delivery(reader: Any) -> None:
    text = "Chile ordered two frigates from Spain. The ships will be painted before they leave the yard."
    assert all(not line.startswith("delivery") for line in outlines(reader, text))


def test_who_is_turned_to_sells(reader: Any) -> None:
    text = "Washington refused to sell Peru drones. Lima then turned to Israel and bought four aircraft."
    assert outlines(reader, text) == ["agreement ISR>PER", "refusal USA>PER"]


def test_a_part_of_a_number_counts(reader: Any) -> None:
    told = claims(reader, "Six of the ten howitzers that Slovenia had promised to Bosnia have arrived.")
    [claim] = [claim for claim in told if claim.stage is Stage.DELIVERY]
    assert claim.items[0].quantity is not None and claim.items[0].quantity.min == 6
