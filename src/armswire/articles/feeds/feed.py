"""What a feed or a sitemap lists, in one shape for all kinds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MAX_FEED_BYTES = 50_000_000
"""The largest sitemap that sitemaps.org allows ("no larger than 50MB"); feeds are a thousandth of that."""
MAX_ENTRIES = 50_000
"""The most that sitemaps.org allows in one file; no feed has a tenth of them."""


@dataclass(frozen=True, slots=True)
class Content:
    """Words that an entry brings with it: plain text, or the HTML of a part of a page."""

    text: str
    is_html: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One story as a feed lists it: all that is known of it before its page is fetched.

    `id` is the feed's own and means something in that feed only; `published` and `updated` are days as the writer saw
    them, `changed` is the moment of the last change in the feed's own words; `content` is the whole story, `summary`
    what stands for it.
    """

    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None
    updated: date | None = None
    changed: str | None = None
    language: str | None = None
    outlet: str | None = None
    content: Content | None = None
    summary: Content | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """`kind` in words ("RSS", "sitemap"); `sitemaps` are the addresses of further ones that an index lists."""

    kind: str
    title: str | None = None
    entries: tuple[Entry, ...] = ()
    sitemaps: tuple[str, ...] = ()
