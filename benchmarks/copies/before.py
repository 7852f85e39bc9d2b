"""What found copies before, to be measured beside what finds them now: resemblance by the bottom-k sketch alone.

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

# Two texts that are the same for three fifths share one of their 16 smallest hashes all but surely.
RUNS = 16
# With how many of the articles that share a run each is compared: the earliest.
FIRST = 8

# Day of publication and name, by which of two articles the first is told.
Rank = tuple[str, str]

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


def runs(value: bytes) -> list[int]:
    """The smallest hashes of a sketch, by which articles that could resemble each other are found."""
    return list(_hashes(value)[:RUNS])


def find_resembled(mine: bytes, earlier: Iterable[tuple[str, bytes]], least: float) -> str | None:
    """The first of the `earlier` articles (name and sketch, the earliest first) that a text resembles enough.

    `least` is the resemblance from which two texts count as the same.
    """
    return next((name for name, sketched in earlier if resemblance(mine, sketched) >= least), None)


def find_copies(sketches: Mapping[str, bytes], ranks: Mapping[str, Rank], least: float) -> dict[str, str]:
    """Each near-duplicate with the article it is a copy of: the one that comes first by `ranks`.

    An article is held against the first few that share a run of words with it, not against all: a run that a
    hundred articles share (a credit line) must not make ten thousand pairs. What it resembles may itself be a copy.
    """
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(sketches, key=lambda name: ranks[name]):
        for number in runs(sketches[name]):
            if len(holders[number]) < FIRST:
                holders[number].append(name)
    resembles: dict[str, str] = {}
    for name, value in sketches.items():
        near = {other for number in runs(value) for other in holders[number] if ranks[other] < ranks[name]}
        ordered = sorted(near, key=lambda other: ranks[other])
        found = find_resembled(value, ((other, sketches[other]) for other in ordered), least)
        if found is not None:
            resembles[name] = found
    return {name: _original(resembles, name) for name in sorted(resembles)}


def _hashes(value: bytes) -> array[int]:
    numbers = array("Q")
    numbers.frombytes(value)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _original(resembles: Mapping[str, str], name: str) -> str:
    while (above := resembles.get(name, name)) != name:
        name = above
    return name
