"""Finds how many: "some 100,000 rounds of", "two dozen", "between 20 and 30" become ranges with their unit.

A number that counts nothing that could be handed over (a year, an age, a share, a score, a section) is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from armswire.annotations.amounts import Amount, AmountReader, amount_reader
from armswire.annotations.number_neighbours import NumberNeighbours
from armswire.annotations.number_tokens import NumberToken
from armswire.lexicon.numbers import NumberLexicon
from armswire.model.annotation import QuantityMention
from armswire.model.ranges import Quantity
from armswire.model.span import Span


def find_quantities(text: str, numbers: NumberLexicon, taken: Sequence[Span] = ()) -> list[QuantityMention]:
    """The quantities of `text`, in its order, not overlapping.

    `taken` are stretches that are already read as something else (sums, dates, "K9", "155mm"): no number is read in
    them. The span covers modifiers, number and unit words, "of" included. `unit` is the unit word as written, in lower
    case, where one counts what follows ("rounds of"); None where the item itself is counted ("20 tanks").
    "at least", "up to" and "over" do not move the number, they make it approximate.
    """
    return _finder(numbers).find(text, taken)


class QuantityFinder:
    """Finds quantities with the words of one lexicon."""

    def __init__(self, numbers: NumberLexicon) -> None:
        words = numbers.words
        self._amounts: AmountReader = amount_reader(numbers)
        self._units = {word: entry for entry in words.units for word in entry.words}
        self._additions = frozenset(words.additions)
        self._neighbours = NumberNeighbours(numbers)

    def find(self, text: str, taken: Sequence[Span] = ()) -> list[QuantityMention]:
        """See `find_quantities`."""
        tokens = self._amounts.reader.tokenizer.tokens(text, taken)
        result: list[QuantityMention] = []
        after = 0
        for amount in self._amounts.read(tokens):
            result.extend(self._units_with_article(tokens, after, amount.first))
            after = amount.after
            if self._neighbours.counts(tokens, amount):
                mention, after = self._mention(tokens, amount)
                result.append(mention)
        result.extend(self._units_with_article(tokens, after, len(tokens)))
        return result

    def _mention(self, tokens: Sequence[NumberToken], amount: Amount) -> tuple[QuantityMention, int]:
        after, unit = self._unit(tokens, amount.after)
        number = amount.number
        quantity = Quantity(float(number.low), float(number.high), amount.approximate, unit)
        span = Span(tokens[amount.first].start, tokens[after - 1].end)
        return QuantityMention(span, quantity, number.rule), after

    def _unit(self, tokens: Sequence[NumberToken], i: int) -> tuple[int, str | None]:
        """Past the unit words after a number, and the unit; "thousands of rounds of" has a first "of" of its own."""
        start = i
        if i < len(tokens) and tokens[i].lower == "of":
            i += 1
        while i < len(tokens) and i < start + 3 and tokens[i].lower in self._additions:
            i += 1
        entry = self._units.get(tokens[i].lower) if i < len(tokens) else None
        if entry is None:
            return start, None
        of = i + 1 < len(tokens) and tokens[i + 1].lower == "of"
        if not of and not entry.alone:
            return start, None
        return i + 1 + of, tokens[i].lower

    def _units_with_article(self, tokens: Sequence[NumberToken], start: int, end: int) -> list[QuantityMention]:
        """ "a squadron of", "a new battery of": one of the unit."""
        result = []
        for i in range(max(start, 1), end - 1):
            entry = self._units.get(tokens[i].lower)
            if entry is None or not entry.one or tokens[i + 1].lower != "of" or tokens[i].space != " ":
                continue
            first = i - 1
            while first > start and first > i - 3 and tokens[first].lower in self._additions:
                first -= 1
            if tokens[first].lower in {"a", "an"} and not tokens[i].lower.endswith("ss"):
                span = Span(tokens[first].start, tokens[i + 1].end)
                result.append(QuantityMention(span, Quantity(1.0, 1.0, unit=tokens[i].lower), "article"))
        return result


@lru_cache(maxsize=4)
def _finder(numbers: NumberLexicon) -> QuantityFinder:
    return QuantityFinder(numbers)
