"""What a page says of its own address → the canonical one, and where its site is."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from armswire.articles.facts.address_day import MAX_ADDRESS
from armswire.articles.facts.linked_data import LinkedData, strings_of
from armswire.articles.facts.meta_tags import MetaTags


def find_canonical(tree: Any, tags: MetaTags, linked: LinkedData, url: str | None) -> str | None:
    """The page's address as it says itself, whole; None where it says none, or the front page of its site.

    `url` is where it was fetched; a relative address is read from there.
    """
    for told in _told(tree, tags, linked):
        whole = _whole(told, url) if told.strip() else None
        if whole is not None:
            return whole
    return None


def host_of(url: str | None) -> str | None:
    """The host of an address without "www."; None where it has none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return None if host is None else host.removeprefix("www.")


def _told(tree: Any, tags: MetaTags, linked: LinkedData) -> list[str]:
    links = [
        link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    named = [word for node in linked.articles for key in ("mainEntityOfPage", "url") for word in _names(node.get(key))]
    return [*links[:3], *tags.tell(("og:url",)), *named[:3]]


def _names(value: object) -> tuple[str, ...]:
    return strings_of(value.get("@id") if isinstance(value, dict) else value)


def _whole(told: str, url: str | None) -> str | None:
    try:
        whole = urljoin(url or "", told.strip())
        parts = urlsplit(whole)
        is_front = parts.path in ("", "/") and not parts.query
    except ValueError:
        return None
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or len(whole) > MAX_ADDRESS
        or not whole.isprintable()
    ):
        return None
    # Broken sites name their front page on every page.
    return None if is_front and url is not None and urlsplit(url).path not in ("", "/") else whole
