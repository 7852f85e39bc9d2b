from __future__ import annotations

import pytest

from armswire.articles.pdf.paragraphs import join_pages

WIDE = "The ministry of defence of Norland said that it would sell six boats to its neighbour"


def test_wrapped_lines_become_a_paragraph_and_a_short_last_line_ends_it() -> None:
    assert join_pages([[WIDE, "for a price that it did not tell.", "Sudmark said nothing.", WIDE, "later."]]) == (
        f"{WIDE} for a price that it did not tell.\nSudmark said nothing.\n{WIDE} later."
    )


def test_a_heading_and_a_list_stand_by_themselves() -> None:
    lines = ["Boats for Sudmark", WIDE, "and more:", "• six boats", "• twelve guns", "- a crane", "", "The end"]
    assert join_pages([lines]).splitlines() == [
        "Boats for Sudmark", f"{WIDE} and more:", "• six boats", "• twelve guns", "- a crane", "The end",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["It will deliver the am-", "munition."], "It will deliver the ammunition."),
        (["It will deliver the am\u00ad", "munition."], "It will deliver the ammunition."),
        (["An anti-aircraft gun, and another anti-", "aircraft gun."], "An anti-aircraft gun, and another anti-aircraft gun."),
        (["Missiles that go from surface-", "to-air are few."], "Missiles that go from surface-to-air are few."),
        (["The years 2020 -", "2021 were good."], "The years 2020 - 2021 were good."),
        (["He met the Norland-", "Sudmark council."], "He met the Norland- Sudmark council."),
    ],
)  # fmt: skip
def test_parted_words_are_made_whole(lines: list[str], whole: str) -> None:
    assert join_pages([lines]) == whole


def test_heads_feet_and_numbers_of_pages_are_left_out() -> None:
    pages = [
        ["Ministry of Defence", f"{WIDE} the {word} boat,", f"that of the {word} lot.", f"Page {at} of 3"]
        for at, word in enumerate(("first", "second", "third"), 1)
    ]
    assert join_pages(pages).splitlines() == [
        f"{WIDE} the {word} boat, that of the {word} lot." for word in ("first", "second", "third")
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    assert join_pages([[WIDE, "- 1 -"], ["which it did not name.", "2"]]) == f"{WIDE} which it did not name."


@pytest.mark.parametrize("pages", [[], [[]], [["", " "]], [["1"]]])
def test_no_words_are_no_text(pages: list[list[str]]) -> None:
    assert join_pages(pages) == ""
