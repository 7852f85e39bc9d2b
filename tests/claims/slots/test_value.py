"""What it is worth: the sum of the transfer, never a running total."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, only_claim

SUMS = [
    ("Norway sold Kenya tanks worth $30 million.", (30_000_000, 30_000_000, "USD")),
    ("Kenya signed a 250 million euro contract for tanks with Norway.", (250_000_000, 250_000_000, "EUR")),
    ("Norway pledged $1.5 billion in military aid to Ukraine.", (1_500_000_000, 1_500_000_000, "USD")),
    ("Kenya buys tanks from Norway in £40m deal", (40_000_000, 40_000_000, "GBP")),
    ("Norway sold billions of dollars of weapons to Kenya.", (2_000_000_000, 999_000_000_000, "USD")),
]


@pytest.mark.parametrize(("text", "money"), SUMS)
def test_sums(reader: Any, text: str, money: tuple[int, int, str]) -> None:
    value = only_claim(reader, text).value
    assert value is not None
    assert (value.min, value.max, value.currency) == money


def test_no_sum_is_no_value(reader: Any) -> None:
    assert only_claim(reader, "Norway sold 30 tanks to Kenya in 2023.").value is None


@pytest.mark.parametrize(
    "text",
    [
        "Norway sent Ukraine tanks, bringing its military aid to $2 billion.",
        "Norway has sent Ukraine tanks. It has given $2 billion since the war began.",
    ],
)
def test_a_running_total_is_no_value(reader: Any, text: str) -> None:
    from readings import claims

    tanks = [claim for claim in claims(reader, text) if any(item.ml == "ML6" for item in claim.items)]
    assert tanks
    assert all(claim.value is None for claim in tanks)


def test_each_transfer_has_its_own_sum(reader: Any) -> None:
    text = "Norway bought tanks from Chad for $4 billion and will buy shells from Oman for $12 million."
    sums = {claim.supplier: claim.value.min for claim in claims(reader, text) if claim.value}
    assert sums == {("TCD",): 4_000_000_000, ("OMN",): 12_000_000}
