"""What claims say that an actor will or will not do, and on whose word."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import make_claim, make_source
from tests.register.cases import article
from tests.register.positions.talk import OFFICIAL, PAPER, SEOUL, WASHINGTON, line, on

SAID: dict[str, tuple[dict[str, Any], str | None]] = {
    "a refusal": ({"stage": "refusal"}, "refuses"),
    "a refusal as an answer": ({"stage": "refusal", "answer": "restates_policy"}, "restates_policy"),
    "talks": ({"stage": "consideration"}, "considers"),
    "a reversal": ({"stage": "reversal"}, "reverses"),
    "its policy, asked of a delivery": (
        {"stage": "delivery", "polarity": "uncommitted", "answer": "restates_policy"}, "restates_policy"),
    "it denies a delivery": ({"stage": "delivery", "polarity": "negated", "answer": "denies"}, "denies"),
    "no talks": ({"stage": "consideration", "polarity": "negated"}, "denies"),
    "no comment": ({"stage": "agreement", "polarity": "uncommitted", "answer": "declines"}, "declines"),
    "some inaccuracies": ({"stage": "delivery", "answer": "non_denial", "polarity": "uncommitted"}, "declines"),
    "a delivery": ({"stage": "delivery"}, None),
    "a request": ({"stage": "request"}, None),
    "it was never asked": ({"stage": "request", "polarity": "negated", "answer": "denies"}, None),
    "it has not refused": ({"stage": "refusal", "polarity": "negated"}, None),
}  # fmt: skip


@pytest.mark.parametrize("what", SAID)
def test_what_a_claim_says(what: str) -> None:
    slots, says = SAID[what]
    found = line([make_claim(**slots, attribution=SEOUL)])
    assert [word.says.value for word in found.said] == ([] if says is None else [says])


@pytest.mark.parametrize(
    ("attribution", "voice"),
    [
        (SEOUL, "own"),
        ((*PAPER, *SEOUL), "own"),
        (OFFICIAL, "own_unnamed"),
        (WASHINGTON, "others"),
        ((make_source("a military source", None, "anonymous_official"),), "others"),
        (PAPER, "report"),
        ((), "report"),
    ],
)
def test_whose_word_it_is(attribution: tuple[Any, ...], voice: str) -> None:
    found = line([make_claim("refusal", attribution=attribution)])
    assert [word.voice.value for word in found.said] == [voice]


def test_that_others_will_not_speak_of_it_is_no_position() -> None:
    slots: dict[str, Any] = {"polarity": "uncommitted", "answer": "declines"}
    assert line([make_claim("delivery", attribution=WASHINGTON, **slots)]).said == ()


def test_a_word_is_dated_by_its_claim_or_by_the_day_of_publication() -> None:
    claims = [
        make_claim("refusal", document="a", date="2031-02-01", attribution=SEOUL),
        make_claim("refusal", document="b", attribution=SEOUL),
        make_claim("refusal", document="c", attribution=SEOUL),
    ]
    found = line(claims, [*on({"a": "2031-03-01", "b": "2031-04-01"}), article("c", None)])
    assert [(word.date and word.date.start.isoformat(), str(word.reported)) for word in found.said] == [
        ("2031-02-01", "2031-03-01"),
        ("2031-04-01", "2031-04-01"),
        (None, "None"),
    ]


def test_terms_and_reasons_are_kept() -> None:
    claim = make_claim("consideration", conditions=["if civilians are attacked"], reason="the war", attribution=SEOUL)
    (word,) = line([claim]).said
    assert (word.conditions, word.reason, word.who) == (
        ("if civilians are attacked",), "the war", "The dispatch-1 Post, citing the ministry",
    )  # fmt: skip
