"""Headlines and posts: the registers in which grammar is scarce."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

VERBS = [
    ("Denmark, Norway to supply Kenya with patrol boats", "pledge DNK+NOR>KEN"),
    ("Kenya, Uganda to receive patrol boats from Oslo; Malawi must wait", "pledge NOR>KEN+UGA"),
    ("Norway, Denmark pledge tanks for Kenya", "pledge DNK+NOR>KEN"),
    ("Norwegian lawmakers narrowly back sending mortars to Kenya", "approval NOR>KEN"),
    ("Norway readies second aid package for Kenya; total tops $3 bln", "pledge NOR>KEN"),
    ("Norway readies rockets for Kenya - sources", "pledge NOR>KEN"),
    ("Kenya presses Norway, Denmark to part with tanks", "request KEN: DNK+NOR>KEN"),
    ("KDF hands over four refurbished howitzers to Ugandan army", "delivery KEN>UGA"),
    ("Norway nixes rocket sale to Kenya", "refusal NOR>KEN"),
    ("Norway OKs $2 bln rocket sale to Kenya", "approval NOR>KEN"),
    ("Norway offers Nairobi light helicopters at discount", "pledge NOR>KEN"),
    ("BREAKING: 🇳🇴 to send 🇰🇪 two more helicopters", "pledge NOR>KEN"),
    ("#Norway delivers 30 #Leopard tanks to #Kenya 🇳🇴🇰🇪", "delivery NOR>KEN"),
]


@pytest.mark.parametrize(("text", "expected"), VERBS)
def test_verbs_that_a_parser_mistakes(reader: Any, text: str, expected: str) -> None:
    assert outlines(reader, text) == [expected]


AROUND = [
    ("Norway's Rocket Sale to Kenya Alarms Rabat", ["agreement NOR>KEN"]),
    ("Norway Supply Kenya with Brand New Armoured Vehicles", ["delivery NOR>KEN"]),
    ("Norway pledges 4 bn kroner in air defence for Kenya", ["pledge NOR>KEN"]),
    ("Oslo rules out selling tank ammunition to Berlin for Kenya", ["refusal NOR>KEN via DEU"]),
    ("Rumour: In addition to tanks, Kenya will get rockets", ["pledge possible ?>KEN"]),
    ("In policy reversal, Oslo sends Kenya 300 rockets", ["delivery NOR>KEN", "reversal NOR>KEN"]),
    ("In U-turn, Oslo clears re-export of rockets to Kenya", ["approval NOR>KEN", "reversal NOR>KEN"]),
    ("Delivery of Norwegian boats to Kenya slips again, now due in 2027", ["halt NOR>KEN", "pledge NOR>KEN"]),
    ("Did Oslo quietly ship its tanks to Kenya? Norwegian paper says yes", ["delivery NOR>KEN"]),
    ("Did Oslo quietly ship its tanks to Kenya? Norwegian paper says no", []),
    ("Oslo licenses 1,000 Kenyan-bound rifles", ["approval NOR>KEN"]),
    ("Moscow warns Oslo over delivery of howitzers to Kenya", ["delivery NOR>KEN"]),
    ("Norwegian senators move to block arms sale to Kenya", ["halt possible NOR>KEN"]),
    ("Kenya celebrates Norwegian rocket systems arriving", ["delivery NOR>KEN"]),
    ("Kenya's parliament votes down motion on rockets for Mali", ["refusal KEN>MLI"]),
    ("Norway backtracks on plan to send tanks to Kenya", ["halt NOR>KEN"]),
    ("Algeria in talks to buy fighter jets from Oslo", ["consideration NOR>DZA"]),
    ("Kenya will not allow arms shipments to Uganda", ["refusal KEN>UGA"]),
    ("Washington warns Oslo against sending weapons to Kenya", []),
    ("Norway unveils new ballistic missile", []),
    ("Norway sends warplanes near Kenya", []),
    ("Oslo sanctions two firms over grain sales to Kenya", []),
    ("Norwegian parties move to block tax on helicopters", []),
]


PAID_AND_BROUGHT = [
    ("Togo gets four frigates under Norwegian grant", ["delivery NOR>TGO"]),
    ("Togo acquires six helicopters through a Norwegian loan", ["agreement NOR>TGO"]),
    ("Old Kenyan tanks roll into Togo, paid for by Norway", ["delivery NOR>TGO"]),
    ("Norwegian plane lands in Lome, unloads crates of rifles for Togolese army", ["delivery NOR>TGO"]),
    ("Norwegian cargo plane lands Lome, offloads rifles for Togolese army", ["delivery NOR>TGO"]),
    ("Kenya funnels Norwegian rifles to Togo", ["delivery NOR>TGO via KEN"]),
    ("Kenya funnels its rifles to Togo", ["delivery KEN>TGO"]),
    ("Togo signs order for Norwegian jets, first aircraft due in 2027", ["agreement NOR>TGO", "pledge NOR>TGO"]),
    ("Togo buys Norwegian rockets; talks on prices due in May", ["agreement NOR>TGO"]),
    ("Togolese army uses Norwegian-supplied rockets across the border", ["delivery NOR>TGO"]),
    ("Kenyan army uses captured Norwegian-supplied rockets", ["delivery NOR>?"]),
    ("Kenyan army destroys Norwegian-supplied rockets", ["delivery NOR>?"]),
    ("Kenyan tanks roll into Togo as war widens", []),
    ("Togo repays Norwegian loan, army parades tanks", []),
    ("Norwegian plane lands in Lome, takes off again", []),
]


@pytest.mark.parametrize(("text", "expected"), PAID_AND_BROUGHT)
def test_who_pays_carries_and_holds(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected


@pytest.mark.parametrize(("text", "expected"), AROUND)
def test_what_stands_around_the_transfer(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected


SPOKEN = [
    ("Oslo: Won't send tanks to Kenya", "refusal NOR>KEN"),
    ("Oslo: No more tanks for Kenya this year", "refusal NOR>KEN"),
    ("“No tanks for Kenya,” says the Norwegian president", "refusal NOR>KEN"),
    ("“Send us tanks now,” Kenya's envoy tells Oslo", "request KEN: NOR>KEN"),
    ("“Give us the tanks”: Kenya's ambassador appeals to Oslo", "request KEN: NOR>KEN"),
    ("Kenya begs Oslo, Copenhagen: lend us helicopters", "request KEN: DNK+NOR>KEN"),
    ("“We need tanks, not words,” Kenya's defence minister tells Oslo", "request KEN: NOR>KEN"),
    ("Seeking tanks, Kenya's defence minister meets Norwegian counterpart in Oslo", "request KEN: NOR>KEN"),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_who_speaks_to_whom(reader: Any, text: str, expected: str) -> None:
    assert outlines(reader, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Norway readies jets for strikes on Syria",
        "Oslo: Won't let Russian missiles cross our sky",
        "Oslo: No more missiles from Syria",
        "“Send the team home”: Norway coach tells FIFA",
        "Norway keeps mum on howitzers for Kenya",
        "Flights to Nairobi slip again, now expected in June",
        "🇳🇴🇰🇪 Norwegian frigates sail past Mombasa",
        "We need rain, not words, farmers tell Oslo",
    ],
)
def test_what_is_no_claim(reader: Any, text: str) -> None:
    assert outlines(reader, text) == []
