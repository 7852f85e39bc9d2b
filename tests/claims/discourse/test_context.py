"""What a sentence leaves out because its neighbours say it."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

FILLED = [
    ("Kenya has asked Norway for tanks.", ["request KEN: NOR>KEN"]),
    ("Norway sold 40 howitzers to Kenya. The howitzers were delivered in May.",
     ["agreement NOR>KEN", "delivery NOR>KEN"]),
    ("Norway pledged 12 tanks to Kenya. The first tanks arrived in April.", ["delivery NOR>KEN", "pledge NOR>KEN"]),
    ("Norway sent 12 tanks to Kenya. Chad and Oman have supplied missiles.", ["delivery NOR>KEN", "delivery OMN+TCD>KEN"]),
    ("Norway sent 12 tanks to Kenya. More than 30 countries have bought the tank from Norway.",
     ["agreement NOR>?", "delivery NOR>KEN"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FILLED)
def test_who_is_left_out_comes_from_nearby(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected


def test_who_asks_for_another_gets_nothing_itself(reader: Any) -> None:
    text = "Denmark asked Norway to send tanks to Kenya. Denmark again asked Norway for tanks."
    assert all(line.endswith("NOR>KEN") for line in outlines(reader, text))


def test_a_name_far_away_fills_nothing(reader: Any) -> None:
    between = "The harvest was good. The roads were dry. The fair was full. The choir sang. The river rose."
    text = f"Norway sold rifles to Kenya. {between} Mali received helicopters."
    assert "delivery ?>MLI" in outlines(reader, text)


def test_what_one_gives_does_not_make_it_its_own_recipient(reader: Any) -> None:
    text = "Denmark sent rifles to Norway. Norway sold tanks."
    assert all("NOR>NOR" not in line for line in outlines(reader, text))


def test_who_gets_arms_elsewhere_gets_what_two_sides_talk_about(reader: Any) -> None:
    text = "Peru received ten tanks from Norway. Lima is also in talks with Tokyo on the transfer of five radars."
    assert outlines(reader, text) == ["consideration JPN>PER", "delivery NOR>PER"]
    assert outlines(reader, "Lima is in talks with Tokyo on the transfer of five radars.") == ["consideration PER>JPN"]
