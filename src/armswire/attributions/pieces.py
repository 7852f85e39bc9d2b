"""A text as the network sees it: word pieces with their place, paragraph and case, and whether they are quoted.

Training and reading share this module, so that the network never sees anything but what it was trained on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from armswire.attributions.quoted import quoted_spans

Numbers = npt.NDArray[np.int64]

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
WORD = re.compile(r"\w+|[^\w\s]")
SEPARATOR, START = "[SEP]", "[CLS]"


class Case(IntEnum):
    """How a word is written."""

    LOWER = 0
    CAPITALISED = 1
    CAPITALS = 2
    NO_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one text, each array as long as there are pieces; a separator of no width ends each paragraph."""

    ids: Numbers
    start: Numbers
    end: Numbers
    paragraph: Numbers
    case: Numbers
    quoted: Numbers

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `start` to `end` (excluded), which the network answers for, and those from `context` on, which it sees."""

    context: int
    start: int
    end: int


def cut_pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """The pieces of a text; `tokenizer` is one that adds no marks and cuts nothing off."""
    case, quoted = _cases(text), _quoted(text)
    paragraphs = list(PARAGRAPH.finditer(text))
    separator = mark_id(tokenizer, SEPARATOR)
    ids: list[int] = []
    places: list[tuple[int, int]] = []
    numbers: list[int] = []
    cut = tokenizer.encode_batch([p.group() for p in paragraphs], add_special_tokens=False)
    for number, (paragraph, encoding) in enumerate(zip(paragraphs, cut, strict=True)):
        begin = paragraph.start()
        ids += [*encoding.ids, separator]
        places += [(begin + a, begin + b) for a, b in encoding.offsets]
        places.append((paragraph.end(), paragraph.end()))
        numbers += [number] * (len(encoding.ids) + 1)
    at = np.array(places, np.int64).reshape(-1, 2)
    is_mark = at[:, 0] == at[:, 1]
    return Pieces(
        ids=np.array(ids, np.int64),
        start=at[:, 0],
        end=at[:, 1],
        paragraph=np.array(numbers, np.int64),
        case=np.where(is_mark, Case.NO_LETTERS, case[at[:, 0]]).astype(np.int64),
        quoted=np.where(is_mark, 0, quoted[at[:, 0]]).astype(np.int64),
    )


def cut_windows(pieces: Pieces, limit: int, context: int) -> list[Window]:
    """Windows of whole paragraphs of at most `limit` pieces, and up to `context` pieces before them.

    A paragraph longer than that is cut.
    """
    if not len(pieces):
        return []
    windows: list[Window] = []
    start = 0
    for cut, following in pairwise([*_cuts(pieces, limit), None]):
        if cut is not None and (following is None or following - start > limit):
            windows.append(Window(max(0, start - context), start, cut))
            start = cut
    return windows


def _cuts(pieces: Pieces, limit: int) -> Iterator[int]:
    """Where a window may end: behind each paragraph, and inside those that are too long for one."""
    last = 0
    for end in [*(np.flatnonzero(np.diff(pieces.paragraph)) + 1).tolist(), len(pieces)]:
        while end - last > limit:
            last += limit
            yield last
        last = end
        yield end


def mark_id(tokenizer: Tokenizer, mark: str) -> int:
    """The number of a mark in the tokenizer's vocabulary. Raises ValueError where it has none."""
    number = tokenizer.token_to_id(mark)
    if number is None:
        raise ValueError(f"the tokenizer does not know {mark}")
    return number


def _quoted(text: str) -> npt.NDArray[np.int8]:
    inside = np.zeros(len(text) + 1, np.int8)
    for span in quoted_spans(text):
        inside[span.start : span.end] = 1
    return inside


def _cases(text: str) -> npt.NDArray[np.int8]:
    """For each character, how the word is written in which it stands."""
    cases = np.full(len(text) + 1, Case.NO_LETTERS, np.int8)
    for word in WORD.finditer(text):
        cases[word.start() : word.end()] = _case(word.group())
    return cases


def _case(word: str) -> Case:
    if not any(c.isalpha() for c in word):
        return Case.NO_LETTERS
    if not word[0].isupper():
        return Case.LOWER
    return Case.CAPITALS if len(word) > 1 and word.isupper() else Case.CAPITALISED
