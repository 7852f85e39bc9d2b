"""News of the register as a feed of Atom (RFC 4287): who subscribes to it with a filter is told what is new."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from xml.etree import ElementTree

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 has no place for, not even written as a number.
_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One piece of news: `id` stays the same for ever, `updated` is when it came in, `link` leads to it.

    `published` is the day of the article that tells it, None where that is not known.
    """

    id: str
    title: str
    summary: str
    updated: datetime
    link: str
    author: str
    published: date | None = None


def write_feed(entries: Sequence[FeedEntry], *, title: str, address: str, home: str) -> bytes:
    """The feed, its entries in their order. `address` is its own, `home` that of the page it belongs to."""
    newest = max((entry.updated for entry in entries), default=datetime.min.replace(tzinfo=UTC))
    feed = ElementTree.Element("feed", xmlns=_ATOM)
    _add(feed, "id", address)
    _add(feed, "title", title)
    _add(feed, "updated", _moment(newest))
    ElementTree.SubElement(feed, "link", rel="self", href=address, type=MEDIA_TYPE)
    ElementTree.SubElement(feed, "link", rel="alternate", href=home, type="text/html")
    for entry in entries:
        told = ElementTree.SubElement(feed, "entry")
        _add(told, "id", entry.id)
        _add(told, "title", entry.title)
        _add(told, "updated", _moment(entry.updated))
        if entry.published is not None:
            # Articles tell the day alone.
            _add(told, "published", f"{entry.published.isoformat()}T00:00:00Z")
        ElementTree.SubElement(told, "link", rel="alternate", href=entry.link, type="text/html")
        _add(ElementTree.SubElement(told, "author"), "name", entry.author)
        _add(told, "summary", entry.summary)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = _NO_XML.sub("\ufffd", text)


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"
