"""Who is meant by a phrase: states by their names and adjectives, pronouns, officials, allies."""

from __future__ import annotations

from typing import Any

import pytest
from readings import only_claim, outlines

PARTIES = [
    ("Norwegian manufacturers sold tanks to the Kenyan army.", "agreement NOR>KEN"),
    ("Oslo sold tanks to Nairobi.", "agreement NOR>KEN"),
    ("The government of Norway sent tanks to the armed forces of Kenya.", "delivery NOR>KEN"),
    ("Norway's defence ministry sent tanks to Kenya's navy.", "delivery NOR>KEN"),
    ("NATO sent helmets to Ukraine.", "delivery NATO>UKR"),
    ("The European Union sent helmets to Ukraine.", "delivery EU>UKR"),
    ("Western allies have sent tanks to Ukraine.", "delivery grp:west>UKR"),
    ("Norway and Denmark have sent tanks to Kenya.", "delivery DNK+NOR>KEN"),
    ("Norway has sent tanks to Kenya and Mali.", "delivery NOR>KEN+MLI"),
    ("North Korea sent shells to Russia.", "delivery PRK>RUS"),
    ("South Korea sent shells to Poland.", "delivery KOR>POL"),
    ("Iran has sent rockets to Hezbollah.", "delivery IRN>org:Hezbollah"),
    ("Tanks have been sent to Kenya by Norway.", "delivery NOR>KEN"),
    ("Kenya was given tanks by Norway.", "delivery NOR>KEN"),
    ("Norway gave Kenya 12 tanks.", "delivery NOR>KEN"),
    ("Norway provided Kenya with 12 tanks.", "delivery NOR>KEN"),
    ("Norway shipped shells to Kenya through Egypt.", "delivery NOR>KEN via EGY"),
    ("Norway shipped shells to Kenya via Egypt.", "delivery NOR>KEN via EGY"),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES)
def test_who_gives_and_who_gets(reader: Any, text: str, expected: str) -> None:
    assert outlines(reader, text) == [expected]


FIRMS = [
    ("LIG Nex1 inks Iraq air defence deal", "agreement KOR+org:LIG Nex1>IRQ"),
    ("Nammo, the Norwegian ammunition maker, signed to deliver shells to Denmark.", "agreement NOR+org:Nammo>DNK"),
    ("Chile has cancelled an order for six howitzers placed with Nexter.", "halt FRA+org:Nexter>CHL"),
    ("The Dutch government licensed Damen to build two frigates for Kenya.", "approval NLD+org:Damen>KEN"),
    ("Baykar has delivered six drones to Mali.", "delivery TUR+org:Baykar>MLI"),
    ("The Turkish firm Zelta has delivered six drones to Mali.", "delivery TUR+org:Zelta>MLI"),
    ("Damen signed a contract with Kenya for two frigates.", "agreement NLD+org:Damen>KEN"),
    ("Canada bought rifles from Colt Canada for Kenya.", "agreement CAN+org:Colt Canada>KEN via CAN"),
]


@pytest.mark.parametrize(("text", "expected"), FIRMS)
def test_a_firm_gives_together_with_its_home_state(reader: Any, text: str, expected: str) -> None:
    assert outlines(reader, text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["The Turkish firm Zelta delivered ten drones to the Turkish army.", "Baykar delivered six drones to Turkey."],
)
def test_what_a_firm_delivers_at_home_is_no_claim(reader: Any, text: str) -> None:
    assert outlines(reader, text) == []


TAKEN_UP = [
    ("North Korea held a parade. Washington said that the North had shipped missiles to Kenya.", "delivery PRK>KEN"),
    (
        "On a trip to Kenya he said that Norway's ban on sales of missiles to the country had been lifted.",
        "reversal NOR>KEN",
    ),
    ("Cuba is poor. Chad has urged Norway to stop arming the island.", "delivery NOR>CUB"),
    ("Norway has a new government. It sent tanks to Kenya on Monday.", "delivery NOR>KEN"),
    ("Kenya is at war. Norway has sent the country 12 tanks.", "delivery NOR>KEN"),
    ("Norway said that it would send tanks to Kenya.", "pledge NOR>KEN"),
    ("Norwegian Defence Minister Kari Holm met reporters. She promised 12 tanks to Kenya.", "pledge NOR>KEN"),
    ("Kenya urged Norway to lift its ban on arms sales to Nairobi.", "request KEN: NOR>KEN"),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP)
def test_pronouns_and_nouns_that_take_up_a_state(reader: Any, text: str, expected: str) -> None:
    assert expected in outlines(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway sold tanks to Kenya's enemies.",
        "Norway sold tanks to a neighbour of Kenya.",
        "Norway sold tanks to Kenya's rival.",
    ],
)
def test_the_foe_of_a_state_is_not_that_state(reader: Any, text: str) -> None:
    assert "KEN" not in only_claim(reader, text).recipient


def test_nobody_is_guessed(reader: Any) -> None:
    claim = only_claim(reader, "Rifles were delivered to Kenya.")
    assert (claim.supplier, claim.recipient) == ((), ("KEN",))


def test_we_is_who_speaks(reader: Any) -> None:
    claim = only_claim(reader, "“We have sent 12 tanks to Kenya,” Norwegian Defence Minister Kari Holm said.")
    assert (claim.supplier, claim.recipient) == (("NOR",), ("KEN",))


BESIDE_THE_ITEM = [
    ("Germany licensed 1,000 Kenya-bound rifles.", "approval DEU>KEN"),
    ("Kenya received trucks paid for by Norway.", "delivery NOR>KEN"),
    ("Sweden approved the export of spare parts for Brazil's Gripen fleet.", "approval SWE>BRA"),
    ("A British-led coalition will send 30 tanks to Ukraine.", "pledge GBR>UKR"),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE_THE_ITEM)
def test_participles_and_owners_beside_an_item_tell_a_party(reader: Any, text: str, expected: str) -> None:
    assert outlines(reader, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan army received the first home-built howitzers from a state plant.",
        "Iran builds drones for its army.",
        "Russian plants produce shells for the front in Ukraine.",
    ],
)
def test_what_is_made_at_home_for_use_at_home_is_no_claim(reader: Any, text: str) -> None:
    assert outlines(reader, text) == []


def test_unnamed_partners_are_the_west_only_of_a_state_at_war(reader: Any) -> None:
    assert outlines(reader, "Ukraine received 100 tanks from its partners.") == ["delivery grp:west>UKR"]
    assert outlines(reader, "Ghana received 100 tanks from its partners.") == ["delivery ?>GHA"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Other nations, like Ghana and Norway, have changed their policies of not sending arms to Kenya.",
         "reversal GHA+NOR>KEN"),
        ("It said other states, including Chile and Peru, would send rifles to Kenya.", "pledge CHL+PER>KEN"),
        ("Partners like Japan have promised Kenya radars.", "pledge JPN>KEN"),
    ],
)  # fmt: skip
def test_a_phrase_that_lists_its_parties_names_them(reader: Any, text: str, line: str) -> None:
    assert line in outlines(reader, text)


def test_states_that_nobody_names_are_not_those_named_nearby(reader: Any) -> None:
    text = "Norway called on Peru to help Kenya, citing states that dropped their policy of not sending arms to Kenya."
    assert not any(line.startswith(("reversal NOR", "reversal PER")) for line in outlines(reader, text))


def test_set_phrases_name_no_party(reader: Any) -> None:
    assert outlines(reader, "Iran, for its part, has sent drones to the Sudanese army.") == ["delivery IRN>SDN"]


def test_who_blocks_a_plan_did_not_make_it(reader: Any) -> None:
    text = "Kenya wants more tanks. A plan to buy 100 from Norway's Nammo was blocked by the government in Oslo."
    assert "refusal NOR+org:Nammo>KEN" in outlines(reader, text)


def test_whom_a_ministry_speaks_about_is_not_its_own_state(reader: Any) -> None:
    text = (
        "The defence ministry stated that the shells which Peru bought from Chile are meant for Peru's own forces. "
        '"Our position that we give no weapons to Mali has not changed," a ministry official told reporters.'
    )
    assert "refusal PER>MLI" not in outlines(reader, text)


# Whose "its" is hangs on who acts, and who acts on whose "its" is.
CIRCLES = [
    ("Harm to Kenya by its refusing to sell tanks to Mali was feared.", "refusal"),
    ("The harm done to Kenya by its refusing to sell tanks to Mali was great.", "refusal"),
]


@pytest.mark.parametrize(("text", "stage"), CIRCLES)
def test_a_question_that_leads_back_to_itself_has_no_answer(reader: Any, text: str, stage: str) -> None:
    claim = only_claim(reader, text)
    assert claim.stage == stage
    assert claim.recipient == ("MLI",)
