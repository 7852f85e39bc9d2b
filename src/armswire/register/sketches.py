"""Text → a sketch of under a kilobyte, by which copies of it are found among millions and held against it.

A sketch has three parts. The bands of a MinHash signature (Broder 1997, "On the resemblance and containment of
documents"; banded as in Leskovec, Rajaraman & Ullman, "Mining of Massive Datasets", 3.4) find the articles that could
be copies among millions. The smallest hashes of all runs of words tell how much of the shorter text stands in the
longer one, which a signature tells worse once a tail is cut. The figures tell tonight's bulletin from yesterday's.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from armswire.model.span import Span

# Runs of five words: agency copy that is lightly edited keeps most of them, two reports of one event in other words
# share hardly any.
RUN = 5

# Of so many runs at least is known whether they stand in the other text: of a text that is cut to two fifths 50, which
# tells the share to within 0.12 (two standard errors at 0.75).
KEPT_RUNS = 128
KEPT_FIGURES = 32

# Two texts with a quarter of all their runs in common share a band with probability 1 - (1 - 0.25**2)**32 = 0.87, with
# two fifths 0.996; two that have one in a hundred in common with probability 0.003.
BANDS, ROWS = 32, 2
_SEED = 1997

_NEITHER_LETTER_NOR_FIGURE = re.compile(r"[^a-z0-9]+")
_DASHES = re.compile(r"[-\u2010-\u2015/]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A sketch, read: how many different runs of words the text has, the hashes of some, its figures, its bands."""

    size: int
    runs: frozenset[int]
    figures: frozenset[int]
    bands: Sequence[int]


def sketch(text: str, left_out: Iterable[Span] = ()) -> bytes:
    """The sketch of a text without some stretches, 32-bit numbers in little-endian order.

    It is empty where fewer than five words are left.
    """
    words = fold_words(_without(text, left_out))
    runs = {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    if not runs:
        return b""
    kept = _smallest(runs, KEPT_RUNS)
    figures = _smallest((word for word in words if word[0].isdigit()), KEPT_FIGURES)
    numbers = array("I", (len(runs), *_bands(runs), *kept, *figures))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


@lru_cache(maxsize=1024)
def read_sketch(value: bytes) -> Sketch:
    """The inverse of `sketch`."""
    if not value:
        return Sketch(0, frozenset(), frozenset(), ())
    numbers = array("I")
    numbers.frombytes(value)
    if sys.byteorder == "big":
        numbers.byteswap()
    runs_from = 1 + BANDS
    figures_from = runs_from + min(numbers[0], KEPT_RUNS)
    return Sketch(
        size=numbers[0],
        runs=frozenset(numbers[runs_from:figures_from]),
        figures=frozenset(numbers[figures_from:]),
        bands=tuple(numbers[1:runs_from]),
    )


def fold_words(text: str) -> list[str]:
    """The words of a text without case, signs and letters beyond ASCII, which a wrong encoding damages and no other.

    Of a text in another script than the Latin they are the words as they stand.
    """
    folded = [
        word for part in _DASHES.sub(" ", text).casefold().split() if (word := _NEITHER_LETTER_NOR_FIGURE.sub("", part))
    ]
    words = _WORD.findall(text.casefold())
    return folded if 2 * sum(map(len, folded)) >= sum(map(len, words)) else words


def _without(text: str, left_out: Iterable[Span]) -> str:
    parts: list[str] = []
    at = 0
    for span in sorted(left_out):
        parts.append(text[at : span.start])
        at = max(at, span.end)
    return "\n".join([*parts, text[at:]])


def _bands(runs: set[str]) -> list[int]:
    from rensa import RMinHash

    signature = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    signature.update(runs)
    digest = signature.digest()
    return [_number(f"{band} {digest[band * ROWS : (band + 1) * ROWS]}") for band in range(BANDS)]


def _smallest(words: Iterable[str], most: int) -> list[int]:
    return sorted(set(map(_number, words)))[:most]


def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big")
