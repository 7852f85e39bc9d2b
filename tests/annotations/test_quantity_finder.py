"""Quantities: what is read, as what range, and what is left alone."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.annotations.quantity_finder import find_quantities
from armswire.lexicon.numbers import load_numbers
from armswire.model.span import Span

NUMBERS = load_numbers()

READ = [
    # text, words, min, max, approximate, unit
    ("Norway sent some 100,000 artillery rounds.", "some 100,000", 100_000, 100_000, True, None),
    ("It bought 100,000 rounds of 155-millimeter shells.", "100,000 rounds of", 100_000, 100_000, False, "rounds"),
    ("It made hundreds of thousands of shells.", "hundreds of thousands", 200_000, 999_999, True, None),
    ("It has tens of thousands of rounds of ammunition.", "tens of thousands of rounds of", 20_000, 99_999, True, "rounds"),
    ("Dozens of tanks rolled in.", "Dozens", 24, 99, True, None),
    ("They lent scores of trucks.", "scores", 40, 99, True, None),
    ("There are thousands of mines.", "thousands", 2000, 999_999, True, None),
    ("It gave several tanks.", "several", 3, 9, True, None),
    ("It gave several batteries of rockets.", "several batteries of", 3, 9, True, "batteries"),
    ("It gave several hundred mortars.", "several hundred", 300, 900, True, None),
    ("It gave a few tanks.", "a few", 3, 5, True, None),
    ("It gave a few dozen tanks.", "a few dozen", 36, 60, True, None),
    ("It gave a couple of jets.", "a couple of", 2, 2, True, None),
    ("It gave a pair of jets.", "a pair of", 2, 2, False, None),
    ("It sold over 20 boats.", "over 20", 20, 20, True, None),
    ("It sold at least 500 drones.", "at least 500", 500, 500, True, None),
    ("It sold up to 30 jets.", "up to 30", 30, 30, True, None),
    ("It sold as many as 40 jets.", "as many as 40", 40, 40, True, None),
    ("It sold an estimated 7,500 drones.", "an estimated 7,500", 7500, 7500, True, None),
    ("It sold nearly two dozen jets.", "nearly two dozen", 24, 24, True, None),
    ("It sold more than a dozen jets.", "more than a dozen", 12, 12, True, None),
    ("It sold roughly 1.5 million mines.", "roughly 1.5 million", 1_500_000, 1_500_000, True, None),
    ("It sold exactly 14 guns.", "exactly 14", 14, 14, False, None),
    ("It sold between 20 and 30 tanks.", "between 20 and 30", 20, 30, False, None),
    ("It sold 20 to 30 tanks.", "20 to 30", 20, 30, False, None),
    ("It sold 20-30 tanks.", "20-30", 20, 30, False, None),
    ("It sold 20–30 tanks.", "20–30", 20, 30, False, None),
    ("It sold two or three tanks.", "two or three", 2, 3, False, None),
    ("It sold 10 to 12 thousand shells.", "10 to 12 thousand", 10_000, 12_000, False, None),
    ("It sold 2-3 million cartridges.", "2-3 million", 2_000_000, 3_000_000, False, None),
    ("It sold half a million shells.", "half a million", 500_000, 500_000, False, None),
    ("It sold a half-million shells.", "a half-million", 500_000, 500_000, False, None),
    ("It sold a quarter of a million shells.", "a quarter of a million", 250_000, 250_000, False, None),
    ("It sold one and a half million shells.", "one and a half million", 1_500_000, 1_500_000, False, None),
    ("It sold a million and a half shells.", "a million and a half", 1_500_000, 1_500_000, False, None),
    ("It sold a million shells.", "a million", 1_000_000, 1_000_000, False, None),
    ("It sold 100k drones.", "100k", 100_000, 100_000, False, None),
    ("It sold 2m shells.", "2m", 2_000_000, 2_000_000, False, None),
    ("It sold 1,200 rifles.", "1,200", 1200, 1200, False, None),
    ("It sold 1 200 rifles.", "1 200", 1200, 1200, False, None),
    ("It sold 5,00,000 cartridges.", "5,00,000", 500_000, 500_000, False, None),
    ("It sold 1 lakh rifles.", "1 lakh", 100_000, 100_000, False, None),
    ("It sold 12 155mm howitzers.", "12", 12, 12, False, None),
    ("It sold a dozen boats.", "a dozen", 12, 12, False, None),
    ("It sold half a dozen boats.", "half a dozen", 6, 6, False, None),
    ("It sold twenty-four guns.", "twenty-four", 24, 24, False, None),
    ("It sold two hundred and six guns.", "two hundred and six", 206, 206, False, None),
    ("It sold one hundred twenty-five thousand shells.", "one hundred twenty-five thousand", 125_000, 125_000, False, None),
    ("Nine boats left.", "Nine", 9, 9, False, None),
    ("It promised two battalions of howitzers.", "two battalions of", 2, 2, False, "battalions"),
    ("It promised two more battalions of howitzers.", "two more battalions of", 2, 2, False, "battalions"),
    ("It promised a squadron of helicopters.", "a squadron of", 1, 1, False, "squadron"),
    ("It flew in 30 tonnes of flour.", "30 tonnes of", 30, 30, False, "tonnes"),
    ("It flew in 90 tons, he said.", "90 tons", 90, 90, False, "tons"),
    ("It awaits a shipment of 30 tanks.", "30", 30, 30, False, None),
    ("It sold 50-odd tanks.", "50-odd", 50, 50, True, None),
    ("It sold 30 or so guns.", "30 or so", 30, 30, True, None),
    ("It sold 100+ drones.", "100+", 100, 100, True, None),
    ("It sold one launcher.", "one", 1, 1, False, None),
    ("Oslo to Send Two Battalions of Howitzers", "Two Battalions of", 2, 2, False, "battalions"),
    ("It sold 2000 shells.", "2000", 2000, 2000, False, None),
    ("The port received a 30-tank consignment.", "30", 30, 30, False, None),
    ("It gave each group 20 rifles.", "20", 20, 20, False, None),
]  # fmt: skip

LEFT_ALONE = [
    "It happened in 2023.",
    "After the 2022 elections",
    "the 15th brigade",
    "about 30 percent of it",
    "30% of it",
    "at 10:30 on the day",
    "by 3-2 in the vote",
    "at 5 p.m. sharp",
    "under Article 5",
    "UN Resolution 1701",
    "No. 3 on the list",
    "Ola Nordmann, 54, said so",
    "a 30-year-old man",
    "aged 40",
    "World War Two",
    "the Group of Seven",
    "one of the planes",
    "no one knows",
    "for 24 hours",
    "a 300-kilometre range",
    "100m from the border",
    "$50 million",
    "40 euros",
    "an F-16, a T-72 and an AIM-120",
    "a K9",
    "two-thirds of them",
    "three times as many",
    "on 24 February",
    "see https://example.org/4/12",
    "few tanks remain",
    "a shipment of weapons",
]


@pytest.mark.parametrize(("text", "words", "low", "high", "approximate", "unit"), READ)
def test_reads(text: str, words: str, low: float, high: float, approximate: bool, unit: str | None) -> None:
    (mention,) = find_quantities(text, NUMBERS)
    quantity = mention.quantity
    assert mention.span.of(text) == words
    assert (quantity.min, quantity.max, quantity.approximate, quantity.unit) == (low, high, approximate, unit)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_leaves_alone(text: str) -> None:
    assert find_quantities(text, NUMBERS) == []


def test_a_change_is_two_numbers() -> None:
    found = find_quantities("Output rose from 10 to 30 guns.", NUMBERS)
    assert [m.quantity.min for m in found] == [10, 30]


def test_reads_nothing_in_taken_stretches() -> None:
    text = "It sent 180 K2 tanks and 48 155 mm guns."
    taken = [Span(12, 14), Span(text.index("155"), text.index("155") + 6)]
    assert [m.span.of(text) for m in find_quantities(text, NUMBERS, taken)] == ["180", "48"]


def test_a_number_ends_with_its_paragraph() -> None:
    assert [m.quantity.min for m in find_quantities("It sold twenty\n\nThree more left", NUMBERS)] == [20, 3]


words = st.sampled_from(
    [*NUMBERS.words.cardinals, *NUMBERS.words.magnitudes, *(v.word for v in NUMBERS.words.vague), "a", "and", "half", "-",
     "of", "some", "between", "to", "12", "1,200", "3.5", "$", "rounds", "\n\n", "several", "few", "quarter", "155mm", "%"]
)  # fmt: skip


@given(
    st.one_of(
        st.text(max_size=80), st.lists(words, max_size=14).map(" ".join), st.lists(words, max_size=14).map("".join)
    )
)
@settings(max_examples=300, deadline=None)
def test_mentions_are_ordered_and_well_formed(text: str) -> None:
    found = find_quantities(text, NUMBERS)
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert 0 < mention.quantity.min <= mention.quantity.max
        assert mention.span.of(text) == mention.span.of(text).strip()
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.integers(min_value=1, max_value=999_999_999))
def test_grouped_figures_come_back(value: int) -> None:
    (mention,) = find_quantities(f"It sold {value:,} plus guns", NUMBERS)
    assert mention.quantity.min == value


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "1,", " ", "$", "hundred ", "half a ", "between 1 and ", "some ", "1-", "\n"]
)
def test_hostile_text_costs_its_length(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    start = time.process_time()
    find_quantities(text, NUMBERS)
    assert time.process_time() - start < 30  # about 0.1 s where it is linear, a minute where it is not
