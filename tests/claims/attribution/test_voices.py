"""What several say together is a claim on the word of each."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, words_of

TOGETHER = [
    (
        "Norway has sold six frigates to Peru, Chile says. The Norwegian defence ministry and the Peruvian navy declined to comment.",
        [
            "agreement NOR>PER @CHL",
            "agreement uncommitted NOR>PER [declines] @NOR",
            "agreement uncommitted NOR>PER [declines] @PER",
        ],
    ),
    (
        "Neither Oslo nor Lima would confirm the sale of six frigates to Peru by Norway.",
        ["agreement uncommitted NOR>PER [declines] @NOR", "agreement uncommitted NOR>PER [declines] @PER"],
    ),
    (
        "Chile says that Norway has sold frigates to Peru. Oslo and Lima both denied the report.",
        [
            "agreement NOR>PER @CHL",
            "agreement negated NOR>PER [denies] @NOR",
            "agreement negated NOR>PER [denies] @PER",
        ],
    ),
    (
        "Chile says that Norway has sold frigates to Peru. The Pentagon, the Norwegian navy and the Peruvian foreign ministry did not respond to requests for comment.",
        [
            "agreement NOR>PER @CHL",
            "agreement uncommitted NOR>PER [declines] @NOR",
            "agreement uncommitted NOR>PER [declines] @PER",
            "agreement uncommitted NOR>PER [declines] @USA",
        ],
    ),
    (
        "Chile says that Norway has sold frigates to Peru. Oslo's embassy in Lima denied the report.",
        ["agreement NOR>PER @CHL", "agreement negated NOR>PER [denies] @NOR"],
    ),
    (
        "Both Norway and Mali denied that Oslo had sent drones to Bamako.",
        ["delivery negated NOR>MLI [denies] @MLI", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Norwegian and Malian officials denied that Oslo had sent drones to Bamako.",
        ["delivery negated NOR>MLI [denies] @MLI", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Officials in Oslo and Bamako declined to say whether Norway had sent drones to Mali.",
        ["delivery uncommitted NOR>MLI [declines] @MLI", "delivery uncommitted NOR>MLI [declines] @NOR"],
    ),
    (
        "Kenya and Uganda said that Norway had sent drones to Mali.",
        ["delivery NOR>MLI @KEN", "delivery NOR>MLI @UGA"],
    ),
]
APART = [
    (
        "Norway declined to comment on the sale of frigates to Peru and Chile.",
        ["agreement uncommitted ?>CHL+PER [declines] @NOR"],
    ),
    (
        "Kenya says Norway sold frigates to Peru. Oslo declined to comment and Lima denied the report.",
        [
            "agreement NOR>PER @KEN",
            "agreement uncommitted NOR>PER [declines] @NOR",
            "agreement negated NOR>PER [denies] @PER",
        ],
    ),
]


@pytest.mark.parametrize(("text", "lines"), [*TOGETHER, *APART])
def test_a_claim_for_each_voice(reader: Any, text: str, lines: list[str]) -> None:
    assert sorted(map(words_of, claims(reader, text))) == sorted(lines)
