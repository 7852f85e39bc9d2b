"""Finds sums of money: "$1.2bn", "3.5 billion euros", "billions of dollars" become ranges in an ISO 4217 currency."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from armswire.annotations.amounts import Amount, amount_reader
from armswire.annotations.number_tokens import HYPHENS, NumberToken
from armswire.annotations.number_words import Number
from armswire.lexicon.numbers import Currency, NumberLexicon
from armswire.model.annotation import MoneyMention
from armswire.model.ranges import Money
from armswire.model.span import Span

# How far a word may stand that decides which crowns or rials are meant: the sentence and a half before, half behind.
_BEFORE, _BEHIND = 300, 120
_LARGEST = Decimal(10) ** 18


def find_money(text: str, numbers: NumberLexicon, taken: Sequence[Span] = ()) -> list[MoneyMention]:
    """The sums of `text`, in its order, not overlapping; none is read in the stretches `taken`.

    The span covers modifiers, number, sign and currency words. "Dollars" and "$" are US dollars unless a demonym stands
    with them; a shared word such as "crowns" takes the currency of the nearest state that has it ("the Norwegian ...
    200 million crowns") and is no mention where none is near.
    """
    return _finder(numbers).find(text, taken)


class MoneyFinder:
    """Finds sums with the words of one lexicon."""

    def __init__(self, numbers: NumberLexicon) -> None:
        words = numbers.words
        self._amounts = amount_reader(numbers)
        self._vague = {entry.word.removesuffix("s"): entry for entry in words.vague}
        self._weights = frozenset(words.weights)
        self._by_sign: dict[str, list[Currency]] = {}
        self._by_word: dict[tuple[str, ...], list[Currency]] = {}
        self._by_demonym: dict[tuple[str, ...], list[Currency]] = {}
        for currency in words.currencies:
            for sign in (*currency.signs, *currency.codes):
                self._by_sign.setdefault(sign, []).append(currency)
            for word in currency.words:
                self._by_word.setdefault(self._key(word), []).append(currency)
            for demonym in currency.demonyms:
                self._by_demonym.setdefault(self._key(demonym), []).append(currency)
        self._word_lengths = sorted({len(key) for key in self._by_word}, reverse=True)
        self._demonym_lengths = sorted({len(key) for key in self._by_demonym}, reverse=True)
        near = {word: None for currency in words.currencies for word in currency.near}
        self._near = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, near))})(?!\w)")

    def _key(self, words: str) -> tuple[str, ...]:
        return tuple(token.lower for token in self._amounts.reader.tokenizer.tokens(words))

    def find(self, text: str, taken: Sequence[Span] = ()) -> list[MoneyMention]:
        """See `find_money`."""
        tokens = self._amounts.reader.tokenizer.tokens(text, taken)
        found = [m for amount in self._amounts.read(tokens) if (m := self._mention(text, tokens, amount)) is not None]
        found.extend(self._multiples(text, tokens))
        found.sort(key=lambda mention: mention.span)
        return list(_merge_ranges(text, found))

    def _mention(self, text: str, tokens: Sequence[NumberToken], amount: Amount) -> MoneyMention | None:
        after, behind, demonym = self._currency_behind(tokens, amount.after, vague=amount.number.rule != "figure")
        candidates = behind
        rule = "word"
        if amount.sign is not None:
            rule = "sign"
            if behind is None or not demonym:  # "$50 million", but "$50 million Canadian dollars"
                candidates = self._by_sign[amount.sign]
        elif not demonym and amount.number.high < 1_000_000 and tokens[after - 1].lower in self._weights:
            return None
        if candidates is None:
            return None
        span = Span(tokens[amount.first].start, tokens[after - 1].end)
        currency = self._choose(text, candidates, span)
        if currency is None or amount.number.high > _LARGEST:
            return None
        if amount.number.rule in {"vague", "few", "range"}:
            rule = f"{rule}+{amount.number.rule}"
        return MoneyMention(span, _money(amount.number, currency.code, approximate=amount.approximate), rule)

    def _currency_behind(
        self, tokens: Sequence[NumberToken], i: int, *, vague: bool
    ) -> tuple[int, list[Currency] | None, bool]:
        """Past the currency words or sign after a number, what they may mean, and whether a demonym is there."""
        start = i
        if i < len(tokens) and (tokens[i].text in HYPHENS or (vague and tokens[i].lower == "of")):
            i += 1
        if i >= len(tokens) or tokens[i].space == "\n\n":
            return start, None, False
        if tokens[i].text in self._by_sign:
            belongs_to_next = i + 1 < len(tokens) and tokens[i + 1].value is not None and tokens[i + 1].space == ""
            return (start, None, False) if belongs_to_next else (i + 1, self._by_sign[tokens[i].text], False)
        demonym_after, of_demonym = _longest(tokens, i, self._by_demonym, self._demonym_lengths)
        word_after, of_word = _longest(tokens, demonym_after, self._by_word, self._word_lengths)
        if of_word is None:
            return start, None, False
        if of_demonym is None:
            return word_after, of_word, False
        both = [currency for currency in of_word if currency in of_demonym]
        return word_after, both or of_word, bool(both)

    def _choose(self, text: str, candidates: Sequence[Currency], span: Span) -> Currency | None:
        """The currency meant: the only one, the one whose state is named nearest, or the default."""
        if len(candidates) == 1:
            return candidates[0]
        nearest: tuple[int, Currency] | None = None
        for match in self._near.finditer(text, max(0, span.start - _BEFORE), min(len(text), span.end + _BEHIND)):
            distance = span.start - match.end() if match.end() <= span.start else 2 * (match.start() - span.end)
            for currency in candidates:
                if match[0] in currency.near and (nearest is None or distance < nearest[0]):
                    nearest = (distance, currency)
        if nearest is not None:
            return nearest[1]
        return next((currency for currency in candidates if currency.default), None)

    def _multiples(self, text: str, tokens: Sequence[NumberToken]) -> Iterator[MoneyMention]:
        """ "multi-billion-dollar", "multimillion-euro"."""
        for i, token in enumerate(tokens):
            if not token.lower.startswith("multi"):
                continue
            word, after = token.lower.removeprefix("multi"), i + 1
            if not word and i + 2 < len(tokens):
                after += tokens[i + 1].text in HYPHENS
                word, after = tokens[after].lower, after + 1
            entry = self._vague.get(word)
            if entry is None:
                continue
            after, candidates, _ = self._currency_behind(tokens, after, vague=False)
            span = Span(token.start, tokens[after - 1].end)
            currency = self._choose(text, candidates, span) if candidates else None
            if currency is not None:
                yield MoneyMention(span, Money(entry.min, entry.max, currency.code, approximate=True), "multiple")


def _longest(
    tokens: Sequence[NumberToken], i: int, table: dict[tuple[str, ...], list[Currency]], lengths: Sequence[int]
) -> tuple[int, list[Currency] | None]:
    for length in lengths:
        found = table.get(tuple(token.lower for token in tokens[i : i + length]))
        if found is not None and i + length <= len(tokens):
            return i + length, found
    return i, None


def _money(number: Number, code: str, *, approximate: bool) -> Money:
    return Money(int(number.low), max(int(number.low), int(number.high)), code, approximate)


def _merge_ranges(text: str, mentions: Sequence[MoneyMention]) -> Iterator[MoneyMention]:
    """Joins "between 1 billion euros and 2 billion euros" and "1 million dollars to 2 million dollars"."""
    held: MoneyMention | None = None
    for mention in mentions:
        if held is not None and held.span.end <= mention.span.start:
            joined = _join(text, held, mention)
            if joined is None:
                yield held
            held = mention if joined is None else joined
        elif held is None:
            held = mention
    if held is not None:
        yield held


def _join(text: str, one: MoneyMention, two: MoneyMention) -> MoneyMention | None:
    joint = text[one.span.end : two.span.start].strip() if two.span.start - one.span.end < 8 else ""
    opened = re.search(r"\bbetween\s{1,3}$", text[max(0, one.span.start - 12) : one.span.start])
    low, high = one.money, two.money
    if low.currency != high.currency or low.max > high.max or (joint != "to" and not (joint == "and" and opened)):
        return None
    start = one.span.start - (len(opened[0]) if opened else 0)
    if joint == "to" and re.search(r"\bfrom\s{1,3}$", text[max(0, one.span.start - 9) : one.span.start]):
        return None  # "rose from 1 million dollars to 2 million dollars" tells two sums
    money = Money(min(low.min, high.min), high.max, low.currency, low.approximate or high.approximate)
    return MoneyMention(Span(start, two.span.end), money, f"{one.rule.split('+')[0]}+range")


@lru_cache(maxsize=4)
def _finder(numbers: NumberLexicon) -> MoneyFinder:
    return MoneyFinder(numbers)
