"""From whom somebody would buy, where the sentence before says with whom it talks."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

TALKS = [
    ("Peru has turned to South Korea. It is considering the purchase of ten fighter jets.", ["consideration KOR>PER"]),
    ("Chile is negotiating with Sweden. The navy hopes to sign a contract for two frigates.", ["consideration SWE>CHL"]),
    ("Budapest is now talking to Greece. The army would like to sign for twelve NH90 helicopters.",
     ["consideration GRC>HUN"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TALKS)
def test_who_is_talked_to_would_sell(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected


NO_TALKS = [
    "Chile is negotiating with Sweden. Peru is considering the purchase of two frigates.",
    "Chile is not talking to Sweden. It is considering the purchase of two frigates.",
    "Chile spoke of peace with Sweden. It has bought two frigates from Norway.",
]


@pytest.mark.parametrize("text", NO_TALKS)
def test_who_talks_of_something_else_sells_nothing(reader: Any, text: str) -> None:
    assert not any("SWE" in line for line in outlines(reader, text))


def test_who_wants_another_to_sign_asks(reader: Any) -> None:
    lines = outlines(reader, "Peru wants Seoul to sign a contract for ten fighter jets.")
    assert lines == ["request PER: KOR>PER"]
