"""Nouns for a supply told before, with what became of it."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, outlines

TOLD = [
    ("Belgium promised Niger 20 armoured trucks. The delivery was postponed in April.", "halt BEL>NER"),
    ("Sweden banned exports of radars to Turkey in 2019. The ban was lifted last week.", "reversal SWE>TUR"),
    ("Sweden suspended sales of radars to Turkey. It has now dropped the embargo.", "reversal SWE>TUR"),
    ("Egypt ordered three submarines from Germany. Cairo cancelled the contract in May.", "halt DEU>EGY"),
    ("Greece asked Israel for drones. The request was rejected in March.", "refusal ISR>GRC"),
    ("Croatia plans to give Albania six helicopters. Parliament has yet to approve the gift.",
     "approval negated HRV>ALB"),
    ("Chile is weighing whether to give Peru four radars. No request has been made.", "request negated PER: CHL>PER"),
    ("Austria let Denmark hand 15 howitzers to Moldova. Copenhagen applied for the permit in May.",
     "request DNK: AUT+DNK>MDA via DNK"),
]  # fmt: skip
OTHER = [
    "Poland sent howitzers to Ukraine. The fishing deal was signed in Warsaw.",
    "Poland sent howitzers to Ukraine. The deal on grain was approved by parliament.",
    "Poland sent howitzers to Ukraine. Deputies have thirty days to object to the deal.",
    "Poland sent howitzers to Ukraine. The gift was intended to empty old depots.",
    "Poland sent howitzers to Ukraine. No decision has been made.",
    "Poland sent howitzers to Ukraine. The deal to sell coal was cancelled.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_noun_stands_for_what_was_told(reader: Any, text: str, expected: str) -> None:
    assert expected in outlines(reader, text)


@pytest.mark.parametrize("text", OTHER)
def test_another_matter_takes_up_nothing(reader: Any, text: str) -> None:
    assert outlines(reader, text) == ["delivery POL>UKR"]


def test_a_deal_told_twice_is_one_with_all_that_was_told(reader: Any) -> None:
    text = "Serbia has bought nine helicopters from Jordan. The deal was closed in April and cost $70 million."
    [claim] = claims(reader, text)
    assert claim.date is not None and claim.date.start.isoformat() == "2024-04-01"
    assert claim.value is not None and claim.value.min == 70_000_000


PRICED = [
    "The Pentagon approved the sale of missiles to Japan. The deal is worth $100 million.",
    "Serbia ordered 12 howitzers from France in March. The contract cost $100 million, the army said.",
]
UNPRICED = [
    "France sold jets to Egypt. The budget is $3 billion. The museum deal was worth $5 million.",
    "France sold jets to Egypt. The deal was the largest since the army spent $3 billion on barracks.",
]


@pytest.mark.parametrize("text", PRICED)
def test_the_price_of_a_deal_told_before_is_its_value(reader: Any, text: str) -> None:
    [claim] = claims(reader, text)
    assert claim.value is not None and claim.value.min == 100_000_000


@pytest.mark.parametrize("text", UNPRICED)
def test_the_price_of_anything_else_is_not(reader: Any, text: str) -> None:
    [claim] = claims(reader, text)
    assert claim.value is None
