"""An HTML page → its article's text and what it says of itself, from one parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from armswire.articles.article_text import check_characters
from armswire.articles.facts.page_facts import PageFacts, read_facts
from armswire.errors import ArticleError
from armswire.model.article import AUTHORS, CANONICAL, DESCRIPTION, SECTION, with_other_dates

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""\A\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MIN_PAGE_TEXT = 40
"""Characters; what the extractor gives for a page of menus alone is shorter, any sentence of news is longer."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text, one paragraph a line, and what it says of itself."""

    text: str
    facts: PageFacts

    @property
    def published_by(self) -> str:
        """The rule that gave the day; "none" where none did."""
        told = self.facts.publication.told
        return "none" if told is None else told.by

    def extra(self, published: date | None) -> dict[str, object]:
        """What an article of that day keeps of the facts, under the keys of `model/article.py`."""
        others = self.facts.publication.apart_from(published)
        told: dict[str, object] = {
            AUTHORS: list(self.facts.authors),
            SECTION: self.facts.section,
            DESCRIPTION: self.facts.description,
            CANONICAL: self.facts.canonical,
        }
        told = {key: value for key, value in told.items() if value}
        return with_other_dates(told, ((other.day, other.by) for other in others))


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its first kilobytes."""
    found = _XML.match(data[:4096]) or _CHARSET.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def extract_page(html: str, place: str, *, url: str | None = None, retrieved: str | None = None) -> Page:
    """The article of a page; `url` is where it was fetched, and `retrieved` when (ISO), where they are known.

    Raises ArticleError where the page has no article.
    """
    with _broken_page(place):
        tree = _parse(html)
        text = _text(tree, place)
    facts = read_facts(tree, url=url, retrieved=_moment(retrieved))
    for words in (facts.title, facts.outlet, facts.section, facts.description, *facts.authors):
        check_characters(words or "", place, "what the page says of itself")
    return Page(text, facts)


def extract_text(html: str, place: str) -> str:
    """The article's text alone. Raises ArticleError where the page has none."""
    with _broken_page(place):
        return _text(_parse(html), place)


@contextmanager
def _broken_page(place: str) -> Iterator[None]:
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # lxml ships no types

    try:
        yield
    except (LxmlError, ValueError, RecursionError, AttributeError, TypeError) as error:
        # Seen on broken mark-up; trafilatura does not document what it may raise.
        raise _no_text(place) from error


def _parse(html: str) -> Any:
    from trafilatura import load_html

    # lxml refuses these characters; blanks in their place keep the rest of the page.
    tree = load_html(_NOT_XML.sub(" ", html))
    if tree is None:
        raise ValueError("no tree")
    return tree


def _text(tree: Any, place: str) -> str:
    """The words of the article in a tree, by trafilatura, which leaves the tree as it is."""
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, with_metadata=False)
    text = getattr(found, "text", None)
    if not text or len(text.strip()) < MIN_PAGE_TEXT:
        raise _no_text(place)
    check_characters(text, place, "the page's text")
    return str(text)


def _moment(retrieved: str | None) -> datetime | None:
    """The time of retrieval; the last second of a bare day, and None for what is no ISO date."""
    try:
        moment = datetime.fromisoformat(retrieved or "")
    except ValueError:
        return None
    if len(retrieved or "") == len("2023-03-14"):
        moment = moment.replace(hour=23, minute=59, second=59)
    return moment.replace(tzinfo=moment.tzinfo or UTC)


def _no_text(place: str) -> ArticleError:
    return ArticleError(
        "the page has no article text",
        place=place,
        remedy="Save the page with its text, or give the text itself",
    )
