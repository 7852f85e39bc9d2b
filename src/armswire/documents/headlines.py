"""Which paragraphs are headlines, decks and subheads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from armswire.documents.sentences import SentenceSplitter

_NOT_WORD = re.compile(r"[\W_]+")
_STOP = re.compile(r"([^\s(\[“\"‘]*)([.!?…:;,])[\"”’»')\]″]*$")
MAX_HEADLINE = 220
"""Characters of a headline or deck; the longest in 5,000 news headlines looked at has about 200."""
MAX_ALONE = 400
"""Characters of an article of one line that has no full stop: a headline with its deck, as feeds give them."""
MAX_SUBHEAD = 100


def find_headlines(paragraphs: Sequence[str], title: str | None, splitter: SentenceSplitter) -> list[bool]:
    """For each paragraph whether it is one.

    The title is, wherever it stands; so are short paragraphs without a full stop at the opening, and between others
    further down; a question may be the first of them.
    """
    key = _key(title or "")
    found: list[bool] = []
    opening = True
    for i, paragraph in enumerate(paragraphs):
        last = i + 1 == len(paragraphs)
        stop = _final_stop(paragraph, splitter)
        if key and _key(paragraph) == key:
            found.append(True)
        elif opening:
            asks = i == 0 and stop in ("?", "!")
            alone = len(paragraphs) == 1
            opening = len(paragraph) <= (MAX_ALONE if alone else MAX_HEADLINE) and (stop == "" or asks)
            found.append(opening)
        else:
            found.append(len(paragraph) <= MAX_SUBHEAD and stop == "" and not last and paragraph[:1].isupper())
    return found


def _final_stop(paragraph: str, splitter: SentenceSplitter) -> str:
    """The sign that ends the paragraph; '' where there is none, or where it belongs to an abbreviation ("U.S.")."""
    stop = _STOP.search(paragraph[-80:])
    if stop is None or (stop.group(2) == "." and splitter.is_abbreviation(stop.group(1))):
        return ""
    return stop.group(2)


def _key(text: str) -> str:
    return _NOT_WORD.sub("", text.casefold())
