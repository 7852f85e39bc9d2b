"""What a page says of its headline and its outlet → both, apart."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from armswire.articles.facts.linked_data import LinkedData, kinds_of, strings_of
from armswire.articles.facts.margins import brief_text
from armswire.articles.facts.meta_tags import MetaTags, tidy
from armswire.lexicon.page_keys import PageKeys

MAX_TITLE = 500
"""Characters; a longer "title" is the text itself."""
MAX_HEADINGS = 50
_JOINT = re.compile(r"\s[|\u2013\u2014\u00b7\u2022\u00bb:-]\s")
_MAX_NAME = 5
"""Words in the name of an outlet that is told by the end of a title alone."""


def find_outlet(tree: Any, tags: MetaTags, linked: LinkedData, keys: PageKeys) -> str | None:
    """The outlet's name: as `meta` elements tell it, as the publisher in JSON-LD, as the end of the page's title."""
    told = [word for word in tags.tell(keys.outlet[:1]) if not word.startswith(("http:", "https:"))]
    told += [name for node in (*linked.articles, *linked.pages) for name in _names(node.get("publisher"))]
    told += [name for node in linked.others if _is_outlet(kinds_of(node)) for name in _names(node)]
    told += [word for word in tags.tell(keys.outlet[1:]) if not word.startswith(("http:", "https:"))]
    name = next((tidy(word).lstrip("@") for word in told if tidy(word).lstrip("@")), None)
    return name or _end_of_title(tree)


def find_title(tree: Any, tags: MetaTags, linked: LinkedData, keys: PageKeys, outlet: str | None) -> str | None:
    """The headline, without the outlet's name: by JSON-LD, by `meta` elements, by the only heading, by the title."""
    told = [word for node in linked.articles for word in strings_of(node.get("headline"))]
    told += tags.tell(keys.title[:2])
    headings = [brief_text(heading) for heading in islice(tree.iter("h1"), MAX_HEADINGS)]
    told += [heading for heading in headings if len(headings) == 1 and _fold(heading) not in _fold(outlet or "")]
    told += [*tags.tell(keys.title[2:]), *title_elements(tree), *headings]
    for words in told:
        title = _without_outlet(tidy(words), outlet)
        if title and len(title) <= MAX_TITLE:
            # The longer form goes on with the name of the site, however that is parted from it.
            return next((heading for heading in headings if _goes_on(heading, title)), title)
    return None


def _goes_on(heading: str, title: str) -> bool:
    return len(heading.split()) > 1 and title.startswith(heading) and _JOINT.match(title[len(heading) :]) is not None


def _names(value: object) -> tuple[str, ...]:
    """The names of an organisation, a list of them, or a bare string."""
    values = value if isinstance(value, list) else [value]
    return tuple(
        name for one in values for name in (strings_of(one.get("name")) if isinstance(one, dict) else strings_of(one))
    )


def _is_outlet(kinds: tuple[str, ...]) -> bool:
    return any(kind.endswith("organization") or kind in ("website", "newspaper") for kind in kinds)


def title_elements(tree: Any) -> list[str]:
    """What stands in the title of the browser's window."""
    return [brief_text(title) for title in islice(tree.iterfind(".//head/title"), MAX_HEADINGS)]


def _end_of_title(tree: Any) -> str | None:
    for title in title_elements(tree):
        *_, end = _JOINT.split(tidy(title))
        if end != tidy(title) and len(end.split()) <= _MAX_NAME and end[:1].isupper():
            return end.strip()
    return None


def _without_outlet(title: str, outlet: str | None) -> str:
    """Without the outlet's name at its end ("Boats ordered | Harbour Courier") or at its beginning."""
    if outlet is None:
        return title
    parts = list(_JOINT.finditer(title))
    if parts and _same(title[parts[-1].end() :], outlet):
        return title[: parts[-1].start()].strip()
    if parts and _same(title[: parts[0].start()], outlet):
        return title[parts[0].end() :].strip()
    return title


def _same(words: str, outlet: str) -> bool:
    folded, name = _fold(words), _fold(outlet)
    return folded != "" and (folded == name or folded.removesuffix("com") == name or folded.removeprefix("the") == name)


def _fold(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))
