"""The `meta` elements of a page → what they tell, by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

MAX_WORDS = 2000
"""Characters of one value that are kept; descriptions have some hundreds."""
MAX_TAGS = 2000
"""Elements that are looked at: pages have some dozens."""
_KEYS = ("property", "name", "itemprop", "http-equiv")


@dataclass(frozen=True, slots=True)
class MetaTags:
    """Values by key in lower case, each in the order of the page, none of them blank."""

    values: dict[str, list[str]]

    def tell(self, keys: Iterable[str]) -> Iterator[str]:
        """Every value of these keys, the first key's first."""
        for key in keys:
            yield from self.values.get(key, ())

    def first(self, keys: Iterable[str]) -> str | None:
        """The value of the first key that has one."""
        return next(self.tell(keys), None)


def read_meta_tags(tree: Any) -> MetaTags:
    """What the page's `meta` elements tell; `tree` is lxml's."""
    values: dict[str, list[str]] = {}
    for number, tag in enumerate(tree.iter("meta")):
        if number == MAX_TAGS:
            break
        content = tidy(tag.get("content") or "")
        if content:
            for key in {tag.get(name, "").strip().lower() for name in _KEYS} - {""}:
                values.setdefault(key, []).append(content)
    return MetaTags(values)


def tidy(words: str) -> str:
    """On one line, of bounded length; marks that were escaped twice are unescaped, as some sites need it."""
    return " ".join(unescape(words[:MAX_WORDS]).split())
