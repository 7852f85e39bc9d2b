"""Words inside the sentence that say that nothing is given, and those that deny something else."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

DENIED = [
    ("Norway has sent no tanks to Kenya.", "delivery negated NOR>KEN"),
    ("Norway has sent neither tanks nor guns to Kenya.", "delivery negated NOR>KEN"),
    ("Hungary sticks to its line of sending neither rifles nor ammunition to Ukraine.", "refusal HUN>UKR"),
    ("Portugal would sooner scrap its helicopters than give them to Mali.", "refusal PRT>MLI"),
    ("Chile has no plans to sell any of its tanks to Ukraine.", "refusal CHL>UKR"),
    ("The French president stopped short of promising tanks to Mali.", "pledge negated FRA>MLI"),
]

AFFIRMED = [
    ("Norway has sent no fewer than 30 tanks to Kenya.", "delivery NOR>KEN"),
    ("Canada approved the sale of rifles to Kenya on condition that they not be resold and be used by the police.",
     "approval CAN>KEN"),
    ("The Netherlands licensed the export of radars to Oman on condition that they be used by the coast guard and not"
     " be sold on.", "approval NLD>OMN"),
    ("The army of Mali is said to have received four helicopters from Russia.", "delivery RUS>MLI"),
    ("Switzerland will not only send 20 trucks to Moldova but also give it rifles.", "pledge CHE>MDA"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*DENIED, *AFFIRMED])
def test_what_is_denied(reader: Any, text: str, expected: str) -> None:
    assert set(outlines(reader, text)) == {expected}
