"""The same text twice: which articles are copies of others, whole or cut, by their sketches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from armswire.lexicon.evidence import EvidenceRules
from armswire.register.sketches import KEPT_FIGURES, KEPT_RUNS, read_sketch

# With how many of the articles that share a band each is compared: the earliest.
FIRST = 8

# Above all hashes.
_ALL = 1 << 32

# What orders articles by which came first, and the name.
Rank = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How two texts overlap: `share` of the runs of words of the shorter one stands in the longer one (0 to 1).

    `length` is that of the shorter by that of the longer (0 to 1). Of the `figures` of the text with fewer of them
    `other_figures` are not in the other.
    """

    share: float
    length: float
    other_figures: int
    figures: int


def overlap(one: bytes, other: bytes) -> Overlap:
    """How the texts of two sketches overlap, estimated."""
    # Which of two texts of one length counts as the shorter must not depend on which was given first.
    short, long = sorted((read_sketch(one), read_sketch(other)), key=lambda read: (read.size, sorted(read.runs)))
    if not short.size:
        return Overlap(0.0, 0.0, 0, 0)
    mine, common = _common(short.runs, long.runs, KEPT_RUNS)
    few, many = sorted((short.figures, long.figures), key=lambda figures: (len(figures), sorted(figures)))
    figures, same = _common(few, many, KEPT_FIGURES)
    return Overlap(common / mine if mine else 0.0, short.size / long.size, figures - same, figures)


def is_copy(overlap: Overlap, rules: EvidenceRules) -> bool:
    """Whether the one of two texts is a copy of the other, whole or cut."""
    same_figures = overlap.other_figures <= 1 + rules.copy_figures.value * overlap.figures
    return overlap.share >= rules.copy_share.value and overlap.length >= rules.copy_length.value and same_figures


def find_resembled(mine: bytes, earlier: Iterable[tuple[str, bytes]], rules: EvidenceRules) -> str | None:
    """The first of the `earlier` articles (name and sketch, the earliest first) of which a text is a copy."""
    return next((name for name, sketched in earlier if is_copy(overlap(mine, sketched), rules)), None)


def find_copies(sketches: Mapping[str, bytes], ranks: Mapping[str, Rank], rules: EvidenceRules) -> dict[str, str]:
    """Each copy with its original: the one that comes first by `ranks`.

    An article is held against the first few that share a band with it, not against all: a band that a hundred articles
    share (those of one make) must not make ten thousand pairs. What it is a copy of may itself be a copy.
    """
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(sketches, key=lambda name: ranks[name]):
        for number in bands(sketches[name]):
            if len(holders[number]) < FIRST:
                holders[number].append(name)
    resembles: dict[str, str] = {}
    for name, value in sketches.items():
        near = {other for number in bands(value) for other in holders[number] if ranks[other] < ranks[name]}
        ordered = sorted(near, key=lambda other: ranks[other])
        found = find_resembled(value, ((other, sketches[other]) for other in ordered), rules)
        if found is not None:
            resembles[name] = found
    return {name: _original(resembles, name) for name in sorted(resembles)}


def bands(value: bytes) -> set[int]:
    """The bands of a sketch, by which articles that could be copies are found."""
    return set(read_sketch(value).bands)


def _common(one: frozenset[int], other: frozenset[int], kept: int) -> tuple[int, int]:
    """How many hashes of the one lie where both keep all of theirs, and how many of these the other has."""
    bound = min(max(held) if len(held) == kept else _ALL for held in (one, other))
    mine = {number for number in one if number <= bound}
    return len(mine), len(mine & other)


def _original(resembles: Mapping[str, str], name: str) -> str:
    while (above := resembles.get(name, name)) != name:
        name = above
    return name
