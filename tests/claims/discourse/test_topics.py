"""To whom nothing is given, where only what it is said about tells."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

TOPICS = [
    ("“We do not give a bullet to any of them,” Peru's president said of the war in Sudan.", ["refusal PER>SDN"]),
    (
        "Peru keeps to a policy of not sending arms to countries at war, and the conflict in Sudan is no exception.",
        ["refusal PER>SDN"],
    ),
    (
        "Peru has never sold a rifle to Chad, its foreign minister said of the war in Sudan.",
        ["agreement negated PER>TCD"],
    ),
    ("Peru will not sell rifles to warring parties, its foreign minister said of the weather.", ["refusal PER>?"]),
]


@pytest.mark.parametrize(("text", "lines"), TOPICS)
def test_the_topic_tells_who_gets_nothing(reader: Any, text: str, lines: list[str]) -> None:
    assert outlines(reader, text) == lines


def test_what_is_given_is_given_to_whom_it_says(reader: Any) -> None:
    text = "Peru has sold rifles abroad, its foreign minister said of the war in Sudan."
    assert not any(line.endswith("SDN") for line in outlines(reader, text))
