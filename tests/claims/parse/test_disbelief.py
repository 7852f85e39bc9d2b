"""What is called false is denied, and told by whoever had said it."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims

DISBELIEVED = [
    "Turkey dismissed as “pure fantasy” a claim by Damascus that it had sent mortars to Mali.",
    "Turkey called “baseless” a leaked Syrian memo which said that it had sent mortars to Mali.",
    "Turkey described an allegation by Damascus that it had sent mortars to Mali as nonsense.",
    "Turkey denied a Syrian finding, published in March, that it had sent mortars to Mali.",
]


@pytest.mark.parametrize("text", DISBELIEVED)
def test_one_denies_and_the_other_has_said_it(reader: Any, text: str) -> None:
    found = {(c.polarity.value, c.attribution[-1].actor) for c in claims(reader, text)}
    assert found == {("negated", "TUR"), ("affirmed", "SYR")}


@pytest.mark.parametrize(
    "text",
    [
        "Turkey rejects claim it sent mortars to Mali",
        "Turkey denied allegations that it had sent mortars to Mali.",
        "Turkey branded a lie the report that it had sent mortars to Mali.",
    ],
)
def test_what_nobody_named_has_said_is_only_denied(reader: Any, text: str) -> None:
    assert [(c.polarity.value, c.answer.value) for c in claims(reader, text)] == [("negated", "denies")]


def test_a_report_may_be_called_false_later(reader: Any) -> None:
    text = "The Times reported that Poland had sent tanks to Georgia. A Polish official called the report “a pack of lies”."
    found = {c.polarity.value: c.attribution[-1].actor for c in claims(reader, text)}
    assert found == {"affirmed": None, "negated": "POL"}


def test_what_is_called_something_else_is_not_denied(reader: Any) -> None:
    text = "Turkey called timely a report by Damascus that Iran had sent mortars to Mali."
    assert "negated" not in {c.polarity.value for c in claims(reader, text)}
