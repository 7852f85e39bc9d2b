"""What a server calls a thing ("text/html; charset=utf-8") → the ending by which its reader is found, its encoding."""

from __future__ import annotations

import re

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# As registered with IANA; "text/xml" and "application/json" are what feeds are sent as more often than not.
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/feed+json": ".json",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "text/csv": ".csv",
    "message/rfc822": ".eml",
}


def media_type(told: str | None) -> str:
    """The type alone, in lower case; empty where nothing is told."""
    return (told or "").split(";")[0].strip().lower()


def suffix_of_type(told: str | None) -> str | None:
    """The ending of files of this kind; None for one that is not read, or not told."""
    return SUFFIXES.get(media_type(told))


def charset_of(told: str | None) -> str | None:
    """The encoding that is told with the type."""
    found = _CHARSET.search(told or "")
    return found.group(1) if found else None
