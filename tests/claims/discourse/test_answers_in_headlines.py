"""Answers in headlines, and which side who answers is on where only the other is named."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, words_of

HEADLINES = [
    ("Seoul denies sending shells to Ukraine", ["delivery negated KOR>UKR [denies] @KOR"]),
    (
        "Seoul denies sending shells to Ukraine\n\nSEOUL - South Korea's defence ministry said that no shells had been"
        " sent to Kyiv.",
        ["delivery negated KOR>UKR [denies] @KOR"],
    ),
    ("Kremlin: no missiles supplied to Iran", ["delivery negated RUS>IRN @RUS"]),
    ("Kremlin: No missiles were supplied to Iran", ["delivery negated RUS>IRN @RUS"]),
    ("Iran rejects claim it gave drones to Sudan", ["delivery negated IRN>SDN [denies] @IRN"]),
    ("Iran rejects claims it gave drones to Sudan", ["delivery negated IRN>SDN [denies] @IRN"]),
    ("Tehran rejects allegation it armed Sudan with drones", ["delivery negated IRN>SDN [denies] @IRN"]),
    ("Tehran dismisses report of drone sale to Sudan", ["agreement negated IRN>SDN [denies] @IRN"]),
    ("Tehran calls report of drone sale to Sudan baseless", ["agreement negated IRN>SDN [denies] @IRN"]),
    ("Moscow denies arms supplies to Sudan", ["delivery negated RUS>SDN [denies] @RUS"]),
    ("Iran confirms drone sale to Sudan", ["agreement IRN>SDN [confirms] @IRN"]),
    ("Iran confirms purchase of drones from Sudan", ["agreement SDN>IRN [confirms] @IRN"]),
    ("Berlin won't confirm tank deliveries to Ukraine", ["delivery uncommitted DEU>UKR [declines] @DEU"]),
    ("Seoul neither confirms nor denies shell sale to Ukraine", ["agreement uncommitted KOR>UKR [non_denial] @KOR"]),
    # Nobody else can be meant only where who answers speaks of itself.
    ("Norway declined to comment on the sale of frigates to Peru.", ["agreement uncommitted ?>PER [declines] @NOR"]),
    ("The United States confirmed that Russia had delivered two attack helicopters.", ["delivery RUS>? [confirms] @USA"]),
    ("Uganda's army acknowledged that Russia had delivered two helicopters.", ["delivery RUS>UGA [confirms] @UGA"]),
    ("Ghana's government admitted that shells had been sent to Chad.", ["delivery GHA>TCD [confirms] @GHA"]),
    ("Norway confirmed that rifles had reached Mali.", ["delivery ?>MLI [confirms] @NOR"]),
    (
        "China has sold missiles to Iran. No missiles have been delivered to Iran, Russia said.",
        ["agreement CHN>IRN @", "delivery negated CHN>IRN @RUS"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), HEADLINES)
def test_who_answers_in_a_headline(reader: Any, text: str, lines: list[str]) -> None:
    assert sorted(map(words_of, claims(reader, text))) == sorted(lines)


STORIES = [
    ("Chile accused Norway of shipping rifles to Mali.", ["delivery NOR>MLI @CHL"]),
    (
        "Norway denied a story in the Lagos Courier that Oslo had sold rifles to Chad.",
        ["agreement NOR>TCD @media", "agreement negated NOR>TCD [denies] @NOR"],
    ),
    (
        "Norway rejected claims by the Gambella Front that it had sold rifles to Chad.",
        ["agreement NOR>TCD @other", "agreement negated NOR>TCD [denies] @NOR"],
    ),
    ("Norway denied reports from March that it had sold rifles to Chad.", ["agreement negated NOR>TCD [denies] @NOR"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), STORIES)
def test_a_story_is_denied_and_was_told(reader: Any, text: str, lines: list[str]) -> None:
    assert sorted(map(words_of, claims(reader, text))) == sorted(lines)
