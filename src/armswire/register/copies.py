"""The same text twice: a small sketch of every article, and which articles are near-identical by their sketches.

The sketch is the bottom-k of the hashes of all runs of five words (Broder 1997, "On the resemblance and containment
of documents"): two sketches tell how much of their texts two articles share without the texts being read again.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b

# Runs of five words: agency copy that is lightly edited keeps most of them, two reports of one event in other words
# share hardly any.
SHINGLE = 5

# 128 hashes estimate the resemblance of two texts to within 0.09 (two standard errors at 0.5); 1 KB an article.
SIZE = 128

_WORD = re.compile(r"\w+")


def sketch(text: str) -> bytes:
    """The sketch of a text; empty for one of fewer than five words."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    hashes = sorted(
        int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") for run in runs
    )
    numbers = array("Q", hashes[:SIZE])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def resemblance(one: bytes, other: bytes) -> float:
    """The estimated share of runs of words that two texts have in common, 0 to 1."""
    a, b = _hashes(one), _hashes(other)
    if not a or not b:
        return 0.0
    smallest = sorted(set(a) | set(b))[:SIZE]
    return len(set(a) & set(b) & set(smallest)) / len(smallest)


def find_copies(sketches: Mapping[str, bytes], ranks: Mapping[str, tuple[str, str]], least: float) -> dict[str, str]:
    """Each near-duplicate with the article it is a copy of: the one of its group that comes first by `ranks`.

    `least` is the resemblance from which two texts count as the same.
    """
    parent: dict[str, str] = {}
    for one, other in sorted(_sharing(sketches)):
        if resemblance(sketches[one], sketches[other]) >= least:
            first, second = sorted((_root(parent, one), _root(parent, other)), key=lambda name: ranks[name])
            if first != second:
                parent[second] = first
    return {name: root for name in sorted(parent) if (root := _root(parent, name)) != name}


def _sharing(sketches: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """Pairs that share one of their smallest hashes; texts that resemble each other at all nearly always do."""
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(sketches):
        for number in _hashes(sketches[name])[:16]:
            holders[number].append(name)
    return {pair for names in holders.values() for pair in _neighbours(names)}


def _neighbours(names: list[str]) -> Iterable[tuple[str, str]]:
    # A run of words that a hundred articles share (a credit line) must not make ten thousand pairs: each is compared
    # with the next few only, and groups still grow together through their members.
    for i, one in enumerate(names):
        for other in names[i + 1 : i + 4]:
            yield one, other


def _hashes(value: bytes) -> array[int]:
    numbers = array("Q")
    numbers.frombytes(value)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _root(parent: Mapping[str, str], name: str) -> str:
    while (above := parent.get(name, name)) != name:
        name = above
    return name
