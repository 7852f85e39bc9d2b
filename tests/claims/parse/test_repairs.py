"""Slips of the parser inside one sentence, seen in what the sentence says in the end."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, outlines

MENDED = [
    ("The French president stopped short of promising tanks to Mali.", ["pledge negated FRA>MLI"]),
    ("The German chancellor stopped short of promising Kyiv the cruise missiles.", ["pledge negated DEU>UKR"]),
    ("Since May Iran has sent to Sudan, besides instructors, two drones and mortars.", ["delivery IRN>SDN"]),
    ("Talks between Baku and Ankara over ten drones are far from over.", ["consideration TUR>AZE"]),
    ("Negotiations between Oslo and Seoul over 90 howitzers are far from finished.", ["consideration KOR>NOR"]),
]

MODALS_AND_FRONTS = [
    ("Madrid will not only triple the number of shells it sends to Ukraine but also supply Georgia with radars.",
     ["pledge ESP>GEO", "pledge ESP>UKR"]),
    ("Oman should have armed Chad years before the coup.", []),
    ("To Chad's army Oman has given lorries, and Kenya 20 mortars.", ["delivery KEN>TCD", "delivery OMN>TCD"]),
    ("To Ghana's navy Italy has sent two patrol boats, and to Togo Spain has sold rifles.",
     ["agreement ESP>TGO", "delivery ITA>GHA"]),
    ("Greece has given Moldova all of its mortars, 30 in number, as well as the lorries that pull them, the general "
     "staff in Athens confirmed.", ["delivery GRC>MDA"]),
    ("Chad can number its tanks and drive to Togo.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MODALS_AND_FRONTS)
def test_modals_and_who_stands_in_front(reader: Any, text: str, expected: list[str]) -> None:
    assert sorted(outlines(reader, text)) == expected


LEFT = [
    ("Talks between Washington and Moscow over missiles in Europe are to begin.", []),
    ("The fair in Milan was full of promising tanks.", []),
    ("Besides Kenya, drones and mortars worry the neighbours.", []),
]


@pytest.mark.parametrize(("text", "expected"), [*MENDED, *LEFT])
def test_what_is_said_once_the_parse_is_mended(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected


CLAUSES_ABOUT_ITEMS = [
    ("Chad has received none of the drones that Turkey promised.",
     ["delivery negated TUR>TCD", "pledge TUR>TCD"]),
    ("The six mortars pledged by Spain to Chad arrived in May.", ["delivery ESP>TCD", "pledge ESP>TCD"]),
    ("The jets requested by Peru from Sweden are old.", ["request PER: SWE>PER"]),
    ("Togo will not get the four Turkish drones it was promised.", ["pledge TUR>TGO", "refusal TUR>TGO"]),
    ("The tanks that Kyiv needs are costly.", []),
    ("Missiles that promise victory are rare.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAUSES_ABOUT_ITEMS)
def test_clauses_about_an_item(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected


PLACES = [
    ("A request from Vilnius for two batteries of howitzers is being examined in Oslo.",
     ["consideration NOR>LTU", "request LTU: NOR>LTU"]),
    ("The sale of drones to Niger was approved in Ankara last week.", ["approval TUR>NER"]),
    ("The tanks were being studied in Iran.", []),
    ("At the summit in Jakarta China promised Cambodia two corvettes.", ["pledge CHN>KHM"]),
    ("Although its own stores are full of shells, Sweden's neighbour Denmark has no plans to give any of them to Georgia.",
     ["refusal DNK>GEO"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_who_decides_and_who_acts_by_the_place(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected


def test_a_verb_with_a_tense_continues_the_verb_of_speech(reader: Any) -> None:
    text = "Chile's president said the world must stand firm and hinted that her government is considering sending Mali tanks."
    assert outlines(reader, text) == ["consideration CHL>MLI"]


def test_a_statement_behind_a_comma_is_what_stands_before(reader: Any) -> None:
    [accused, denied] = claims(reader, "Chad accused Sudan of sending rifles to Mali, a charge Khartoum denies.")
    told = {(claim.polarity.value, tuple(source.actor for source in claim.attribution)) for claim in (accused, denied)}
    assert told == {("affirmed", ("TCD",)), ("negated", ("SDN",))}
