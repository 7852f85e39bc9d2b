"""The tree of a page → what it says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from armswire.articles.facts.addresses import find_canonical, host_of
from armswire.articles.facts.linked_data import LinkedData, read_linked_data, strings_of
from armswire.articles.facts.meta_tags import MetaTags, read_meta_tags, tidy
from armswire.articles.facts.publication import Clues, Publication, find_publication
from armswire.articles.facts.titles import find_outlet, find_title, title_elements
from armswire.articles.facts.writers import find_authors
from armswire.lexicon.page_keys import PageKeys, bundled_page_keys

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself; None, or nothing in a tuple, where it is silent. `outlet` is at least the host."""

    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    section: str | None
    description: str | None
    language: str | None
    canonical: str | None
    publication: Publication

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return None if self.publication.told is None else self.publication.told.day


def read_facts(tree: Any, *, url: str | None = None, retrieved: datetime | None = None) -> PageFacts:
    """The facts of a page in lxml's tree, which stays as it is. `url` is where and `retrieved` when it was fetched."""
    keys = bundled_page_keys()
    tags, linked = read_meta_tags(tree), read_linked_data(tree)
    language = _language(tree, tags, linked, keys)
    canonical = find_canonical(tree, tags, linked, url)
    outlet = find_outlet(tree, tags, linked, keys)
    title = find_title(tree, tags, linked, keys, outlet)
    titles = tuple(one for one in (title, *title_elements(tree)) if one)
    return PageFacts(
        title=title,
        outlet=outlet or host_of(url or canonical),
        authors=find_authors(tree, tags, linked, keys, outlet),
        section=_first(linked, "articleSection", tags, keys.section),
        description=_first(linked, "description", tags, keys.description),
        language=language,
        canonical=canonical,
        publication=find_publication(Clues(tree, tags, linked, (url, canonical), language, titles), retrieved),
    )


def _first(linked: LinkedData, key: str, tags: MetaTags, keys: tuple[str, ...]) -> str | None:
    told = [tidy(word) for node in linked.articles for word in strings_of(node.get(key))]
    return next((word for word in (*told, *tags.tell(keys)) if word), None)


def _language(tree: Any, tags: MetaTags, linked: LinkedData, keys: PageKeys) -> str | None:
    """The language that the page declares first, in lower case, as precisely as it does anywhere ("en-gb" for "en")."""
    declared = [tree.get("lang"), *(page.get("lang") for page in tree.iter("html", "body"))]
    declared += tags.tell(keys.language)
    declared += [word for node in linked.articles for word in strings_of(node.get("inLanguage"))]
    tidied = ((word or "").strip().lower().replace("_", "-") for word in declared)
    languages = [word for word in tidied if _LANGUAGE.fullmatch(word)]
    first = next(iter(languages), None)
    return next((one for one in languages if one.startswith(f"{first}-")), first)
