"""Invented news: pages, and feeds that list them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from loopback import Answering, Site, say

STORY = "Norway has sold 20 howitzers to Kenya, the Defence Ministry in Oslo said on Monday. {more}"


def page(title: str, more: str = "", day: str = "2031-05-05") -> Answering:
    """A page with one story."""
    text = STORY.format(more=more or f"It was the {title} report of the week from the harbour town.")
    html = (
        f"<html lang='en'><head><title>{escape(title)}</title>"
        f"<meta property='article:published_time' content='{day}T08:00:00Z'></head>"
        f"<body><article><h1>{escape(title)}</h1><p>{escape(text)}</p></article></body></html>"
    )
    return say(200, html.encode(), content_type="text/html; charset=utf-8")


def rss(site: Site, names: Iterable[str], **headers: str) -> Answering:
    """A feed that lists pages of a site by their names."""
    items = "".join(
        f"<item><title>{name}</title><link>{site.url}/{name}</link><guid>{name}</guid>"
        f"<pubDate>Mon, 05 May 2031 08:00:00 GMT</pubDate></item>"
        for name in names
    )
    told = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Harbour Courier</title>{items}</channel></rss>"
    return say(200, told.encode(), content_type="application/rss+xml", **headers)


def atom(site: Site, entries: dict[str, str]) -> Answering:
    """An Atom feed of pages of a site, each with the moment of its last change."""
    listed = "".join(
        f"<entry><id>{name}</id><title>{name}</title><link href='{site.url}/{name}'/><updated>{changed}</updated></entry>"
        for name, changed in entries.items()
    )
    told = (
        f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour Courier</title>{listed}</feed>"
    )
    return say(200, told.encode(), content_type="application/atom+xml")


def sitemap(addresses: Iterable[str], *, is_index: bool = False) -> Answering:
    """A sitemap, or an index of some."""
    whole, part = ("sitemapindex", "sitemap") if is_index else ("urlset", "url")
    listed = "".join(f"<{part}><loc>{escape(one)}</loc></{part}>" for one in addresses)
    told = f"<{whole} xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{listed}</{whole}>"
    return say(200, told.encode(), content_type="application/xml")
