"""What is said before a semicolon is said, whatever stands behind it."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims

PARTED = [
    ("Brazil says Chad shipped missiles to Sudan across the lake; Khartoum calls the charge baseless.", "BRA", "SDN"),
    ("Washington says Iran shipped missiles to Russia across the sea; Tehran calls the charge baseless.", "USA", "IRN"),
    ("Kyiv said Belarus sent tanks to Russia by rail; Minsk said the report was false.", "UKR", "BLR"),
    ("France says Serbia sold shells to Israel; Belgrade calls the report false.", "FRA", "SRB"),
    ("Norway says Iran sent drones to Russia; Tehran denies it.", "NOR", "IRN"),
]


@pytest.mark.parametrize(("text", "one", "other"), PARTED)
def test_both_sides_are_heard(reader: Any, text: str, one: str, other: str) -> None:
    told = {(c.polarity.value, tuple(s.actor for s in c.attribution)) for c in claims(reader, text)}
    assert told == {("affirmed", (one,)), ("negated", (other,))}
