"""Which script a text is written in, as far as telling Latin from the others needs."""

from __future__ import annotations

import re

_LETTER = re.compile(r"[^\W\d_]")
_NOT_LATIN = re.compile(
    "[^\\W\\d_A-Za-zªº\xc0-\xd6\xd8-\xf6\xf8-\u02af\u1e00-\u1eff\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a]"
)


def is_latin(text: str) -> bool:
    """Whether at least half of the letters are Latin; True for a text without letters."""
    if text.isascii():
        return True
    foreign = len(_NOT_LATIN.findall(text))
    return not foreign or 2 * foreign <= len(_LETTER.findall(text))


def letters_of(text: str) -> int:
    """How many letters a text has."""
    return len(_LETTER.findall(text))
