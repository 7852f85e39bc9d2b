"""Sitemaps, with or without their news, and indexes of sitemaps → entries (sitemaps.org; Google's news extension)."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

from armswire.articles.feeds.days import read_day
from armswire.articles.feeds.feed import MAX_ENTRIES, Entry, Feed
from armswire.articles.feeds.xml_text import XmlText
from armswire.errors import ArticleError

ROOTS = frozenset({"urlset", "sitemapindex"})


def parse_sitemap(xml: XmlText, place: str) -> Feed:
    """Its addresses in order, with title, day, language and outlet where it is a sitemap of news.

    Raises ArticleError for more addresses than a sitemap may have.
    """
    is_index = xml.root == "sitemapindex"
    found = list(_records(xml, "sitemap" if is_index else "url"))
    if len(found) > MAX_ENTRIES:
        raise ArticleError(f"more than {MAX_ENTRIES} addresses", place=place, remedy="Split the sitemap")
    if is_index:
        return Feed("index of sitemaps", sitemaps=tuple(record["loc"] for record in found if "loc" in record))
    return Feed("sitemap", entries=tuple(_entry(record) for record in found if "loc" in record))


def _entry(record: dict[str, str]) -> Entry:
    return Entry(
        id=record["loc"],
        url=record["loc"],
        title=record.get("title"),
        published=read_day(record.get("publication_date")),
        updated=read_day(record.get("lastmod")),
        changed=record.get("lastmod"),
        language=record.get("language"),
        outlet=record.get("name"),
    )


def _records(xml: XmlText, outer: str) -> Iterator[dict[str, str]]:
    """The first word of each element by its local name, record by record; what is broken is passed over."""
    from lxml.etree import XMLSyntaxError, iterparse  # type: ignore[import-untyped]  # lxml ships no types

    record: dict[str, str] = {}
    try:
        for _, element in iterparse(
            io.BytesIO(xml.text.encode("utf-8", "replace")),
            events=("end",),
            recover=True,
            no_network=True,
            resolve_entities=False,
            load_dtd=False,
            huge_tree=False,
            encoding="utf-8",
        ):
            name = _local_name(element)
            if name == outer:
                yield record
                record = {}
                _forget(element)
            elif word := _word(element):
                record.setdefault(name, word)
    except XMLSyntaxError:
        return


def _forget(element: Any) -> None:
    """Frees a record that was read, and those before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _word(element: Any) -> str:
    """The element's text, '' where it has none that is text."""
    return _sound(lambda: element.text).strip()


def _local_name(element: Any) -> str:
    return _sound(lambda: element.tag).rpartition("}")[2].lower()


def _sound(find: Callable[[], object]) -> str:
    """A string of an element; '' where there is none, and where the library let half a character (`&#xD800;`) in."""
    try:
        found = find()
    except UnicodeDecodeError:
        return ""
    return found if isinstance(found, str) else ""
