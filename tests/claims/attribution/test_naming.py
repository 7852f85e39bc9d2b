"""How the article names a source, and its words on how it may be named."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, only_claim

from armswire.lexicon.anonymity_words import TermsExample
from armswire.lexicon.language import load_language

SENT = "Norway sent tanks to Kenya, "

NAMINGS = [
    # the sentence, and the naming of each source of its claim
    ("Norwegian Defence Minister Kari Holm said Norway had sent tanks to Kenya.", ["named"]),
    (f"{SENT}said Kari Holm, the Norwegian defence minister.", ["named"]),
    (f"{SENT}a lawmaker, Kari Holm, said.", ["named"]),
    (f"{SENT}the Kenyan defence ministry said.", ["named"]),
    (f"{SENT}NATO said.", ["named"]),
    (f"{SENT}the Norwegian prime minister said.", ["described"]),
    (f"{SENT}a Norwegian ministry spokesman said.", ["described"]),
    ("A retired general said Norway had sent tanks to Kenya.", ["described"]),
    (f"{SENT}an analyst said.", ["described"]),
    (f"{SENT}two Norwegian officials said.", ["anonymous"]),
    (f"{SENT}a source in the port said.", ["anonymous"]),
    (f"{SENT}two people familiar with the matter said.", ["anonymous"]),
    ("An unnamed Norwegian officer said Norway had sent tanks to Kenya.", ["anonymous"]),
    (f"{SENT}the Andean Chronicle reported, citing port workers.", ["named", "described"]),
    (f"{SENT}state television in Nairobi reported.", ["described"]),
    (f"{SENT}according to invoices obtained by the Lagos Inquirer.", ["named", "described"]),
    # bodies with a name, and those that nothing tells apart
    (f"{SENT}Norway's military intelligence service said.", ["named"]),
    (f"{SENT}Kenyan intelligence said.", ["named"]),
    (f"{SENT}army intelligence said.", ["named"]),
    (f"{SENT}the Kenyan general staff said.", ["named"]),
    (f"{SENT}the Kremlin said.", ["named"]),
    (f"{SENT}the interior ministry said.", ["named"]),
    (f"{SENT}the army said.", ["named"]),
    (f"{SENT}the Kenyan military said.", ["named"]),
    (f"{SENT}the government in Nairobi said.", ["named"]),
    (f"{SENT}the ministry said.", ["described"]),
    (f"{SENT}the military said.", ["described"]),
    (f"{SENT}the government said.", ["described"]),
    (f"{SENT}the authorities said.", ["described"]),
    (f"{SENT}a ministry said.", ["described"]),
    (f"{SENT}the Kenyan opposition said.", ["described"]),
    # whoever a pronoun takes up, and a noun
    ("The Andean Chronicle was first. Norway sent tanks to Kenya, the newspaper said.", ["named"]),
    ("Two papers wrote of it. Norway sent tanks to Kenya, a newspaper said.", ["described"]),
    (f"{SENT}a Norwegian officer said.", ["anonymous"]),
    ("Norwegian Prime Minister Ola Berg spoke in Oslo. “We will send 12 tanks to Kenya,” he said.", ["named"]),
    ("Norway denied that it had sent tanks to Kenya.", ["named"]),
]


@pytest.mark.parametrize(("text", "namings"), NAMINGS)
def test_namings(reader: Any, text: str, namings: list[str]) -> None:
    assert [source.naming for source in only_claim(reader, text).attribution] == namings


@pytest.mark.parametrize("example", load_language().anonymity.examples, ids=lambda example: example.text)
def test_the_examples_of_the_words(reader: Any, example: TermsExample) -> None:
    terms = [source.terms for source in only_claim(reader, example.text).attribution if source.terms is not None]
    assert terms == ([] if example.terms is None else [example.terms])


ELSEWHERE = [
    # the terms stand in another sentence, or belong to somebody else
    (f"{SENT}two Norwegian officials said. The officials spoke on condition of anonymity.", "on condition of anonymity"),
    (f"{SENT}a Norwegian official said. He asked not to be identified.", "asked not to be identified"),
    (f"{SENT}two port officials said. They were not authorised to brief the press.", "were not authorised to brief the press"),
    (
        "An official, who declined to be named, met reporters in Oslo. Norway sent tanks to Kenya, the official said.",
        "declined to be named",
    ),
    (f"{SENT}a Norwegian official said. A Kenyan trader asked not to be named.", None),
    (f"{SENT}Norwegian Defence Minister Kari Holm said. Two aides asked not to be named.", None),
    (f"{SENT}the Norwegian prime minister said. The port was not named.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "terms"), ELSEWHERE)
def test_terms_that_stand_elsewhere(reader: Any, text: str, terms: str | None) -> None:
    [claim] = claims(reader, text)
    assert [source.terms for source in claim.attribution] == [terms]


def test_whose_name_is_kept_back_is_an_anonymous_official(reader: Any) -> None:
    text = "The deputy defence minister of Norway, who declined to be named, said Norway had sent tanks to Kenya."
    [source] = only_claim(reader, text).attribution
    assert (source.source_class, source.naming) == ("anonymous_official", "anonymous")


def test_who_is_named_is_not_hidden(reader: Any) -> None:
    text = "Norwegian Defence Minister Kari Holm, who was not authorised to speak for NATO, said Norway sent tanks to Kenya."
    [source] = only_claim(reader, text).attribution
    assert (source.source_class, source.naming, source.terms) == ("named_official", "named", None)


def test_the_condition_binds_no_arms(reader: Any) -> None:
    text = "Norway sent tanks to Kenya, a Norwegian officer told Reuters on condition that he not be identified."
    assert only_claim(reader, text).conditions == ()
