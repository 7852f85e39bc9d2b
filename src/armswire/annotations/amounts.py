"""Amounts: a number with the words that modify it, its sign, and the second number of a range.

Sums and quantities are both amounts; which of the two one is, its neighbours tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from armswire.annotations.number_tokens import HYPHENS, NumberToken
from armswire.annotations.number_words import Number, NumberReader, number_reader
from armswire.lexicon.numbers import NumberLexicon

DASHES = HYPHENS | frozenset("–—−")
_COMPARISONS = {"~": True, "≈": True, ">": True, "<": True, "≥": True, "≤": True, "±": True}


@dataclass(frozen=True, slots=True)
class Amount:
    """Tokens `first` (modifiers included) to `after` (excluded); `core` is the first token of the number or its sign.

    `sign` is the currency sign or code before it, `modified` tells that words before or after make it approximate.
    """

    first: int
    core: int
    after: int
    number: Number
    sign: str | None = None
    modified: bool = False

    @property
    def approximate(self) -> bool:
        """True where the number or a word beside it says so."""
        return self.modified or self.number.approximate


class AmountReader:
    """Reads the amounts of a text with the words of one lexicon."""

    def __init__(self, numbers: NumberLexicon) -> None:
        words = numbers.words
        self.reader: NumberReader = number_reader(numbers)
        self.codes = frozenset(code for currency in words.currencies for code in currency.codes)
        self._changes = frozenset(words.changes)
        self._before = _by_last_word(
            [(p, True) for p in words.modifiers_before.approximate] + [(p, False) for p in words.modifiers_before.exact]
        )
        self._behind = sorted((phrase.split() for phrase in words.modifiers_after), key=len, reverse=True)

    def read(self, tokens: Sequence[NumberToken]) -> Iterator[Amount]:
        """The amounts, in the order of the text, not overlapping."""
        i = floor = 0
        while i < len(tokens):
            amount = self._read_at(tokens, i, floor)
            if amount is None:
                i += 1
            else:
                yield amount
                i = floor = amount.after

    def _read_at(self, tokens: Sequence[NumberToken], i: int, floor: int) -> Amount | None:
        single = self._read_single(tokens, i)
        if single is None:
            return None
        first, modified = self._modifiers_before(tokens, i, floor)
        amount = self._read_range(tokens, replace(single, first=first), floor)
        after, also = self._modifiers_behind(tokens, amount.after)
        return replace(amount, after=after, modified=amount.modified or modified or also)

    def _read_single(self, tokens: Sequence[NumberToken], i: int) -> Amount | None:
        j, sign = self._sign(tokens, i)
        number = self.reader.read(tokens, j, signed=sign is not None)
        return None if number is None else Amount(i, i, number.after, number, sign)

    def _sign(self, tokens: Sequence[NumberToken], i: int) -> tuple[int, str | None]:
        """Past "$", "EUR", "USD$" and "a $" before a number, and the sign."""
        sign = None
        for token in tokens[i : i + 2]:
            if token.text not in self.reader.tokenizer.signs and token.text not in self.codes:
                break
            sign, i = sign or token.text, i + 1
        return i, sign

    def _modifiers_before(self, tokens: Sequence[NumberToken], i: int, floor: int) -> tuple[int, bool]:
        approximate = False
        for _ in range(3):
            if i == floor or tokens[i].space == "\n\n":
                break
            last = tokens[i - 1].lower
            if tokens[i - 1].text in _COMPARISONS:
                i, approximate = i - 1, True
                continue
            for phrase, loose in self._before.get(last, ()):
                start = i - len(phrase)
                if start >= floor and [t.lower for t in tokens[start:i]] == phrase:
                    i, approximate = start, approximate or loose
                    break
            else:
                break
        return i, approximate

    def _modifiers_behind(self, tokens: Sequence[NumberToken], i: int) -> tuple[int, bool]:
        if i < len(tokens) and tokens[i].text == "+" and tokens[i].space == "":
            return i + 1, True
        j = i + 1 if i < len(tokens) and tokens[i].text in HYPHENS else i
        if j > i and j < len(tokens) and tokens[j].lower in {"odd", "plus", "some"}:
            return j + 1, True
        for phrase in self._behind:
            if [t.lower for t in tokens[i : i + len(phrase)]] == phrase:
                return i + len(phrase), True
        return i, False

    def _read_range(self, tokens: Sequence[NumberToken], one: Amount, floor: int) -> Amount:
        """`one` with the second number of its range, where there is one."""
        i = one.after
        if i >= len(tokens) or not self._joins(tokens, one, floor):
            return one
        two = self._read_single(tokens, i + 1)
        if two is None or (two.sign and two.sign != one.sign) or tokens[i + 1].space == "\n\n":
            return one
        low, high = one.number, two.number
        if not low.scaled and high.scaled and low.high <= high.high / high.factor:
            low = replace(low, low=low.low * high.factor, high=low.high * high.factor)
        if low.low > high.high or (tokens[i].lower == "or" and high.high > 10 * low.high):
            return one
        both = Number(
            high.after,
            low.low,
            max(low.high, high.high),
            approximate=low.approximate or high.approximate,
            rule="range",
            factor=high.factor,
        )
        opened = one.first > floor and tokens[one.first - 1].lower in {"between", "from", "anywhere"}
        return replace(one, first=one.first - opened, after=high.after, number=both)

    def _joins(self, tokens: Sequence[NumberToken], one: Amount, floor: int) -> bool:
        """True where the token after `one` can join it with a second number into a range."""
        joint = tokens[one.after]
        before = tokens[one.first - 1].lower if one.first > floor else ""
        if joint.text in DASHES:
            return joint.space == "" or (one.after + 1 < len(tokens) and tokens[one.after + 1].space != "")
        if joint.lower == "and":
            return before == "between"
        if joint.lower == "to":
            recent = {t.lower for t in tokens[max(floor, one.first - 8) : one.first]}
            return not (before == "from" and recent & self._changes)
        return joint.lower == "or"


def _by_last_word(phrases: list[tuple[str, bool]]) -> dict[str, list[tuple[list[str], bool]]]:
    result: dict[str, list[tuple[list[str], bool]]] = {}
    for phrase, loose in sorted(phrases, key=lambda p: -len(p[0].split())):
        result.setdefault(phrase.split()[-1], []).append((phrase.split(), loose))
    return result


@lru_cache(maxsize=4)
def amount_reader(numbers: NumberLexicon) -> AmountReader:
    """The reader for a lexicon, compiled once."""
    return AmountReader(numbers)
