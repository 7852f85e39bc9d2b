"""One word of transfer that tells of several transfers."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims


def told(reader: Any, text: str) -> set[tuple[str, str, str, float | None]]:
    """Who gives what to whom, and how many of them, in the claims of a text."""
    return {
        (
            "+".join(claim.supplier),
            "+".join(claim.recipient),
            item.ml,
            item.quantity.min if item.quantity else None,
        )
        for claim in claims(reader, text)
        for item in claim.items
    }


SHARED_OUT = [
    ("Turkey has delivered 14 armoured trucks to Somalia, six to Niger and a training jet to Chad.",
     {("TUR", "SOM", "ML6", 14), ("TUR", "NER", "ML6", 6), ("TUR", "TCD", "ML10", 1)}),
    ("Norway offered Estonia three howitzers and Latvia a coastal radar.",
     {("NOR", "EST", "ML2", 3), ("NOR", "LVA", "ML5", 1)}),
    ("Peru has bought 20 rifles from Brazil and two helicopters from Canada.",
     {("BRA", "PER", "ML1", 20), ("CAN", "PER", "ML10", 2)}),
    ("Eight helicopters were delivered to Angola by Russia and six to Mozambique by India.",
     {("RUS", "AGO", "ML10", 8), ("IND", "MOZ", "ML10", 6)}),
    ("Iran sold drones to Sudan, Ethiopia and Russia, rockets to Yemen and mines to Syria.",
     {("IRN", "SDN+ETH+RUS", "ML10", None), ("IRN", "YEM", "ML4", None), ("IRN", "SYR", "ML4", None)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHARED_OUT)
def test_a_list_of_items_and_parties_is_shared_out(reader: Any, text: str, expected: set[Any]) -> None:
    assert told(reader, text) == expected


OTHER_GIVERS = [
    "Denmark sent 19 howitzers to Ukraine and Sweden ten tanks.",
    "To the Ukrainian army Denmark has given 19 howitzers, and Sweden ten tanks.",
    "Denmark gave Ukraine 19 howitzers, and Sweden ten tanks.",
]


@pytest.mark.parametrize("text", OTHER_GIVERS)
def test_a_clause_without_its_verb_names_another_giver(reader: Any, text: str) -> None:
    assert told(reader, text) == {("DNK", "UKR", "ML2", 19), ("SWE", "UKR", "ML6", 10)}


WHOLE = [
    ("Belgium sent tanks and shells to Ukraine and Moldova.",
     {("BEL", "UKR+MDA", "ML6", None), ("BEL", "UKR+MDA", "ML3", None)}),
    ("Norway gave Kenya four boats, Uganda said.", {("NOR", "KEN", "ML9", 4)}),
    ("Germany gave tanks to Mali and rifles to local militias.", {("DEU", "MLI", "ML6", None)}),
    ("France gave Lebanon jeeps, and Russian jets bombed Syria.", {("FRA", "LBN", "ML6", None)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_lists_and_speakers_are_no_further_transfers(reader: Any, text: str, expected: set[Any]) -> None:
    assert told(reader, text) == expected


def test_recipients_of_two_clauses_do_not_mix(reader: Any) -> None:
    text = "Australia sent trucks to Fiji and Japan sent boats to Tonga."
    assert told(reader, text) == {("AUS", "FJI", "ML6", None), ("JPN", "TON", "ML9", None)}
