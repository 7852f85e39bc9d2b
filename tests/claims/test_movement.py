"""Goods on their way, sold to be passed on, paid for and not come, and old ones that are replaced."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

READ = [
    ("Pallets of mortar rounds from Serbia crossed Hungary before they were flown to the government in Bamako.",
     ["delivery SRB>MLI via HUN"]),
    ("Some 900 mortars were sold by Zagreb to a German dealer, who plans to pass them on to Ukraine.",
     ["agreement HRV>UKR via DEU", "pledge DEU>UKR"]),
    ("The rifles were delivered to the army in Lusaka by Poland.", ["delivery POL>ZMB"]),
    ("Ghana has not received the trucks for which it paid Sweden's Scania in 2021.", ["delivery negated SWE>GHA"]),
    ("Togo has not received the patrol boats that France's Ocea was paid for last year.", ["delivery negated FRA>TGO"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), READ)
def test_the_way_of_goods_says_who_gives_and_who_gets_them(reader: Any, text: str, lines: list[str]) -> None:
    assert outlines(reader, text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "Serbian rifles crossed Hungary on their way to a museum.",
        "Before it could lend Peru one of its frigates, Chile would have to train the crews.",
    ],
)
def test_what_only_moves_or_has_yet_to_be_possible_is_no_claim(reader: Any, text: str) -> None:
    assert outlines(reader, text) == []


def test_old_arms_that_are_replaced_went_to_none_of_the_parties_to_the_new_ones(reader: Any) -> None:
    text = "Estonia ordered six trainer aircraft from Spain. They will replace jets that were sold off in 2010."
    assert outlines(reader, text) == ["agreement ESP>EST"]


USED_IN_THE_END = [
    ("The 30 radars that Rome will ship in June are meant to refill the stocks of the Estonian army.",
     ["end_use ITA>EST", "pledge ITA>EST"]),
    ("Sweden pays for Moldova's radars.", ["delivery SWE>MDA"]),
    ("Turkey is paying the Somali army's fuel.", ["delivery TUR>SOM"]),
    ("Poland sent food and blankets to Kenya's army.", ["delivery POL>KEN"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), USED_IN_THE_END)
def test_whose_stocks_and_whose_goods_they_are_says_who_gets_them(reader: Any, text: str, lines: list[str]) -> None:
    assert sorted(outlines(reader, text)) == lines


@pytest.mark.parametrize(
    "text",
    [
        "Turkey sent tents and medicine to Libya after the flood.",
        "A ship with Danish barley, donated to Sudan under a UN food programme, docked in Port Sudan.",
        "French jets went to Mali to bomb a camp.",
    ],
)
def test_aid_without_soldiers_and_aircraft_on_their_way_are_no_claim(reader: Any, text: str) -> None:
    assert outlines(reader, text) == []
