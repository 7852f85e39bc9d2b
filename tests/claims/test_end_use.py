"""Whose gap a supply fills, and who is said to use it in the end."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, outline, outlines

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


STATED = [
    (
        "Norway sold 100,000 shells to Denmark. Denmark is the end user, the ministry in Oslo said.",
        "end_use NOR>DNK",
    ),
    ("Norway sold shells to Denmark to replenish Danish stockpiles.", "end_use NOR>DNK"),
]


@pytest.mark.parametrize(("text", "line"), STATED)
def test_the_end_user_is_stated(reader: Any, text: str, line: str) -> None:
    [claim] = [claim for claim in claims(reader, text) if claim.stage.value == "end_use"]
    assert outline(claim) == line
    assert claim.conditions
    assert all(condition in text for condition in claim.conditions)
    assert [item.ml for item in claim.items] == ["ML3"]


def test_who_denies_that_it_is_the_end_user(reader: Any) -> None:
    text = "Norway sold 100,000 shells to Denmark. Denmark is not the end user, the ministry in Oslo said."
    assert "end_use negated NOR>DNK" in outlines(reader, text)


def test_refilled_shelves_are_no_end_use(reader: Any) -> None:
    assert outlines(reader, "The shops will replenish their stocks of bread before the feast.") == []
