"""Whose gap a supply fills, and who is said to use it in the end."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

BACKFILLS = [
    "Slovakia gave tanks to Ukraine and in exchange will receive tanks from Germany.",
    "Germany will deliver tanks to Slovakia to replace those it gave to Ukraine.",
]


@pytest.mark.parametrize("text", BACKFILLS)
def test_a_replacement_is_promised_and_is_an_end_use(reader: Any, text: str) -> None:
    lines = outlines(reader, text)
    assert "end_use DEU>SVK" in lines
    assert "pledge DEU>SVK" in lines


def test_a_plain_supply_is_no_end_use(reader: Any) -> None:
    assert outlines(reader, "Germany will deliver tanks to Slovakia.") == ["pledge DEU>SVK"]
