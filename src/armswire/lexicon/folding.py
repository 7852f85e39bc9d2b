"""The one way in which names are made comparable: used for finding them in a text and for telling whether two are one.

Two strengths:

- `fold_same_length` changes characters one for one, so that an offset in the folded text is the same offset in the
  text as it came in. Case, accents of Latin letters, the shapes of quotation marks, hyphens and blanks go.
- `fold` goes further and changes lengths: it is for comparing whole names, never for offsets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\u02bb\u0060\u00b4\u2032\uff07"
_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\u00ad\ufe63\uff0d"  # the long dash (U+2014) parts words, so it stays
# Letters that Unicode does not take apart into a base letter and an accent.
_STROKED = {
    "ł": "l",
    "Ł": "l",
    "ø": "o",
    "Ø": "o",
    "đ": "d",
    "Đ": "d",
    "ð": "d",
    "Ð": "d",
    "ı": "i",
    "ə": "e",
    "Ə": "e",
}
_BLANKS = "\t\n\r\x0b\x0c"

_ABBREVIATION = re.compile(r"(?<![a-z0-9])(?:[a-z]\.)+[a-z]?(?![a-z0-9])")
_SEPARATE_ACCENTS = re.compile("(?<=[a-z])[\u0300-\u036f]+")
_SPACES = re.compile(r"\s+")
_JOINT = "\0"  # folds to itself, and no name has it


def _fold_character(character: str) -> str:
    if character.isspace():
        return " "
    if character in _STROKED:
        return _STROKED[character]
    base = unicodedata.normalize("NFD", character)
    if len(base) > 1 and base[0].isascii() and all(unicodedata.combining(mark) for mark in base[1:]):
        return base[0].lower()
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character


class _FoldingTable(dict[int, str]):
    """Fills itself with the characters that occur, so that nothing is computed at import."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_TABLE = _FoldingTable(
    {
        **{ord(c): "'" for c in _APOSTROPHES},
        **{ord(c): '"' for c in _QUOTES},
        **{ord(c): "-" for c in _HYPHENS},
        **{ord(c): " " for c in _BLANKS},
    }
)


def fold_same_length(text: str) -> str:
    """`text` in lower case without Latin accents, with straight quotes, plain hyphens and plain blanks.

    Each character becomes exactly one, so `len` and every offset stay what they were. A character whose lower case is
    longer than itself is left as it is, unless it is a Latin letter with accents.
    """
    return text.translate(_TABLE)


def fold_all(texts: Sequence[str]) -> list[str]:
    """`fold_same_length` of each; of many short texts several times faster than one by one."""
    folded = fold_same_length(_JOINT.join(texts)).split(_JOINT)
    return folded if len(folded) == len(texts) else [fold_same_length(text) for text in texts]


def fold(name: str) -> str:
    """`name` as a key for comparing names; equal keys mean that two spellings are taken for one.

    In this order: everything `fold_same_length` does; full case folding (ß is ss); accents written as characters of
    their own go; runs of blanks become one, none at the ends; the dots of an abbreviation of single letters go (U.S.
    and US agree, "U.K.-led" becomes "uk-led"; the dot after a word stays: "St. Kitts"); a possessive 's or ' at the
    end goes; a "the " at the front goes.
    """
    folded = fold_same_length(name).casefold()
    folded = _SEPARATE_ACCENTS.sub("", folded)
    folded = _SPACES.sub(" ", folded).strip()
    folded = _ABBREVIATION.sub(lambda found: found.group().replace(".", ""), folded)
    folded = folded.removesuffix("'s") if folded.endswith("'s") else folded.removesuffix("'")
    return folded.removeprefix("the ")
