"""Figures for attributions against gold such as PolNeAR: tokens by role, whole attributions, and their sources.

Tokens are runs of word characters and single other marks; a token belongs to a span that shares a character with it.
A gold and a read attribution match one to one where the Jaccard index of their contents' tokens is at least 0.5, the
best pairs first. All figures are micro averages over the articles.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from armswire.attributions.quoted import quoted_spans
from armswire.scoring.counts import Count, Share

ROLES = ("source", "cue", "content")
KINDS = ("direct", "mixed", "indirect")
TOKEN = re.compile(r"\w+|[^\w\s]")

Marked = Mapping[str, Sequence[Sequence[int]]]


@dataclass(slots=True)
class AttributionFigures:
    """Counts over articles, from which the figures follow."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, text: str, gold: Iterable[Marked], read: Iterable[Marked]) -> None:
        """Count one article: its gold attributions and those read, with lists of [start, end] for each role."""
        tokens = _Tokens(text)
        wanted, found = [tokens.roles(g) for g in gold], [tokens.roles(r) for r in read]
        for role in ROLES:
            in_gold, in_read = _all(wanted, role), _all(found, role)
            self._count(role, right=len(in_gold & in_read), read=len(in_read), gold=len(in_gold))
        pairs = _match([w["content"] for w in wanted], [f["content"] for f in found])
        right = sum(_same_source(wanted[g]["source"], found[r]["source"]) for g, r in pairs.items())
        self._count("attribution", right=len(pairs), read=len(found), gold=len(wanted))
        self._count("joint", right=right, read=len(found), gold=len(wanted))
        for number, one in enumerate(wanted):
            self._count(tokens.kind(one["content"]), right=number in pairs, gold=1)

    def _count(self, what: str, **numbers: int) -> None:
        for name, number in numbers.items():
            self.counts[what, name] += number

    @property
    def values(self) -> dict[str, float]:
        """The figures by name, 0 to 1: F1 of tokens, attributions and joint, and recall by kind of content."""
        shares = {f"{role}_f1": self._f1(role) for role in ROLES}
        shares |= {
            "precision": self._share("attribution", "right", "read"),
            "recall": self._share("attribution", "right", "gold"),
            "f1": self._f1("attribution"),
            "joint_f1": self._f1("joint"),
        }
        return shares | {f"recall {kind}": self._share(kind, "right", "gold") for kind in KINDS}

    @property
    def table(self) -> dict[str, Count]:
        """The counts of tokens by role, of whole attributions, and of those with the right source."""
        told = {**{role: role for role in ROLES}, "attributions": "attribution", "joint": "joint"}
        return {
            name: Count(
                self.counts[what, "right"], self.counts[what, "read"], self.counts[what, "right"], self.gold(what)
            )
            for name, what in told.items()
        }

    @property
    def recalls(self) -> dict[str, Share]:
        """Of the attributions of each kind of content, those that were found."""
        return {f"recall {kind}": Share(self.counts[kind, "right"], self.gold(kind)) for kind in KINDS}

    def gold(self, what: str) -> int:
        """How many of a kind gold has."""
        return self.counts[what, "gold"]

    def _share(self, what: str, part: str, whole: str) -> float:
        return self.counts[what, part] / self.counts[what, whole] if self.counts[what, whole] else 0.0

    def _f1(self, what: str) -> float:
        every = self.counts[what, "read"] + self.counts[what, "gold"]
        return 2 * self.counts[what, "right"] / every if every else 0.0


def score_attributions(gold: Iterable[Mapping[str, Any]], read: Mapping[str, Iterable[Marked]]) -> AttributionFigures:
    """The figures over gold articles ("id", "text", "attributions"); an article that is not in `read` has none read."""
    figures = AttributionFigures()
    for article in gold:
        figures.add(article["text"], article["attributions"], read.get(article["id"], ()))
    return figures


class _Tokens:
    """The tokens of one text."""

    def __init__(self, text: str) -> None:
        found = [m.span() for m in TOKEN.finditer(text)]
        self.starts, self.ends = [s for s, _ in found], [e for _, e in found]
        self.words = {i for i, s in enumerate(self.starts) if text[s].isalnum() or text[s] == "_"}
        self.quoted = self.within((span.start, span.end) for span in quoted_spans(text))

    def within(self, spans: Iterable[Sequence[int]]) -> set[int]:
        """The numbers of the tokens in any of the spans."""
        return {i for start, end in spans for i in range(bisect_right(self.ends, start), bisect_left(self.starts, end))}

    def roles(self, marked: Marked) -> dict[str, set[int]]:
        return {role: self.within(marked.get(role, ())) for role in ROLES}

    def kind(self, content: set[int]) -> str:
        """Whether the words of a content stand all, none or partly in quotation marks."""
        words = content & self.words or content
        inside = len(words & self.quoted)
        return "indirect" if not inside else "direct" if inside == len(words) else "mixed"


def _all(marked: Iterable[Mapping[str, set[int]]], role: str) -> set[int]:
    return set().union(*(one[role] for one in marked))


def _match(gold: Sequence[set[int]], read: Sequence[set[int]]) -> dict[int, int]:
    """Which gold content was read as which, by their numbers."""
    pairs = sorted(
        (-len(g & r) / len(g | r), i, j)
        for i, g in enumerate(gold)
        for j, r in enumerate(read)
        if g & r and 2 * len(g & r) >= len(g | r)
    )
    matched: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def _same_source(gold: set[int], read: set[int]) -> bool:
    """Two missing sources agree; others share half of their tokens by F1."""
    return 4 * len(gold & read) >= len(gold) + len(read)
