"""What papers say, whatever the parser makes of the verb behind the outlet that has seen them."""

from __future__ import annotations

from typing import Any

import pytest
from readings import only_claim

SAYING = [
    "Customs records reviewed by the Oslo Herald show that Norway sold 12 tanks to Kenya.",
    "Freight papers seen by the Lima Courier show that Norway sold 12 tanks to Kenya.",
    "Letters obtained by Radio Tana claim that Norway sold 12 tanks to Kenya.",
    "Norway sold 12 tanks to Kenya, documents shown to the Lima Courier by a former pilot reveal.",
    "A draft report by the Kenyan audit office, a copy of which was obtained by Radio Tana, says Norway sold 12 tanks "
    "to Kenya.",
    "According to a Kenyan government memo, a copy of which was seen by Radio Tana, Norway sold 12 tanks to Kenya.",
    "According to a memo by the Kenyan army, a copy of which Radio Tana has seen, Norway sold 12 tanks to Kenya.",
    "The report by the Kenyan audit office, which the Lima Courier has read, says Norway sold 12 tanks to Kenya.",
]
# a noun stays one
SHOWING = [
    "Norway sold 12 tanks to Kenya, visitors to the Oslo arms show said.",
    "Norway sold 12 tanks to Kenya after a visit to the Oslo show that opened on Monday.",
]


@pytest.mark.parametrize("text", SAYING)
def test_the_paper_says_it(reader: Any, text: str) -> None:
    claim = only_claim(reader, text)
    assert (claim.stage.value, claim.supplier, claim.recipient) == ("agreement", ("NOR",), ("KEN",))
    assert claim.attribution[-1].source_class.value in {"document", "other"}


@pytest.mark.parametrize("text", SHOWING)
def test_a_show_says_nothing(reader: Any, text: str) -> None:
    claim = only_claim(reader, text)
    assert (claim.stage.value, claim.supplier, claim.recipient) == ("agreement", ("NOR",), ("KEN",))
    assert "document" not in {source.source_class.value for source in claim.attribution}
