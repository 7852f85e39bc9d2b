"""Who speaks behind the verb, whatever the parser takes the speaker for."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims

INVERTED = [
    ("Jordan sent 40 armoured cars to Libya, reported the Tripoli Gazette, which has 30 editors.", ["media"]),
    ("Jordan sent 40 armoured cars to Libya, said the Tripoli Gazette.", ["media"]),
    ("Peru has sold rifles to Togo, reported the weekly Altura, which has a large archive.", ["media"]),
    ("Norway sent 12 tanks to Kenya, confirmed Radio Tana on Monday.", ["media"]),
    # another thing that is done, not who speaks
    ("Norway sent 12 tanks to Kenya, praised the army, and left.", []),
    ("Norway sent 12 tanks to Kenya, told Uganda to wait, and left.", []),
]


@pytest.mark.parametrize(("text", "chain"), INVERTED)
def test_who_speaks_behind_the_verb(reader: Any, text: str, chain: list[str]) -> None:
    claim = claims(reader, text)[0]
    assert [source.source_class.value for source in claim.attribution] == chain
