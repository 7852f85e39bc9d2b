"""Where an element of a page stands: in the article, or round it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import Any

from armswire.lexicon.page_keys import bundled_page_keys

MAX_BRIEF = 400
"""Characters of an element that are read where a name, a day or a headline is looked for."""


def is_of_others(element: Any) -> bool:
    """Whether it opens a list of other articles."""
    return element.tag in ("aside", "nav") or _says(element, _others())


def is_margin(element: Any) -> bool:
    """Whether it opens what stands round an article, by its tag or by words in its class or id."""
    return is_of_others(element) or element.tag == "footer" or _says(element, _around())


def is_change(element: Any) -> bool:
    """Whether a `time` is marked as of a change, and not of publication."""
    if element.tag != "time" or is_published(element):
        return False
    return any(word in _names(element) for word in ("modified", "updated"))


def is_published(element: Any) -> bool:
    """Whether a `time` is marked as of publication."""
    names = _names(element)
    return "publish" in names or names.startswith("entry-") or element.get("pubdate") is not None


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower().strip()


def in_margin(element: Any) -> bool:
    """Whether it stands round the article: in a side bar, in a list of other articles, among comments."""
    return any(is_margin(above) for above in chain((element,), element.iterancestors()))


def brief_text(element: Any) -> str:
    """The first words in an element, on one line. Nesting is the sender's choice, so no more of it is read."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(part)
        length += len(part)
        if length > MAX_BRIEF:
            break
    return " ".join("".join(parts)[:MAX_BRIEF].split())


def _says(element: Any, words: re.Pattern[str]) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and element.tag not in ("body", "html") and words.search(names.lower()) is not None


@lru_cache(maxsize=1)
def _others() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, bundled_page_keys().others)))


@lru_cache(maxsize=1)
def _around() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, bundled_page_keys().around)))
