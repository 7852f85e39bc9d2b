"""Licences that are lacking, and purchases and supplies that are still to come."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

AHEAD = [
    ("Without a licence from Berlin, Estonia cannot hand the nine howitzers over to Ukraine.",
     ["approval negated DEU+EST>UKR via EST"]),
    ("Without a green light from Bern, Poland cannot pass the 27 cannons on to Moldova.",
     ["approval negated CHE+POL>MDA via POL"]),
    ("Paraguay's plan to buy six jets from Chile has been vetoed in London.", ["refusal GBR>PRY via CHL"]),
    ("Without a ladder the soldiers cannot climb the tanks.", []),
    ("Norway cannot send tanks to Mali without a ship.", ["refusal NOR>MLI"]),
    ("With money from Riyadh, the Somali army is to buy rifles from Bulgaria.", ["agreement probable BGR>SOM"]),
    ("The agreement covers 90 howitzers that Poland will buy from South Korea.", ["agreement KOR>POL"]),
    ("Latvia will buy drones from Portugal for Ukraine.", ["pledge PRT>UKR via LVA"]),
    ("Norway will double the number of missiles it sends to Ukraine.", ["pledge NOR>UKR"]),
    ("Norway has doubled the number of missiles it sends to Ukraine.", ["delivery NOR>UKR"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AHEAD)
def test_what_is_still_to_come(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected
