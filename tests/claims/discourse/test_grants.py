"""Sums granted for somebody's forces, with what the money buys; and what is never financed."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, outlines

GRANTS = [
    ("The European Union approved 15 million euros on Monday for the armed forces of Ghana. The money will buy patrol"
     " boats, radios and trucks; the bloc does not finance weapons for Ghana.", ["approval EU>GHA", "refusal EU>GHA"]),
    ("Japan pledged $10 million for the navy of Fiji. The grant will pay for two patrol boats.", ["pledge JPN>FJI"]),
    ("The EU approved 20 million euros on Monday for farmers in Benin. The money will pay for a plane.", []),
    ("Peru approved $10 million for its army. The money will buy ten tanks.", []),
    ("Norway did not finance shells for Chad.", ["delivery negated NOR>TCD"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GRANTS)
def test_a_sum_is_granted_with_what_it_buys(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected


def test_the_sum_is_the_value_and_what_it_buys_the_items(reader: Any) -> None:
    approval = claims(reader, GRANTS[0][0])[0]
    assert approval.value is not None
    assert approval.value.min == 15_000_000
    assert [item.text for item in approval.items] == ["patrol boats", "radios", "trucks"]


def test_a_country_of_a_continent_is_the_one_told_before(reader: Any) -> None:
    lines = outlines(reader, "Chad asked Norway for rifles. Oslo sent the African country tanks.")
    assert "delivery NOR>TCD" in lines
