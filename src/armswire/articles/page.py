"""An HTML page → its article: text, title, outlet, address, day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from armswire.articles.article_text import check_characters
from armswire.errors import ArticleError

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""\A\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LANGUAGE = re.compile(r"""<html\b[^<>]{0,300}?\slang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)""", re.IGNORECASE)
MIN_PAGE_TEXT = 40
"""Characters; what the extractor gives for a page of menus alone is shorter, any sentence of news is longer."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself, and its article's text, one paragraph a line."""

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    published: date | None
    language: str | None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its first kilobytes."""
    found = _XML.match(data[:4096]) or _CHARSET.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def extract_page(html: str, place: str) -> Page:
    """The article of a page, by trafilatura. Raises ArticleError where the page has none."""
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # lxml ships no types
    from trafilatura import bare_extraction

    # lxml refuses these characters; blanks in their place keep the rest of the page.
    clean = _NOT_XML.sub(" ", html)
    try:
        found = bare_extraction(
            clean,
            include_comments=False,
            with_metadata=True,
            # The extensive search takes any date on the page (footers, other articles): better none than a wrong one.
            date_extraction_params={
                "extensive_search": False,
                "original_date": True,
                "outputformat": "%Y-%m-%d",
            },
        )
    except (LxmlError, ValueError, RecursionError, AttributeError, TypeError) as error:
        # Seen on broken mark-up; trafilatura does not document what it may raise.
        raise _no_text(place) from error
    text = getattr(found, "text", None)
    if not text or len(text.strip()) < MIN_PAGE_TEXT:
        raise _no_text(place)
    check_characters(text, place, "the page's text")
    return Page(
        text=text,
        title=_word(getattr(found, "title", None)),
        outlet=_word(getattr(found, "sitename", None)),
        url=_word(getattr(found, "url", None)),
        published=_day(getattr(found, "date", None)),
        language=_language(clean),
    )


def _no_text(place: str) -> ArticleError:
    return ArticleError(
        "the page has no article text",
        place=place,
        remedy="Save the page with its text, or give the text itself",
    )


def _language(html: str) -> str | None:
    """The language that the page declares."""
    found = _LANGUAGE.search(html[:4096])
    return found.group(1).lower() if found else None


def _word(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
