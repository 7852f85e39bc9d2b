"""Whose gap a supply fills, and who is said to use it in the end."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, outline, outlines

BACKFILLS = [
    "Slovakia gave tanks to Ukraine and in exchange will receive tanks from Germany.",
    "Germany will deliver tanks to Slovakia to replace those it gave to Ukraine.",
]


@pytest.mark.parametrize("text", BACKFILLS)
def test_a_replacement_is_promised_and_is_an_end_use(reader: Any, text: str) -> None:
    lines = outlines(reader, text)
    assert "end_use DEU>SVK" in lines
    assert "pledge DEU>SVK" in lines


GAPS = [
    "Greece gave Cyprus 20 tanks in March. Italy filled the gap with 20 newer ones.",
    "Italy backfilled the mortars that Greece gave to Moldova with 12 newer ones.",
]


@pytest.mark.parametrize("text", GAPS)
def test_who_fills_a_gap_gives_to_whoever_gave_something_away(reader: Any, text: str) -> None:
    lines = outlines(reader, text)
    assert "delivery ITA>GRC" in lines
    assert "end_use ITA>GRC" in lines


@pytest.mark.parametrize("closing", ["", ", an army memo says", ", a procurement agency document shows"])
def test_goods_whose_sender_is_told_beside_them_replace_others(reader: Any, closing: str) -> None:
    text = f"The tanks that Chile has ordered from Norway will replace those it gave to Peru{closing}."
    found = [one for one in claims(reader, text) if one.stage == "end_use"]
    assert [(one.supplier, one.recipient) for one in found] == [(("NOR",), ("CHL",))]


def test_goods_that_replace_what_was_scrapped_fill_nobodys_gap(reader: Any) -> None:
    text = "Norway sold 20 tanks to Chile. The tanks will replace those that were scrapped."
    assert [one.stage for one in claims(reader, text)] == ["agreement"]


def test_an_army_that_replaces_its_own_tanks_is_given_nothing(reader: Any) -> None:
    assert outlines(reader, "Poland will replace its Soviet tanks with Abrams.") == []


def test_what_is_sent_says_who_sends_it(reader: Any) -> None:
    text = "The radars from Madrid are meant to backfill the radars that Riga gave Ukraine in May."
    lines = outlines(reader, text)
    assert "end_use ESP>LVA" in lines
    assert "end_use LVA>UKR" not in lines


def test_the_end_user_of_named_arms(reader: Any) -> None:
    text = "The end user of the 40 Italian radars is the Kenyan navy, according to a certificate."
    assert outlines(reader, text) == ["end_use ITA>KEN"]


def test_a_plain_supply_is_no_end_use(reader: Any) -> None:
    assert outlines(reader, "Germany will deliver tanks to Slovakia.") == ["pledge DEU>SVK"]


STATED = [
    (
        "Norway sold 100,000 shells to Denmark. Denmark is the end user, the ministry in Oslo said.",
        "end_use NOR>DNK",
    ),
    ("Norway sold shells to Denmark to replenish Danish stockpiles.", "end_use NOR>DNK"),
]


@pytest.mark.parametrize(("text", "line"), STATED)
def test_the_end_user_is_stated(reader: Any, text: str, line: str) -> None:
    [claim] = [claim for claim in claims(reader, text) if claim.stage.value == "end_use"]
    assert outline(claim) == line
    assert claim.conditions
    assert all(condition in text for condition in claim.conditions)
    assert [item.ml for item in claim.items] == ["ML3"]


def test_who_denies_that_it_is_the_end_user(reader: Any) -> None:
    text = "Norway sold 100,000 shells to Denmark. Denmark is not the end user, the ministry in Oslo said."
    assert "end_use negated NOR>DNK" in outlines(reader, text)


def test_refilled_shelves_are_no_end_use(reader: Any) -> None:
    assert outlines(reader, "The shops will replenish their stocks of bread before the feast.") == []


def test_a_supply_named_again_for_its_end_user_is_no_second_supply(reader: Any) -> None:
    text = (
        "Norway bought 12 howitzers from Peru for Ukraine in May. "
        "Peru's government said the purchase was made on the premise that Norway is the end user."
    )
    assert outlines(reader, text) == ["agreement PER>UKR via NOR", "end_use PER>NOR"]


def test_a_sentence_that_names_the_parties_tells_of_their_supply(reader: Any) -> None:
    text = (
        "Norway bought 12 howitzers from Peru for Ukraine in May. "
        "Peru sold Norway the guns on the premise that Norway is the end user."
    )
    assert "agreement PER>NOR" in outlines(reader, text)
