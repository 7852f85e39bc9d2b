"""Two readings that are one way."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

WAYS = [
    ("Canada receives the howitzers from Peru and sends them to Armenia.", "delivery PER>ARM via CAN"),
    ("Peru hands the howitzers over to Canada. Canada then organises the shipment to Armenia.",
     "delivery PER>ARM via CAN"),
    ("Bulgaria transfers the rockets to Jordan. The Jordanians then ship them to Sudan.",
     "delivery BGR>SDN via JOR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), WAYS)
def test_who_passes_the_arms_on_stands_in_between(reader: Any, text: str, line: str) -> None:
    assert outlines(reader, text) == [line]


def test_a_sale_stays_a_sale_when_the_buyer_passes_the_arms_on_later(reader: Any) -> None:
    lines = outlines(reader, "Bulgaria sold the rockets to Jordan. Jordan then shipped the rockets to Sudan.")
    assert lines == ["agreement BGR>JOR", "delivery BGR>SDN via JOR"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya gave Oman tanks. Oman gave Yemen drones.",
        "Norway ordered 46 tanks from a German manufacturer and donated eleven of its older ones to Ukraine.",
    ],
)
def test_other_arms_are_another_transfer(reader: Any, text: str) -> None:
    assert not any("via" in line for line in outlines(reader, text))
