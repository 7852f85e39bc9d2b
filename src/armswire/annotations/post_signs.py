"""The signs of posts brought to what a parser knows: flags that stand for states, hashtags, emoji.

"another 200 #Humvees from 🇺🇸 have arrived ⚡️" is for the parser "another 200 Humvees from US have arrived". The
length never changes, so offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# A flag is two regional indicators, the letters of the state's ISO 3166-1 alpha-2 code moved to U+1F1E6.
FIRST_INDICATOR, LAST_INDICATOR = "\U0001f1e6", "\U0001f1ff"
_FLAGS = re.compile(f"[{FIRST_INDICATOR}-{LAST_INDICATOR}]+")
# Pictures of other kinds with what joins and colours them.
_EMOJI = re.compile("[\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001f1e5\U0001f200-\U0001faff]")
_TAG = re.compile(r"(?<!\S)#(?=[^\W\d_])")

SMALL_WORD = 4  # letters: from, with, to


def flags(text: str) -> Iterator[tuple[int, str]]:
    """Where a flag stands for a state among words, and its alpha-2 code; rows of flags only adorn."""
    for row in _FLAGS.finditer(text):
        if len(row.group()) == 2:
            yield row.start(), "".join(chr(ord("A") + ord(c) - ord(FIRST_INDICATOR)) for c in row.group())


def in_plain_words(text: str) -> str:
    """The text with flags as codes, other pictures and the signs of hashtags as blanks."""
    if text.isascii() and "#" not in text:
        return text
    out = list(_EMOJI.sub(" ", _FLAGS.sub(lambda row: " " * len(row.group()), text)))
    for start, code in flags(text):
        out[start : start + 2] = code
    for tag in _TAG.finditer(text):
        if _is_in_running_text(text, tag.start()):
            out[tag.start()] = " "
    return "".join(out)


def _is_in_running_text(text: str, at: int) -> bool:
    """True for a hashtag with a plain word behind it, or a small one before it; not for a row of tags at the end."""
    before, behind = text[:at].split(), text[at:].split()
    led_to = bool(before) and before[-1].islower() and len(before[-1]) <= SMALL_WORD
    followed = len(behind) > 1 and behind[1][0].isalnum() and behind[0][-1] not in ".!?"
    return led_to or followed
