"""The cheap test of words: does a text speak of arms and of a transfer close by? It comes before any parsing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from armswire.model.span import Span

NEAR = 400
"""Characters between the two words: a long paragraph, or a headline and the lead under it."""

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of arms and the nearest word of transfer, as spans of the text that was asked about."""

    arms: Span
    transfer: Span


class Relevance:
    """Finds texts worth parsing. Case does not count; a form is a whole word or several."""

    def __init__(self, arms_forms: Iterable[str], transfer_forms: Iterable[str], *, near: int = NEAR) -> None:
        self._arms = _Forms(arms_forms)
        self._transfers = _Forms(transfer_forms)
        self._near = near

    def passes(self, text: str) -> bool:
        """Whether there is a hit; False costs one pass over a text without a word of arms."""
        return next(self._hits(text), None) is not None

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Each word of arms that has a word of transfer near it, in the order of the text."""
        return tuple(self._hits(text))

    def _hits(self, text: str) -> Iterator[Hit]:
        lowered = _lower(text)
        arms = self._arms.find(lowered)
        if not arms:
            return
        transfers = self._transfers.find(lowered)
        starts = [span.start for span in transfers]
        for span in arms:
            nearest = _nearest(span, transfers, starts)
            if nearest is not None and _gap(span, nearest) <= self._near:
                yield Hit(span, nearest)


class _Forms:
    """Finds words and phrases that stand as whole words."""

    def __init__(self, forms: Iterable[str]) -> None:
        lowered = sorted({_lower(form.strip()) for form in forms if form.strip()})
        self._automaton = AhoCorasick(lowered) if lowered else None

    def find(self, text: str) -> list[Span]:
        """All matches, overlapping ones too: of "rocket" and "rocket launcher" either may be cut by a plural."""
        if self._automaton is None:
            return []
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return sorted(Span(start, end) for _, start, end in found if _is_whole(text, start, end))


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


def _lower(text: str) -> str:
    """Lower case, character for character, so that offsets stay."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return _SURROGATE.sub("\ufffd", lowered) if not lowered.isascii() else lowered


def _nearest(span: Span, others: list[Span], starts: list[int]) -> Span | None:
    i = bisect_left(starts, span.start)
    around = others[max(0, i - 1) : i + 1]
    return min(around, key=lambda other: _gap(span, other), default=None)


def _gap(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)
