"""JSON Feed (jsonfeed.org, versions 1 and 1.1) → entries; and an entry → a JSON Feed of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import urljoin

from armswire.articles.feeds.days import read_day
from armswire.articles.feeds.feed import MAX_ENTRIES, Content, Entry, Feed
from armswire.articles.feeds.markup import strip_markup
from armswire.errors import ArticleError

_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version\\?/')


def is_json_feed(start: bytes) -> bool:
    """Whether a file that opens so says that it is one."""
    return _VERSION.search(start) is not None


def parse_json_feed(data: bytes, place: str, url: str | None = None) -> Feed:
    """The entries in the feed's order; `url`, where the feed was fetched, is what its addresses start from.

    Raises ArticleError for broken JSON, for something else than a feed, and for more entries than any feed has.
    """
    try:
        value = json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"broken JSON: {error}", place=place, remedy="Fetch the feed again") from error
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list):
        raise ArticleError("a JSON feed without items", place=place, remedy="Give one as jsonfeed.org describes it")
    if len(items) > MAX_ENTRIES:
        raise ArticleError(f"more than {MAX_ENTRIES} entries", place=place, remedy="Split the feed")
    base = url or _word(value, "home_page_url") or _word(value, "feed_url") or ""
    return Feed(
        kind="JSON Feed",
        title=_word(value, "title"),
        entries=tuple(_entry(item, value, base) for item in items if isinstance(item, dict)),
    )


def write_entry(entry: Entry, feed: str) -> dict[str, object]:
    """A JSON Feed (version 1.1) of one entry, from which the same article is read; `feed` is the address it came from.

    A summary loses its mark-up, as it would when it is read.
    """
    content, summary = entry.content, entry.summary
    item = {
        "id": entry.id or entry.url,
        "url": entry.url,
        "title": entry.title,
        "date_published": None if entry.published is None else entry.published.isoformat(),
        "date_modified": None if entry.updated is None else entry.updated.isoformat(),
        "language": entry.language,
        "content_html": content.text if content is not None and content.is_html else None,
        "content_text": content.text if content is not None and not content.is_html else None,
        "summary": None if summary is None else strip_markup(summary.text) if summary.is_html else summary.text,
    }
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": entry.outlet or "",
        "feed_url": feed,
        "items": [{key: value for key, value in item.items() if value is not None}],
    }


def _entry(item: Mapping[str, object], feed: Mapping[str, object], base: str) -> Entry:
    html, text, summary = (_word(item, key) for key in ("content_html", "content_text", "summary"))
    content = Content(html, is_html=True) if html else Content(text, is_html=False) if text else None
    return Entry(
        id=_id(item),
        url=_address(_word(item, "url") or _word(item, "external_url"), base),
        title=_word(item, "title"),
        published=read_day(item.get("date_published")),
        updated=read_day(item.get("date_modified")),
        changed=_word(item, "date_modified"),
        language=_word(item, "language") or _word(feed, "language"),
        outlet=_word(feed, "title"),
        content=content,
        summary=Content(summary, is_html=False) if summary else None,
    )


def _id(item: Mapping[str, object]) -> str | None:
    """Version 1 allowed numbers."""
    given = item.get("id")
    return str(given) if isinstance(given, int | float) else _word(item, "id")


def _address(link: str | None, base: str) -> str | None:
    try:
        return urljoin(base, link) if link else None
    except ValueError:
        return link


def _word(record: Mapping[str, object], key: str) -> str | None:
    word = record.get(key)
    return word.strip() or None if isinstance(word, str) else None
