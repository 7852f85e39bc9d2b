"""RSS and Atom → entries, by feedparser."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urljoin

from armswire.articles.feeds.days import read_day
from armswire.articles.feeds.feed import MAX_ENTRIES, Content, Entry, Feed
from armswire.articles.feeds.xml_text import XmlText
from armswire.errors import ArticleError

ROOTS = frozenset({"rss", "feed", "rdf", "channel"})
"""The outermost elements of RSS (2.0, 1.0 and stray channels) and Atom."""

_HTML = ("text/html", "application/xhtml+xml")


def parse_xml_feed(xml: XmlText, place: str, url: str | None = None) -> Feed:
    """The entries in the feed's order; `url`, where the feed was fetched, is what its addresses start from.

    Raises ArticleError for what feedparser cannot make sense of, and for more entries than any feed has.
    """
    import feedparser  # type: ignore[import-untyped]  # it ships no types

    if xml.text.count("<item") + xml.text.count("<entry") > MAX_ENTRIES:
        raise ArticleError(f"more than {MAX_ENTRIES} entries", place=place, remedy="Split the feed")
    try:
        # A stream, never a string: feedparser would fetch one that looks like an address and open one that looks
        # like a file's name.
        found = feedparser.parse(
            io.BytesIO(xml.text.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError, OSError) as error:
        raise ArticleError("the feed cannot be parsed", place=place, remedy="Fetch it again") from error
    head = found.feed
    base = url or _word(head, "link") or ""
    return Feed(
        kind="Atom" if xml.root == "feed" else "RSS",
        title=_word(head, "title"),
        # As plain dicts: feedparser's own give one key for another, with a warning.
        entries=tuple(_entry(dict(entry), head, base) for entry in found.entries),
    )


def _entry(entry: Mapping[str, Any], head: Mapping[str, Any], base: str) -> Entry:
    contents = [content for content in entry.get("content", ()) if _word(content, "value")]
    content = max(contents, key=lambda one: len(one["value"]), default=None)
    return Entry(
        id=_word(entry, "id"),
        url=_address(_word(entry, "link"), base),
        title=_title(entry),
        published=read_day(entry.get("published")) or read_day(entry.get("created")),
        updated=read_day(entry.get("updated")),
        changed=_word(entry, "updated"),
        language=_language(content, entry.get("title_detail"), head),
        outlet=_word(entry.get("source", {}), "title") or _word(head, "title"),
        content=None if content is None else _content(content),
        summary=_content(entry.get("summary_detail", {})) if _word(entry, "summary") else None,
    )


def _title(entry: Mapping[str, Any]) -> str | None:
    from armswire.articles.feeds.markup import strip_markup

    title = _word(entry, "title")
    if title is None or entry.get("title_detail", {}).get("type") not in _HTML:
        return title
    return " ".join(strip_markup(title).split()) or None


def _content(content: Mapping[str, Any]) -> Content:
    return Content(str(content.get("value", "")), is_html=content.get("type") in _HTML)


def _language(*told: Mapping[str, Any] | None) -> str | None:
    words = (_word(one, "language") for one in told if one)
    return next((word.lower() for word in words if word and len(word) <= 35), None)


def _address(link: str | None, base: str) -> str | None:
    try:
        return urljoin(base, link) if link else None
    except ValueError:
        return link


def _word(record: Mapping[str, Any] | Sequence[Any], key: str) -> str | None:
    """A word of one of feedparser's records; None where it is blank or no word."""
    word = record.get(key) if isinstance(record, Mapping) else None
    return word.strip() or None if isinstance(word, str) else None
