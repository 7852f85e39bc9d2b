"""The marked-up dates and `time` elements of a page → the days that may be its article's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from armswire.articles.facts.margins import brief_text, in_margin, is_change, is_published
from armswire.articles.facts.written_days import Moment, read_moment
from armswire.lexicon.page_keys import PageKeys

MAX_ELEMENTS = 300
"""Elements that are looked at; only long lists of comments have more."""


def find_marked_days(tree: Any, language: str | None, keys: PageKeys) -> Iterator[Moment]:
    """Days in the article's own microdata (itemprop="datePublished"), in order."""
    names = frozenset((*keys.published, *keys.created))
    for element in islice(tree.iterfind(".//*[@itemprop]"), MAX_ELEMENTS):
        if element.tag != "meta" and element.get("itemprop").strip().lower() in names and not in_margin(element):
            moment = read_moment(element.get("content") or element.get("datetime") or brief_text(element), language)
            if moment is not None:
                yield moment


def find_time_days(tree: Any, language: str | None) -> Iterator[Moment]:
    """Days of `time` elements outside the margins: first those marked as of publication, then those below the heading,
    then those above it, in order."""
    ranked: list[tuple[int, Moment]] = []
    is_above = len(list(islice(tree.iter("h1"), 2))) == 1
    for element in islice(tree.iter("h1", "time"), MAX_ELEMENTS):
        if element.tag == "h1":
            is_above = False
            continue
        if not is_change(element) and not in_margin(element):
            moment = read_moment(element.get("datetime") or "", language) or read_moment(brief_text(element), language)
            if moment is not None:
                ranked.append((0 if is_published(element) else 2 if is_above else 1, moment))
    yield from (moment for _, moment in sorted(ranked, key=lambda told: told[0]))
