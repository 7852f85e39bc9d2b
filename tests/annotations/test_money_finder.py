"""Sums of money: what is read, in which currency, and what is left alone."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.annotations.money_finder import find_money
from armswire.lexicon.numbers import load_numbers
from armswire.model.span import Span

NUMBERS = load_numbers()
M, B = 10**6, 10**9

READ = [
    # text, words, min, max, currency, approximate
    ("worth $50 million", "$50 million", 50 * M, 50 * M, "USD", False),
    ("worth US$1.2bn", "US$1.2bn", 1200 * M, 1200 * M, "USD", False),
    ("worth 3.5 billion euros", "3.5 billion euros", 3500 * M, 3500 * M, "EUR", False),
    ("worth 2,5 billion euros", "2,5 billion euros", 2500 * M, 2500 * M, "EUR", False),
    ("worth 1 bln euros", "1 bln euros", B, B, "EUR", False),
    ("worth €2.4bn", "€2.4bn", 2400 * M, 2400 * M, "EUR", False),
    ("worth EUR 2.4bn", "EUR 2.4bn", 2400 * M, 2400 * M, "EUR", False),
    ("worth billions of dollars", "billions of dollars", 2 * B, 999 * B, "USD", True),
    ("worth tens of millions of euros", "tens of millions of euros", 20 * M, 99 * M, "EUR", True),
    ("worth hundreds of millions of dollars", "hundreds of millions of dollars", 200 * M, 999 * M, "USD", True),
    ("worth several billion dollars", "several billion dollars", 3 * B, 9 * B, "USD", True),
    ("worth a half-billion dollars", "a half-billion dollars", B // 2, B // 2, "USD", False),
    ("worth half a billion dollars", "half a billion dollars", B // 2, B // 2, "USD", False),
    ("worth one and a half billion euros", "one and a half billion euros", 1500 * M, 1500 * M, "EUR", False),
    ("worth a billion euros", "a billion euros", B, B, "EUR", False),
    ("worth $1-2 billion", "$1-2 billion", B, 2 * B, "USD", False),
    ("worth $1.5 to $2 billion", "$1.5 to $2 billion", 1500 * M, 2 * B, "USD", False),
    ("worth between $1 billion and $2 billion", "between $1 billion and $2 billion", B, 2 * B, "USD", False),
    ("worth between 1 billion euros and 2 billion euros", "between 1 billion euros and 2 billion euros", B, 2 * B, "EUR", False),
    ("worth €200m-€300m", "€200m-€300m", 200 * M, 300 * M, "EUR", False),
    ("worth $650M", "$650M", 650 * M, 650 * M, "USD", False),
    ("worth $650 mln", "$650 mln", 650 * M, 650 * M, "USD", False),
    ("worth $5 B", "$5 B", 5 * B, 5 * B, "USD", False),
    ("a 650-million-dollar deal", "650-million-dollar", 650 * M, 650 * M, "USD", False),
    ("a $100-million package", "$100-million", 100 * M, 100 * M, "USD", False),
    ("worth nearly $800 million", "nearly $800 million", 800 * M, 800 * M, "USD", True),
    ("worth up to €500m", "up to €500m", 500 * M, 500 * M, "EUR", True),
    ("worth 12 billion zlotys", "12 billion zlotys", 12 * B, 12 * B, "PLN", False),
    ("worth 1.3 trillion won", "1.3 trillion won", 1300 * B, 1300 * B, "KRW", False),
    ("worth 500,000 Swiss francs", "500,000 Swiss francs", 500_000, 500_000, "CHF", False),
    ("worth Rs 5,000 crore", "Rs 5,000 crore", 50 * B, 50 * B, "INR", False),
    ("Islamabad paid Rs. 500 crore", "Rs. 500 crore", 5 * B, 5 * B, "PKR", False),
    ("worth 1 lakh crore rupees", "1 lakh crore rupees", 10**12, 10**12, "INR", False),
    ("worth 3 billion Swedish kronor", "3 billion Swedish kronor", 3 * B, 3 * B, "SEK", False),
    ("worth 20 million Danish kroner", "20 million Danish kroner", 20 * M, 20 * M, "DKK", False),
    ("The Norwegian ministry set aside 200 million crowns.", "200 million crowns", 200 * M, 200 * M, "NOK", False),
    ("Prague set aside 200 million crowns.", "200 million crowns", 200 * M, 200 * M, "CZK", False),
    ("Tehran set aside 9 trillion rials.", "9 trillion rials", 9000 * B, 9000 * B, "IRR", False),
    ("worth C$500 million", "C$500 million", 500 * M, 500 * M, "CAD", False),
    ("worth A$1.1 billion", "A$1.1 billion", 1100 * M, 1100 * M, "AUD", False),
    ("worth NT$12.5 billion", "NT$12.5 billion", 12_500 * M, 12_500 * M, "TWD", False),
    ("worth $50 million Canadian dollars", "$50 million Canadian dollars", 50 * M, 50 * M, "CAD", False),
    ("worth 40 million U.S. dollars", "40 million U.S. dollars", 40 * M, 40 * M, "USD", False),
    ("worth 300 million USD", "300 million USD", 300 * M, 300 * M, "USD", False),
    ("worth £2.3bn", "£2.3bn", 2300 * M, 2300 * M, "GBP", False),
    ("worth 20 million pounds", "20 million pounds", 20 * M, 20 * M, "GBP", False),
    ("worth 2 million Syrian pounds", "2 million Syrian pounds", 2 * M, 2 * M, "SYP", False),
    ("worth 300 billion yen", "300 billion yen", 300 * B, 300 * B, "JPY", False),
    ("worth 7 billion yuan", "7 billion yuan", 7 * B, 7 * B, "CNY", False),
    ("China set aside ¥20 billion", "¥20 billion", 20 * B, 20 * B, "CNY", False),
    ("It set aside ¥20 billion", "¥20 billion", 20 * B, 20 * B, "JPY", False),
    ("worth 100 million hryvnias", "100 million hryvnias", 100 * M, 100 * M, "UAH", False),
    ("worth 50€", "50€", 50, 50, "EUR", False),
    ("a multi-billion-dollar deal", "multi-billion-dollar", 2 * B, 999 * B, "USD", True),
    ("a multimillion-euro contract", "multimillion-euro", 2 * M, 999 * M, "EUR", True),
    ("sold 30 $50,000 drones", "$50,000", 50_000, 50_000, "USD", False),
    ("worth $3.45 million", "$3.45 million", 3_450_000, 3_450_000, "USD", False),
]  # fmt: skip

LEFT_ALONE = [
    "They set aside 200 million crowns.",
    "a 2,000-pound bomb",
    "500 pounds of explosives",
    "The party won 3 seats.",
    "30 tanks",
    "dollars and euros",
    "$ and €",
]


@pytest.mark.parametrize(("text", "words", "low", "high", "currency", "approximate"), READ)
def test_reads(text: str, words: str, low: int, high: int, currency: str, approximate: bool) -> None:
    (mention,) = find_money(text, NUMBERS)
    money = mention.money
    assert mention.span.of(text) == words
    assert (money.min, money.max, money.currency, money.approximate) == (low, high, currency, approximate)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_leaves_alone(text: str) -> None:
    assert find_money(text, NUMBERS) == []


def test_a_change_is_two_sums() -> None:
    found = find_money("The budget rose from $4 billion to $6 billion.", NUMBERS)
    assert [m.money.min for m in found] == [4 * B, 6 * B]


def test_reads_nothing_in_taken_stretches() -> None:
    assert find_money("worth $50 million", NUMBERS, [Span(6, 17)]) == []


words = st.sampled_from(
    ["$", "€", "12", "1.5", "1,000", "million", "billions", "of", "dollars", "euros", "to", "between", "and", "-", "crowns",
     "Norwegian", "multi", "half", "a", "some", "Rs", "crore", "trillion", "tens", "pounds", "\n\n"]
)  # fmt: skip


@given(
    st.one_of(
        st.text(max_size=60), st.lists(words, max_size=14).map(" ".join), st.lists(words, max_size=14).map("".join)
    )
)
@settings(max_examples=300, deadline=None)
def test_mentions_are_ordered_and_well_formed(text: str) -> None:
    found = find_money(text, NUMBERS)
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert 0 <= mention.money.min <= mention.money.max
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.integers(min_value=1, max_value=10**12), st.sampled_from(["$", "€", "£", "A$", "₩"]))
def test_grouped_sums_come_back(value: int, sign: str) -> None:
    (mention,) = find_money(f"worth {sign}{value:,} in all", NUMBERS)
    assert mention.money.min == mention.money.max == value


@pytest.mark.parametrize("piece", ["$", "$1", "1 million crowns ", "multi-", "billions of ", "$1-", "Rs. "])
def test_hostile_text_costs_its_length(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    start = time.process_time()
    find_money(text, NUMBERS)
    assert time.process_time() - start < 30
