"""Used arms: the adjective is no verb, and "let them have" gives."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, only_claim

GIVEN = [
    ("Riga, she said, would hand 30 used armoured patrol vehicles to Georgia before the autumn.", "LVA", "GEO"),
    ("Norway will give 12 refurbished patrol boats to Kenya.", "NOR", "KEN"),
    ("Oslo would hand over 40 used rifles to Ukraine.", "NOR", "UKR"),
    ("Italy would give 12 used helicopters to Albania.", "ITA", "ALB"),
]
LET = [
    ("Japan may let the Philippines have used destroyers.", "consideration", "JPN", "PHL"),
    ("Japan may let the Philippines have ten destroyers.", "consideration", "JPN", "PHL"),
    ("Tokyo let Manila have ten patrol boats.", "delivery", "JPN", "PHL"),
    ("Poland will let Ukraine have its old MiG-29 jets.", "pledge", "POL", "UKR"),
    ("Germany would not let Ukraine have Taurus missiles.", "refusal", "DEU", "UKR"),
]
# a verb all the same, and no gift
NOTHING = [
    "The 24 used rifles in the attack.",
    "Of the 30 soldiers, 24 used Leopard 2 tanks.",
    "The judge let the man have his rifle.",
    "Norway let Kenya have its say about the tanks.",
]


@pytest.mark.parametrize(("text", "supplier", "recipient"), GIVEN)
def test_what_is_used_is_given(reader: Any, text: str, supplier: str, recipient: str) -> None:
    claim = only_claim(reader, text)
    assert (claim.stage.value, claim.supplier, claim.recipient) == ("pledge", (supplier,), (recipient,))
    assert claim.items[0].quantity is not None


def test_used_tanks_that_are_ordered_arrive(reader: Any) -> None:
    read = claims(reader, "The 24 used Leopard 2 tanks that Norway has ordered from Spain will arrive in May.")
    assert {(c.stage.value, c.supplier, c.recipient) for c in read} == {
        ("agreement", ("ESP",), ("NOR",)),
        ("pledge", ("ESP",), ("NOR",)),
    }


@pytest.mark.parametrize(("text", "stage", "supplier", "recipient"), LET)
def test_who_lets_another_have_arms_gives_them(
    reader: Any, text: str, stage: str, supplier: str, recipient: str
) -> None:
    claim = only_claim(reader, text)
    assert (claim.stage.value, claim.supplier, claim.recipient) == (stage, (supplier,), (recipient,))


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_given(reader: Any, text: str) -> None:
    assert not claims(reader, text)
