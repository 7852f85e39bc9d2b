"""From stretches of text to the tokens that stand there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from armswire.model.annotation import Token
from armswire.model.span import Span


class TokenIndex:
    """The tokens of one document, by offset and by sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._starts = [token.span.start for token in tokens]
        self._sentences = [token.sentence for token in tokens]

    def cover(self, span: Span) -> tuple[int, int] | None:
        """First and last token that share text with `span`, or None where there is none."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        while first < len(self.tokens) and self.tokens[first].span.end <= span.start:
            first += 1
        last = bisect_left(self._starts, span.end) - 1
        return (first, last) if first <= last and first < len(self.tokens) else None

    def sentence(self, index: int) -> tuple[int, int]:
        """First and last token of the sentence of the token `index`."""
        number = self.tokens[index].sentence
        return bisect_left(self._sentences, number), bisect_right(self._sentences, number) - 1

    def head(self, first: int, last: int) -> int:
        """The token of the range whose head lies outside it: the last such one, as English heads stand last."""
        outside = [i for i in range(first, last + 1) if not first <= self.tokens[i].head <= last or self.is_root(i)]
        return outside[-1] if outside else last

    def is_root(self, index: int) -> bool:
        """True for the root of a sentence."""
        return self.tokens[index].head == index

    def is_free_dash(self, index: int) -> bool:
        """True for a dash with white space on both sides, which parts a headline from its source."""
        if not 0 < index < len(self.tokens) - 1 or self.tokens[index].text not in {"-", "–", "—"}:
            return False
        before, own, after = self.tokens[index - 1 : index + 2]
        return before.span.end < own.span.start and own.span.end < after.span.start

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from the first to the last token."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)
