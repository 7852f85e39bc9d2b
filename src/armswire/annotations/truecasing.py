"""Headlines In Title Case, brought to sentence case for the parser, character for character.

A statistical parser trained on running text reads "Canada Supply Ukraine With Vehicles" as one long name. Words
that the lexicon does not know as names are put in lower case; the length never changes, so offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

# Function words stay small in Title Case, so only longer words are evidence for it.
LONG_WORD = 4


def is_title_case(text: str) -> bool:
    """True where at least four in five of the longer words (and at least three of them) begin with a capital."""
    words = [m.group() for m in WORD.finditer(text) if len(m.group()) >= LONG_WORD]
    if len(words) < 3:
        return False
    capital = sum(1 for word in words if word[0].isupper())
    return capital >= 0.8 * len(words)


def sentence_case(text: str, is_name: Callable[[int, int], bool]) -> str:
    """`text` with each word in lower case that `is_name(start, end)` does not protect; the first word too.

    Words with a capital inside or a digit (HIMARS, McDonald, F-16) keep theirs.
    """
    out = list(text)
    for match in WORD.finditer(text):
        word = match.group()
        if is_name(match.start(), match.end()) or any(c.isupper() for c in word[1:].replace("-", "")[:-1]):
            continue
        lowered = word.lower()
        if len(lowered) == len(word):
            out[match.start() : match.end()] = lowered
    return "".join(out)
