"""What is transferred, with its own number."""

from __future__ import annotations

from typing import Any

import pytest
from readings import only_claim

ITEMS = [
    # the sentence; category and least and most of each item
    ("Norway sent tanks to Kenya.", [("ML6", None)]),
    ("Norway sent 12 tanks to Kenya.", [("ML6", (12, 12))]),
    ("Norway sent twelve tanks to Kenya.", [("ML6", (12, 12))]),
    ("Norway sent 12 tanks and 4 howitzers to Kenya.", [("ML6", (12, 12)), ("ML2", (4, 4))]),
    ("Norway sent tanks, drones and rifles to Kenya.", [("ML6", None), ("ML10", None), ("ML1", None)]),
    ("Norway sent 100,000 rounds of artillery ammunition to Kenya.", [("ML3", (100000, 100000))]),
    ("Norway sent hundreds of thousands of shells to Kenya.", [("ML3", (200000, 999999))]),
    ("Norway sent some 5,000 helmets to Kenya.", [("ML13", (5000, 5000))]),
    ("Norway sent weapons such as tanks to Kenya.", [("ML6", None)]),
    ("Norway sent weapons to Kenya.", [("ARMS", None)]),
    ("Norway sent a frigate to Kenya.", [("ML9", (1, 1))]),
    ("Norway sold Kenya four K9 howitzers.", [("ML2", (4, 4))]),
    ("Norway sent six Gepard anti-aircraft guns to Kenya.", [("ML2", (6, 6))]),
    ("Norway sent three Patriot air-defence systems to Kenya.", [("ML4", (3, 3))]),
    ("Norway sent ten ambulances to Kenya's army.", [("MED", (10, 10))]),
    ("Norway sent gas masks to Kenya.", [("ML7", None)]),
]


@pytest.mark.parametrize(("text", "expected"), ITEMS)
def test_items_and_their_numbers(
    reader: Any, text: str, expected: list[tuple[str, tuple[float, float] | None]]
) -> None:
    items = only_claim(reader, text).items
    found = [(i.ml, None if i.quantity is None else (i.quantity.min, i.quantity.max)) for i in items]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_a_number_about_something_else_counts_no_item(reader: Any) -> None:
    [item] = only_claim(reader, "Norway, which has 19 counties, sent tanks to Kenya.").items
    assert item.quantity is None


def test_a_calibre_counts_nothing(reader: Any) -> None:
    [item] = only_claim(reader, "Norway sent 155mm shells to Kenya.").items
    assert (item.ml, item.designation, item.quantity) == ("ML3", "155mm", None)


def test_round_numbers_are_marked_as_such(reader: Any) -> None:
    [about] = only_claim(reader, "Norway sent about 200 rifles to Kenya.").items
    [exact] = only_claim(reader, "Norway sent 200 rifles to Kenya.").items
    assert about.quantity is not None
    assert exact.quantity is not None
    assert (about.quantity.approximate, exact.quantity.approximate) == (True, False)


@pytest.mark.parametrize(
    ("text", "lethal"),
    [
        ("Norway sent rifles to Kenya.", True),
        ("Norway sent helmets to Kenya.", False),
        ("Norway sent drones to Kenya.", None),
        ("Norway sent attack drones to Kenya.", True),
    ],
)
def test_whether_it_kills(reader: Any, text: str, lethal: bool | None) -> None:
    [item] = only_claim(reader, text).items
    assert item.lethal is lethal


AMOUNTS = [
    # the number as written; least, most, whether approximate, and the unit
    ("up to 40 tanks", (40, 40, True, None)),
    ("more than 40 tanks", (40, 40, True, None)),
    ("between 40 and 50 tanks", (40, 50, False, None)),
    ("dozens of tanks", (24, 99, True, None)),
    ("a battery of missiles", (1, 1, False, "battery")),
    ("two batteries of air-defence missiles", (2, 2, False, "batteries")),
    ("30 night-vision devices", (30, 30, False, None)),
]


@pytest.mark.parametrize(("words", "expected"), AMOUNTS)
def test_amounts(reader: Any, words: str, expected: tuple[float, float, bool, str | None]) -> None:
    [item] = only_claim(reader, f"Norway sent {words} to Kenya.").items
    assert item.quantity is not None
    assert (item.quantity.min, item.quantity.max, item.quantity.approximate, item.quantity.unit) == expected


def test_each_item_has_its_own_number_and_unit(reader: Any) -> None:
    items = only_claim(reader, "Norway sent 20 units of tanks and a total of 50 rifles to Kenya.").items
    assert [(i.ml, i.quantity and (i.quantity.min, i.quantity.unit)) for i in items] == [
        ("ML6", (20, "units")),
        ("ML1", (50, None)),
    ]


def test_the_item_is_quoted_as_written(reader: Any) -> None:
    text = "Norway sold Kenya four K9 self-propelled howitzers."
    [item] = only_claim(reader, text).items
    assert item.text in text
    assert item.designation == "K9"


def test_arming_names_its_arms_itself(reader: Any) -> None:
    [item] = only_claim(reader, "Mali accuses Chad of arming Tuareg rebels.").items
    assert (item.text, item.ml) == ("arming", "ARMS")


def test_a_number_in_quotation_marks_counts_what_follows(reader: Any) -> None:
    [item] = only_claim(reader, "Norway to send '6 more' Caesar howitzers to Kenya").items
    assert item.quantity is not None
    assert (item.quantity.min, item.quantity.max) == (6, 6)
