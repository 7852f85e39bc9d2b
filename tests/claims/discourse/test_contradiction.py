"""A policy stated against a report is a denial."""

from __future__ import annotations

from typing import Any

from readings import claims, outlines


def test_what_one_says_the_other_denies(reader: Any) -> None:
    text = "Chad says that Libya has armed the M23. “Libya does not arm the M23,” its foreign minister said."
    found = {(c.stage.value, c.polarity.value) for c in claims(reader, text)}
    assert found == {("delivery", "affirmed"), ("delivery", "negated")}


def test_a_policy_that_contradicts_nobody_is_a_refusal(reader: Any) -> None:
    assert outlines(reader, "Libya does not arm the M23, its foreign minister said.") == ["refusal LBY>org:M23"]


def test_a_promise_for_the_future_denies_nothing(reader: Any) -> None:
    text = "Chad says that Libya has armed the M23. “Libya will not arm the M23,” its foreign minister said."
    assert "refusal" in {c.stage.value for c in claims(reader, text)}
