"""The data in a page's scripts → its day, where they tell of one only: lists of other articles tell of many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from armswire.articles.facts.written_days import Moment, read_moment
from armswire.lexicon.page_keys import PageKeys

MAX_TOLD = 200
"""Days that are looked at; the data of front pages have more."""
_VALUE = r"""[a-z_]{0,20}\\?["']?\s{0,3}[:=]\s{0,3}\\?["']((?:19|20)\d\d-\d\d-\d\d[^"'\\<>]{0,25})"""


def find_script_days(tree: Any, language: str | None, keys: PageKeys) -> Iterator[Moment]:
    """At most one day: the one under names like "publishDate" in the scripts that are not JSON-LD."""
    pattern = _pattern(keys)
    moments: list[Moment] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") and script.text:
            for told in pattern.findall(script.text):
                moment = read_moment(told, language)
                if moment is not None:
                    moments.append(moment)
                if len(moments) == MAX_TOLD:
                    return
    if len({moment.day for moment in moments}) == 1:
        yield moments[0]


@lru_cache(maxsize=1)
def _pattern(keys: PageKeys) -> re.Pattern[str]:
    words = "|".join(map(re.escape, keys.data_words))
    # "unpublished", "republished" and "lastPublished" are other days.
    return re.compile(rf"(?:(?<!un)(?<!re)(?<!last)(?<!last_)(?:{words})){_VALUE}", re.IGNORECASE)
