"""The act of this folder: the bytes of any feed or sitemap → what it lists."""

from __future__ import annotations

from armswire.articles.feeds import sitemap, xml_feed
from armswire.articles.feeds.feed import MAX_FEED_BYTES, Feed
from armswire.articles.feeds.json_feed import parse_json_feed
from armswire.articles.feeds.xml_text import read_xml
from armswire.errors import ArticleError


def parse_feed(data: bytes, place: str, url: str | None = None) -> Feed:
    """The entries of RSS, Atom, JSON Feed, a sitemap or an index of them, whichever `data` is.

    `url` is where it was fetched, if it was. Raises ArticleError for what is none of these, is broken, brings
    entities of its own or is larger than any feed.
    """
    if len(data) > MAX_FEED_BYTES:
        raise ArticleError(f"larger than {MAX_FEED_BYTES / 1e6:g} MB", place=place, remedy="Split the feed")
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        return parse_json_feed(data, place, url)
    xml = read_xml(data, place)
    if xml.root in sitemap.ROOTS:
        return sitemap.parse_sitemap(xml, place)
    if xml.root in xml_feed.ROOTS:
        return xml_feed.parse_xml_feed(xml, place, url)
    raise ArticleError(
        "neither a feed nor a sitemap",
        place=place,
        value=f"<{xml.root}>" if xml.root else None,
        remedy="Give RSS, Atom, JSON Feed, a sitemap, or an index of sitemaps",
    )
