"""What a page says of its writers → their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from armswire.articles.facts.linked_data import LinkedData, strings_of
from armswire.articles.facts.margins import MAX_BRIEF, brief_text
from armswire.articles.facts.meta_tags import MetaTags, tidy
from armswire.lexicon.page_keys import PageKeys

MAX_WRITERS = 20
MAX_NAME = 80
"""Characters; longer "names" are what somebody says of himself."""
MAX_LINES = 40
"""Elements with a writer's class that are looked at."""
_JOINTS = re.compile(
    r"\s*(?:;|\||/|\n|\u2022|\u00b7|,(?!\s*(?:Jr|Sr|PhD|MD)\b)|\s(?:and|und|et|y|e|en|i|og|och|\u0438|&)\s)\s*"
)
_ADDRESS = re.compile(r"\S{1,80}@\S{1,80}|https?:\S{1,200}|@\w{1,80}|\([^()]{0,200}\)")
_WORD = r"(?:[^\W\d_a-z][\w'\u2019.-]{0,30}|and|und|et|y|de|der|den|del|van|von|bin|al)"
_LIKE_NAMES = re.compile(rf"{_WORD}(?:,? {_WORD}){{1,9}}")
"""Words with capitals, but for "van der" and the like: what only looks like a byline is often something else."""


def find_authors(tree: Any, tags: MetaTags, linked: LinkedData, keys: PageKeys, outlet: str | None) -> tuple[str, ...]:
    """Their names in order, each once, by JSON-LD, or by `meta` elements, or by the line that is marked as theirs."""
    for told in (_in_linked_data(linked), tags.tell(keys.authors), _in_bylines(tree, keys)):
        names = _tidy_names(told, keys, outlet)
        if names:
            return names
    return ()


def _in_linked_data(linked: LinkedData) -> Iterator[str]:
    for node in (*linked.articles, *linked.pages):
        authors = node.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            yield from strings_of(author.get("name") if isinstance(author, dict) else author)


def _in_bylines(tree: Any, keys: PageKeys) -> Iterator[str]:
    lines = tree.xpath('//*[@itemprop="author"] | //a[@rel="author"]') or [
        element
        for element in tree.iter("a", "span", "div", "p", "address")
        if any(word in (element.get("class") or "").lower() for word in keys.byline)
    ]
    for element in lines[:MAX_LINES]:
        text = brief_text(element)
        if len(text) <= 2 * MAX_NAME and _LIKE_NAMES.fullmatch(_without_opening(text, keys)):
            yield text
            return


def _tidy_names(told: Iterable[str], keys: PageKeys, outlet: str | None) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for words in islice(told, MAX_WRITERS):
        for part in _JOINTS.split(_ADDRESS.sub(" ", tidy(words)[:MAX_BRIEF])):
            name = _without_opening(part.strip(" .,:-"), keys)
            is_name = 2 <= len(name) <= MAX_NAME and any(map(str.isalpha, name)) and not any(map(str.isdecimal, name))
            if is_name and name.casefold() not in keys.nobody and name.casefold() != (outlet or "").casefold():
                names.setdefault(name.casefold(), name)
    return tuple(names.values())[:MAX_WRITERS]


def _without_opening(name: str, keys: PageKeys) -> str:
    for opening in keys.openings:
        if name.casefold().startswith((f"{opening} ", f"{opening}:")):
            return name[len(opening) + 1 :].strip(" :")
    return name
