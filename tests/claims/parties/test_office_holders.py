"""Heads of state and ministers by name alone: they act and speak for their state, former ones only speak."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, outlines

PARTIES = [
    ("Zelensky thanks U.S. for additional HIMARS", "delivery USA>UKR"),
    ("Macron pledges howitzers to Ukraine.", "pledge FRA>UKR"),
    ("Scholz and Biden agree to send tanks to Ukraine.", "pledge DEU+USA>UKR"),
    ("Netanyahu urged Biden to speed up deliveries of bombs to Israel.", "request ISR: USA>ISR"),
    ("Putin asked Kim Jong Un for shells.", "request RUS: PRK>RUS"),
    ("Modi and Macron signed a contract for Rafale jets.", "agreement FRA>IND"),
    ("Ruto asked Washington for helicopters.", "request KEN: USA>KEN"),
    ("Sunak promised Zelensky 14 Challenger tanks.", "pledge GBR>UKR"),
    ("Meloni and Macron will send a SAMP/T battery to Ukraine.", "pledge FRA+ITA>UKR"),
    ("Duda handed over the first MiG-29 fighters to Kyiv.", "delivery POL>UKR"),
    ("Biden approved the sale of F-16 jets to Turkey.", "approval USA>TUR"),
    ("The Scholz government approved the export of tanks to Ukraine.", "approval DEU>UKR"),
    ("Germany delivered Leopard tanks to Zelensky.", "delivery DEU>UKR"),
    ("Trudeau announced 200 armoured vehicles for Ukraine.", "pledge CAN>UKR"),
    ("Von der Leyen pledged shells to Ukraine.", "pledge EU>UKR"),
    # a name that is told to be somebody else's, or that means too much
    ("Alexei Macron pledged howitzers to Ukraine.", "pledge ?>UKR"),
    ("Johnson pledged howitzers to Ukraine.", "pledge ?>UKR"),
    # no power to act
    ("Former chancellor Merkel pledged howitzers to Ukraine.", "pledge ?>UKR"),
    ("Ex-president Sarkozy promised howitzers to Ukraine.", "pledge ?>UKR"),
    ("Former Norwegian president Kari Holm promised howitzers to Ukraine.", "pledge ?>UKR"),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES)
def test_who_gives_and_who_gets(reader: Any, text: str, expected: str) -> None:
    assert outlines(reader, text) == [expected]


SPEAKERS = [
    # the sentence, and class, actor and words of its one source
    ("Iran sent drones to Russia, Kuleba said.", ("named_official", "UKR", "Kuleba")),
    ("Shoigu said North Korea would send shells to Russia.", ("named_official", "RUS", "Shoigu")),
    ("According to Stoltenberg, Norway has sent tanks to Kenya.", ("named_official", "NATO", "Stoltenberg")),
    ("“Norway has sent tanks to Kenya,” Blinken told reporters.", ("named_official", "USA", "Blinken")),
    ("Former president Poroshenko said Norway had sent tanks to Kenya.",
     ("named_official", "UKR", "Former president Poroshenko")),
    ("Former chancellor Angela Merkel urged Poland to send rifles to Ukraine.",
     ("named_official", "DEU", "Angela Merkel")),
    # headlines
    ("Ukraine to get 50 tanks from Norway: PM Shmyhal", ("named_official", "UKR", "PM Shmyhal")),
    ("Paris to send 6 more howitzers to Ukraine: Macron", ("named_official", "FRA", "Macron")),
    ("Russia bought shells from North Korea – Danilov", ("named_official", "UKR", "Danilov")),
    ("U.S. to send rockets to Ukraine - Blinken", ("named_official", "USA", "Blinken")),
    ("Scholz: Germany to send tanks to Ukraine", ("named_official", "DEU", "Scholz")),
    ("Norway sent tanks to Kenya — Ruto", ("named_official", "KEN", "Ruto")),
    ("Norway sent tanks to Kenya: Ruto in Oslo", ("named_official", "KEN", "Ruto")),
    # names that nobody knows
    ("Norway will send tanks to Kenya: Omondi", ("other", None, "Omondi")),
    ("Norway will send tanks to Kenya: Kari Holm", ("other", None, "Kari Holm")),
    ("Kari Holm: Norway will send tanks to Kenya", ("other", None, "Kari Holm")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), SPEAKERS)
def test_who_speaks(reader: Any, text: str, source: tuple[str, str | None, str]) -> None:
    (claim,) = claims(reader, text)
    assert [(s.source_class.value, s.actor, s.source) for s in claim.attribution] == [source]


SILENT = [
    "Weapons for Putin: Iran sends drones",
    "Visit of Zelensky: Germany will send tanks to Ukraine",
    "Norway will send tanks to Kenya - Holm",
    "Analysis: Norway will send tanks to Kenya",
    "Live Updates: Norway will send tanks to Kenya",
    "Fact Check: Norway will send tanks to Kenya",
    "Red Sea: Norway will send tanks to Kenya",
    "Operation Mistral: Norway will send tanks to Kenya",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_a_headline_is_about_does_not_speak(reader: Any, text: str) -> None:
    assert [s.source for claim in claims(reader, text) for s in claim.attribution] == []


def test_a_former_holder_stays_one_in_the_whole_text(reader: Any) -> None:
    text = "Former chancellor Angela Merkel was in Kyiv. Merkel promised tanks to Ukraine."
    assert outlines(reader, text) == ["pledge ?>UKR"]


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2013-05-15", "pledge DEU>ISR"), ("2021-05-15", "pledge DEU>ISR"), ("2024-05-15", "pledge ?>ISR")],
)
def test_the_day_of_the_article_tells_who_is_in_office(reader: Any, published: str, expected: str) -> None:
    assert outlines(reader, "Merkel pledged submarines to Israel.", published) == [expected]
