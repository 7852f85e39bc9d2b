"""The words of a source: the name alone where it has one, the noun phrase where it has none."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, only_claim

SENT = "Norway has sent tanks to Kenya, "

WORDS = [
    # what follows the claim, and the words of each source
    ("the Sofia daily Nov Pogled reported.", ["Nov Pogled"]),
    ("the Belgrade daily Novi Dan reported.", ["Novi Dan"]),
    ("the newspaper El Correo Gris reported.", ["El Correo Gris"]),
    ("the newspaper Voz del Mar reported.", ["Voz del Mar"]),
    ("the television channel Tana 24 reported.", ["Tana 24"]),
    ("Canal 9 reported.", ["Canal 9"]),
    ("TV 4 reported.", ["TV 4"]),
    ("the weekly La Voix du Nord-Mer wrote.", ["La Voix du Nord-Mer"]),
    ("the newspaper Voix de la Baie said.", ["Voix de la Baie"]),
    ("the Accra radio station Voice of the Volta reported.", ["Voice of the Volta"]),
    ("the broadcaster Al-Mirsad reported.", ["Al-Mirsad"]),
    ("the state-run daily Nairobi Truth reported.", ["Nairobi Truth"]),
    ("the Oslo-based weekly Fjordbladet wrote.", ["Fjordbladet"]),
    ("Kenya's Daily Baobab reported.", ["Daily Baobab"]),
    ("the weekly Havnen in Copenhagen wrote on Monday.", ["Havnen"]),
    ("Diario de la Costa reported.", ["Diario de la Costa"]),
    ("a Nairobi website reported.", ["a Nairobi website"]),
    ("Kenyan state television reported.", ["Kenyan state television"]),
    ("state television in Nairobi reported.", ["state television in Nairobi"]),
    # groups
    ("the campaign group Sea Lane said.", ["Sea Lane"]),
    ("the Nairobi-based Rift Arms Observatory said.", ["Rift Arms Observatory"]),
    ("the Volta Peace Institute said.", ["the Volta Peace Institute"]),
    ("a rights group said.", ["a rights group"]),
    ("the Danish company Kyst Kanon said.", ["Kyst Kanon"]),
    # persons
    ("Foreign Minister Kari Holm said.", ["Kari Holm"]),
    ("Norwegian Deputy Defence Minister Kari Anna Holm said.", ["Kari Anna Holm"]),
    ("NATO Secretary General Kari Holm said.", ["Kari Holm"]),
    ("General Kari Holm said.", ["General Kari Holm"]),
    ("Rear Admiral Kari Holm said.", ["Rear Admiral Kari Holm"]),
    ("President Holm said.", ["President Holm"]),
    ("Lt. Gen. Kari Holm said.", ["Lt. Gen. Kari Holm"]),
    ("Brigadier General Kari Holm, the deputy chief of the general staff, said.", ["Brigadier General Kari Holm"]),
    ("Attorney General Kari Holm said.", ["Kari Holm"]),
    ("analyst Kari Holm said.", ["Kari Holm"]),
    ("the Norwegian defence minister said.", ["the Norwegian defence minister"]),
    # how they may be named is told apart
    ("a Kenyan intelligence official who was not authorised to speak publicly said.", ["a Kenyan intelligence official"]),
    ("two Kenyan officers who were not allowed to talk about it said.", ["two Kenyan officers"]),
    ("said an adviser to the Kenyan president who insisted on anonymity.", ["an adviser to the Kenyan president"]),
    ("an officer who served in Mali said.", ["an officer who served in Mali"]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "words"), WORDS)
def test_the_words_of_a_source(reader: Any, said: str, words: list[str]) -> None:
    assert [source.source for source in only_claim(reader, SENT + said).attribution] == words


ACTORS = [
    ("the campaign group Sea Lane said.", "org:Sea Lane"),
    ("the Volta Peace Institute said.", "org:Volta Peace Institute"),
    ("Amnesty International said.", "org:Amnesty International"),
    ("the company Kyst Ordnance said.", "org:Kyst Ordnance"),
    ("Ola Berg, the head of the watchdog Sea Lane, said.", "org:Sea Lane"),
    ("a rights group said.", None),
    ("the opposition said.", None),
]


@pytest.mark.parametrize(("said", "actor"), ACTORS)
def test_a_group_with_a_name_is_an_actor(reader: Any, said: str, actor: str | None) -> None:
    [source] = only_claim(reader, SENT + said).attribution
    assert (source.source_class, source.actor) == ("organisation", actor)


def test_whom_the_outlet_is_told_about_is_no_part_of_its_name(reader: Any) -> None:
    [claim] = claims(reader, "Ola Berg told the daily Havnen Norway had sent tanks to Kenya.")
    assert all("Norway" not in source.source for source in claim.attribution)


CLOSING = [
    # speakers that the parser takes for a part of what is said
    (f"{SENT}a Kenyan officer who was not cleared to speak publicly told the Rift Post.", ["Rift Post", "a Kenyan officer"]),
    ("A source in the ministry who refused to give his name said Norway had sent tanks to Kenya.", ["A source in the ministry"]),
    (f"{SENT}the Sofia daily Nov Pogled reported, citing two Kenyan officers.", ["Nov Pogled", "two Kenyan officers"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), CLOSING)
def test_who_closes_the_sentence(reader: Any, text: str, words: list[str]) -> None:
    found = [source.source.removeprefix("the ") for source in only_claim(reader, text).attribution]
    assert found == words
