"""Answers that name no arms: what a party says is not there, was not done or has not been decided."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, words_of

SOLD = "India says Pakistan has sold mortars to Chad."
SAID, DENIED = "agreement PAK>TCD @IND", "agreement negated PAK>TCD [denies] @PAK"
PLANNED = "Serbia is to send tanks to Sudan, the Trieste Observer reported."
TO_COME = "pledge SRB>SDN @media"

DENIALS = [
    ("“There is no such offer,” a Pakistani general said.", DENIED),
    ("“No such deal exists,” Pakistan's defence minister said.", DENIED),
    ("“There was no sale,” said Pakistan's foreign ministry.", DENIED),
    ("Islamabad said that there had been no such sale.", DENIED),
    ("Islamabad said that no sale had taken place.", DENIED),
    ("“This is pure speculation,” a Pakistani diplomat said.", DENIED),
    ("“We have sent nothing,” Pakistan's defence minister, Omar Latif, said.", DENIED),
    ("“Pakistan has not given them anything,” a Pakistani general said.", "delivery negated PAK>TCD [denies] @PAK"),
    ("“We did not do it,” Pakistan's foreign minister said.", DENIED),
    ("“Pakistan has done no such thing,” said a Pakistani general.", DENIED),
    ("“Nothing of the kind has happened,” a Pakistani general said.", DENIED),
    ("“Not a single round has left our country,” a Pakistani general said.", DENIED),
    ("“We have never sold a single mortar to Chad,” the Pakistani foreign office said.", DENIED),
    ("Islamabad said that it had not sold any weapons to Chad.", DENIED),
    ("“There is no such offer,” Pakistani army spokesman Imran Latif told Radio Indus.", "agreement negated PAK>TCD [denies] @media<PAK"),
    ("“That's right,” a Pakistani general told the Karachi Mirror.", "agreement PAK>TCD [confirms] @media<PAK"),
    ("“I can confirm that,” Pakistani Defence Minister Omar Latif told Radio Indus.", "agreement PAK>TCD [confirms] @media<PAK"),
    ("“I cannot confirm that,” a Pakistani general said.", "agreement uncommitted PAK>TCD [declines] @PAK"),
]  # fmt: skip
UNDECIDED = [
    ("“No decision has been taken,” a Serbian government spokeswoman said.", "pledge negated SRB>SDN [denies] @SRB"),
    ("“No such decision has been made,” Serbia's defence minister told TV Sava.", "pledge negated SRB>SDN [denies] @media<SRB"),
    ("Belgrade said that nothing had been decided.", "pledge negated SRB>SDN [denies] @SRB"),
    ("“There are no such plans,” a Serbian official said.", "pledge negated SRB>SDN [denies] @SRB"),
]  # fmt: skip
LEAVES = [
    "“There is no such offer,” a baker told the Lakeside Post.",
    "“There is no plan to leave the treaty,” a Pakistani general said.",
    "“No decision has been taken on the price of fish,” Pakistan's fisheries minister said.",
    "“There was no sale of carpets,” a Pakistani trader said.",
    "“We have sent nothing to Peru,” a Pakistani general said.",
    "“There is no deal yet,” a Pakistani general said.",
    "“Nothing has changed,” a Pakistani general said.",
    "“We know nothing about that,” a Pakistani general said.",
    "“No decision has been taken,” a Kenyan spokeswoman said.",
    "“It is a lie that the harvest failed,” Pakistan's farm minister said.",
]
PLAIN = [
    ("“We have not sold one mortar to Chad,” a Pakistani general said.", ["agreement negated PAK>TCD @PAK"]),
    ("Seoul: We have not sent shells to Ukraine", ["delivery negated KOR>UKR @KOR"]),
    (
        "India sold mortars to Kenya. Pakistan has not sold mortars to Chad, a Pakistani general said.",
        ["agreement IND>KEN @", "agreement negated PAK>TCD @PAK"],
    ),
    (
        "Pakistan sold mortars to Chad, a Pakistani general said. He said that it had not sold any to Mali.",
        ["agreement PAK>TCD @PAK", "agreement negated PAK>MLI @PAK"],
    ),
]


@pytest.mark.parametrize(("said", "line"), DENIALS)
def test_a_party_denies_what_was_reported(reader: Any, said: str, line: str) -> None:
    assert sorted(map(words_of, claims(reader, f"{SOLD} {said}"))) == sorted([SAID, line])


@pytest.mark.parametrize(("said", "line"), UNDECIDED)
def test_what_is_undecided_was_not_promised(reader: Any, said: str, line: str) -> None:
    assert sorted(map(words_of, claims(reader, f"{PLANNED} {said}"))) == sorted([TO_COME, line])


@pytest.mark.parametrize("said", LEAVES)
def test_what_is_said_of_something_else_is_no_answer(reader: Any, said: str) -> None:
    assert list(map(words_of, claims(reader, f"{SOLD} {said}"))) == [SAID]


@pytest.mark.parametrize(("text", "lines"), PLAIN)
def test_a_plain_negation_answers_nobody(reader: Any, text: str, lines: list[str]) -> None:
    assert sorted(map(words_of, claims(reader, text))) == sorted(lines)
