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
    return element.tag in ("aside", "nav") or _named(element)[0]


def is_margin(element: Any) -> bool:
    """Whether it opens what stands round an article, by its tag or by words in its class or id."""
    return element.tag in ("aside", "nav", "footer") or any(_named(element))


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


def _named(element: Any) -> tuple[bool, bool]:
    """Whether its class or id is that of a list of other articles, and of what else stands round an article."""
    if element.tag in ("body", "html"):
        return False, False
    return _told_by((element.get("class") or "")[:MAX_BRIEF], (element.get("id") or "")[:MAX_BRIEF])


@lru_cache(maxsize=1 << 14)
def _told_by(classes: str, name: str) -> tuple[bool, bool]:
    others, around = _patterns()
    names = f"{classes} {name}".lower()
    return others.search(names) is not None, around.search(names) is not None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    keys = bundled_page_keys()
    others, around = (re.compile("|".join(map(re.escape, words))) for words in (keys.others, keys.around))
    return others, around
