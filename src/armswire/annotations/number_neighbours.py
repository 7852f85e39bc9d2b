"""Tells a number that counts things from one in a name, date, sum, measure or score, by what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from armswire.annotations.amounts import DASHES, Amount
from armswire.annotations.number_tokens import HYPHENS, NumberToken
from armswire.annotations.number_words import number_reader
from armswire.lexicon.numbers import NumberLexicon

_YEARS = range(1900, 2100)
_MAX_AGE = 110
_GLUE = frozenset("/:_@#=\\&*.,'’") | DASHES
_OPENING_MARKS = frozenset("\"“”‘'’([—–~><≈+≥≤…!?;")


class NumberNeighbours:
    """The words of one lexicon that keep a number from being a count."""

    def __init__(self, numbers: NumberLexicon) -> None:
        words = numbers.words
        self._signs = number_reader(numbers).tokenizer.signs
        self._additions = frozenset(words.additions)
        self._not_counted = frozenset(words.not_counted)
        self._labels = frozenset(words.labels)
        self._capital_labels = frozenset(words.capital_labels)
        self._name_heads = frozenset(words.name_heads)
        self._one_not_before = frozenset(words.one_not_before)
        self._one_not_after = frozenset(words.one_not_after)
        self._money = frozenset(w for c in words.currencies for w in (*c.words, *map(str.lower, c.codes)))
        self._months = frozenset(name for month in words.months for name in (month.name, *month.short))

    def counts(self, tokens: Sequence[NumberToken], amount: Amount) -> bool:
        """True unless its neighbours say that the number is part of a name, a date, a sum, a measure or a score."""
        before = tokens[amount.core - 1] if amount.core else None
        behind = tokens[amount.after] if amount.after < len(tokens) else None
        return not (
            amount.sign is not None
            or amount.number.low == 0
            or self._glued(tokens, amount)
            or self._measures(tokens, amount.after)
            or self._dated(before, behind)
            or self._labelled(tokens, amount, before)
            or self._year(tokens, amount, behind)
            or self._aged(tokens, amount)
            or self._named(tokens, amount, before, behind)
            or self._loose_one(tokens, amount, before, behind)
        )

    def _glued(self, tokens: Sequence[NumberToken], amount: Amount) -> bool:
        """Digits that are part of a longer code, score, time or address: "F-16", "3-2", "10:30", "a1"."""
        first, after = amount.core, amount.after
        if first and tokens[first].space == "":
            mark = tokens[first - 1].text
            if mark not in _OPENING_MARKS or (mark in DASHES and first > 1 and tokens[first - 2].value is not None):
                return True
        if after == len(tokens) or tokens[after].space:
            return False
        behind = tokens[after]
        if not behind.lower or behind.text[0].isalpha() or behind.text in self._signs:
            return True
        if behind.text not in _GLUE or after + 1 == len(tokens) or tokens[after + 1].space:
            return False
        return tokens[after + 1].value is not None or behind.text not in DASHES | {"’", "'", ",", "."}

    def _measures(self, tokens: Sequence[NumberToken], i: int) -> bool:
        """True before "years", "-kilometre", "%", "metric hours": time, length, share, or a sum."""
        j = i
        if i < len(tokens) and tokens[i].text in HYPHENS and tokens[i].space == "":
            i += 1
        if i + 1 < len(tokens) and tokens[i + 1].text in HYPHENS and tokens[i + 1].space == "" and i == j:
            # "12 second-hand jets", "40 night-vision devices": the measure is only the first half of a word.
            return False
        word = tokens[i].lower if i < len(tokens) and tokens[i].space != "\n\n" else ""
        if word == "of" and i + 1 < len(tokens):
            word = tokens[i + 1].lower
        following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if (word in self._additions and following in self._not_counted) or (word in {"a", "p"} and following == "."):
            return True
        return word in self._not_counted or word in self._money or (bool(word) and tokens[i].text in self._signs)

    def _dated(self, before: NumberToken | None, behind: NumberToken | None) -> bool:
        return any(token is not None and token.lower and token.text in self._months for token in (before, behind))

    def _labelled(self, tokens: Sequence[NumberToken], amount: Amount, before: NumberToken | None) -> bool:
        """ "Article 5", "No. 12", "aged 40"."""
        if before is None or amount.number.scaled:
            return False
        if (
            before.text == "."
            and amount.core > 1
            and tokens[amount.core - 2].lower in {"no", "nr", "nos", "art", "sec"}
        ):
            return True
        return before.lower in self._labels or (before.lower in self._capital_labels and before.text[0].isupper())

    def _year(self, tokens: Sequence[NumberToken], amount: Amount, behind: NumberToken | None) -> bool:
        """A bare figure from 1900 to 2099 is a year unless a plural follows a round or modified number."""
        if tokens[amount.core].value is None or "," in tokens[amount.core].text or amount.number.scaled:
            return False
        if amount.number.low != int(amount.number.low) or int(amount.number.low) not in _YEARS:
            return False
        if behind is None or not (behind.text.endswith("s") and len(behind.text) > 3):
            return True
        before = tokens[amount.first - 1].lower if amount.first else ""
        return before in {"the", "in", "its", "their", "since", "by", "of", "from"} or not (
            amount.modified or amount.number.low % 100 == 0
        )

    def _aged(self, tokens: Sequence[NumberToken], amount: Amount) -> bool:
        """ "Maria Lind, 54, said": a bare figure between commas after a name."""
        i, after = amount.core, amount.after
        return (
            1 < i == amount.first
            and after == i + 1
            and tokens[i].value is not None
            and amount.number.high <= _MAX_AGE
            and tokens[i - 1].text == ","
            and tokens[i - 2].text[0].isupper()
            and (after == len(tokens) or tokens[after].text in ",.;)")
        )

    def _named(
        self, tokens: Sequence[NumberToken], amount: Amount, before: NumberToken | None, behind: NumberToken | None
    ) -> bool:
        """A number word with a capital inside a sentence is part of a name ("World War Two"), but not in a headline."""
        word = tokens[amount.core].text
        if not word[0].isupper() or len(word) == 1 or before is None or tokens[amount.core].space == "\n\n":
            return False
        if amount.modified or not before.text[0].isalpha():
            return False
        title = before.text[0].isupper() or len(before.text) <= 3
        capitals = title and behind is not None and behind.text[0].isupper()
        return not capitals or before.lower in self._name_heads

    def _loose_one(
        self, tokens: Sequence[NumberToken], amount: Amount, before: NumberToken | None, behind: NumberToken | None
    ) -> bool:
        """ "one of the", "no one", "the one that": no count."""
        if tokens[amount.core].lower != "one" or amount.after != amount.core + 1:
            return False
        if before is not None and before.lower in self._one_not_after:
            return True
        return behind is None or not behind.text[0].isalpha() or behind.lower in self._one_not_before
