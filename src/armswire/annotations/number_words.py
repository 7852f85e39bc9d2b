"""Numbers in words and figures: the number that starts at a token.

A number looks at a bounded count of tokens, so that hostile input costs no more than its length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from armswire.annotations.number_tokens import HYPHENS, NumberToken, NumberTokenizer
from armswire.lexicon.numbers import NumberLexicon


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read: it ends before token `after`; `rule` names the kind of reading.

    `factor` is the magnitude in it ("million"), which the number before it may share ("2 to 3 million").
    """

    after: int
    low: Decimal
    high: Decimal
    approximate: bool
    rule: str
    factor: Decimal = Decimal(1)

    @property
    def scaled(self) -> bool:
        """True for "2 million", False for "2" and "hundreds"."""
        return self.factor != 1


class NumberReader:
    """Reads tokens and single numbers with the words of one lexicon."""

    def __init__(self, numbers: NumberLexicon) -> None:
        words = numbers.words
        self.cardinals = {word: Decimal(value) for word, value in words.cardinals.items()}
        self.magnitudes = {word: Decimal(value) for word, value in words.magnitudes.items()}
        self.abbreviations = {word: Decimal(value) for word, value in words.magnitude_abbreviations.items()}
        self.vague = {entry.word: entry for entry in words.vague}
        few = sorted(words.few, key=lambda entry: -len(entry.phrase))
        self.few = [(entry.phrase.split(), entry) for entry in few]
        self._few_heads = {phrase[0] for phrase, _ in self.few}
        self.tokenizer = NumberTokenizer(sign for currency in words.currencies for sign in currency.signs)

    def read(self, tokens: Sequence[NumberToken], i: int, *, signed: bool = False) -> Number | None:
        """The number that starts at token `i`, or None. In `signed` sums a single letter may stand apart: "$5 B"."""
        if i >= len(tokens):
            return None
        token = tokens[i]
        if token.value is not None:
            return self._read_figure(tokens, i, signed=signed)
        if token.lower in self.vague:
            return self._read_vague(tokens, i)
        if token.lower in self._few_heads:
            few = self._read_few(tokens, i)
            if few is not None:
                return few
        return self._read_fraction(tokens, i) or self._read_words(tokens, i)

    def _read_figure(self, tokens: Sequence[NumberToken], i: int, *, signed: bool) -> Number | None:
        value = tokens[i].value
        assert value is not None
        after = self._skip_half(tokens, i + 1)
        if after is not None:
            value += Decimal("0.5")
        after, factor = self._read_magnitudes(tokens, after or i + 1, figure=True, signed=signed)
        return Number(after, value * factor, value * factor, approximate=False, rule="figure", factor=factor)

    def _skip_half(self, tokens: Sequence[NumberToken], i: int) -> int | None:
        """After "and a half", where a magnitude follows or the number is a word."""
        if [t.lower for t in tokens[i : i + 3]] != ["and", "a", "half"]:
            return None
        return i + 3

    def _read_magnitudes(
        self, tokens: Sequence[NumberToken], i: int, *, figure: bool, signed: bool = False
    ) -> tuple[int, Decimal]:
        factor = Decimal(1)
        for _ in range(2):  # "5,000 crore", "1 lakh crore", "hundred thousand"; no scale has three
            j = i + 1 if i < len(tokens) and tokens[i].text in HYPHENS and i + 1 < len(tokens) else i
            value = self._magnitude(tokens, j, figure=figure and factor == 1, signed=signed)
            if value is None:
                break
            factor *= value
            i = j + 1
        return i, factor

    def _magnitude(self, tokens: Sequence[NumberToken], i: int, *, figure: bool, signed: bool) -> Decimal | None:
        if i >= len(tokens) or tokens[i].space == "\n\n":
            return None
        token = tokens[i]
        value = self.magnitudes.get(token.lower)
        if value is not None or not figure:
            return value
        value = self.abbreviations.get(token.lower)
        if value is None or len(token.text) > 1:
            return value
        if signed:
            return value if token.space == "" or token.text.isupper() else None
        return value if token.space == "" and (token.lower == "k" or _counts_plural(tokens, i + 1)) else None

    def _read_vague(self, tokens: Sequence[NumberToken], i: int) -> Number | None:
        entry = self.vague[tokens[i].lower]
        low, high = Decimal(entry.min), Decimal(entry.max)
        of = i + 1 < len(tokens) and tokens[i + 1].lower == "of"
        if of and i + 2 < len(tokens) and tokens[i + 2].lower in self.vague:
            scale = self._scale(tokens[i + 2].lower)
            if scale is not None:
                # "hundreds of thousands" ends where the next word of the scale starts; sums keep round millions.
                rest = Decimal(999) if scale == 1000 else Decimal(0)
                return Number(i + 3, low * scale, high * scale + rest, approximate=True, rule="vague", factor=scale)
        if entry.of and not of:
            return None
        return Number(i + 1, low, high, approximate=True, rule="vague")

    def _scale(self, plural: str) -> Decimal | None:
        return self.magnitudes.get(plural.removesuffix("s"))

    def _read_few(self, tokens: Sequence[NumberToken], i: int) -> Number | None:
        for phrase, entry in self.few:
            after = i + len(phrase)
            if [t.lower for t in tokens[i:after]] != phrase or after >= len(tokens):
                continue
            after, factor = self._read_magnitudes(tokens, after, figure=False)
            low, high = entry.min * factor, entry.max * factor
            return Number(after, low, high, approximate=entry.approximate or factor != 1, rule="few", factor=factor)
        return None

    def _read_fraction(self, tokens: Sequence[NumberToken], i: int) -> Number | None:
        """ "half a million", "a half-billion", "half a dozen", "a quarter of a million", "quarter-million"."""
        j = i + 1 if tokens[i].lower == "a" and i + 1 < len(tokens) else i
        share = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(tokens[j].lower)
        if share is None:
            return None
        for k in range(j + 1, min(j + 4, len(tokens))):
            if tokens[k].space == "\n\n":
                break
            factor = self.magnitudes.get(tokens[k].lower)
            if factor is not None:
                return Number(k + 1, share * factor, share * factor, approximate=False, rule="fraction", factor=factor)
            if tokens[k].lower not in {"a", "of"} and tokens[k].text not in HYPHENS:
                break
        return None

    def _read_words(self, tokens: Sequence[NumberToken], i: int) -> Number | None:
        """English number words: "twenty-four", "two hundred and six", "one and a half million", "a dozen"."""
        start = i
        if tokens[i].lower in {"a", "an"}:
            if i + 1 >= len(tokens) or tokens[i + 1].lower not in self.magnitudes or tokens[i + 1].space == "":
                return None
            total, current, i = Decimal(0), Decimal(1), i + 1
        else:
            total, current = Decimal(0), Decimal(0)
        factor = Decimal(1)
        last = Decimal(1000)  # what the next unit or ten must stay below
        while i < len(tokens) and i - start < 20:
            j = self._skip_joint(tokens, i, start)
            if i > start and j < len(tokens) and tokens[j].space == "\n\n":
                break
            word = tokens[j].lower if j < len(tokens) else ""
            unit, magnitude = self.cardinals.get(word), self.magnitudes.get(word)
            if unit is not None and unit < last and (unit < 10 or last >= 100):
                current, i = current + unit, j + 1
                last = Decimal(0) if unit < 20 else Decimal(10)
            elif magnitude is not None and current:
                factor = magnitude
                if magnitude in {12, 100}:
                    current, last = current * magnitude, Decimal(100)
                else:
                    total, current, last = total + current * magnitude, Decimal(0), Decimal(1000)
                i = j + 1
            elif word == "and" and (half := self._skip_half(tokens, i)) is not None:
                if current:  # "one and a half million"
                    i, factor = self._read_magnitudes(tokens, half, figure=False)
                    current = (current + Decimal("0.5")) * factor
                else:  # "a million and a half"
                    total, i = total + factor / 2, half
                break
            else:
                break
        value = total + current
        if not value:
            return None
        return Number(i, value, value, approximate=False, rule="words", factor=factor)

    def _skip_joint(self, tokens: Sequence[NumberToken], i: int, start: int) -> int:
        """Past a hyphen inside a number, and past the "and" of "two hundred and six"."""
        if i == start or i + 1 >= len(tokens):
            return i
        if tokens[i].text in HYPHENS and tokens[i].space == "" and tokens[i + 1].space == "":
            return i + 1
        if (
            tokens[i].lower == "and"
            and tokens[i - 1].lower in self.magnitudes
            and tokens[i + 1].lower in self.cardinals
        ):
            return i + 1
        return i


def _counts_plural(tokens: Sequence[NumberToken], i: int) -> bool:
    """True when one of the next two words is a plural: "2m shells" are two million, "100m from" is a distance."""
    return any(t.lower.endswith("s") and len(t.lower) > 3 and t.space for t in tokens[i : i + 3])


@lru_cache(maxsize=4)
def number_reader(numbers: NumberLexicon) -> NumberReader:
    """The reader for a lexicon, compiled once."""
    return NumberReader(numbers)
