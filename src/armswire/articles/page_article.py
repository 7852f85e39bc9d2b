"""The bytes of a page → its article, wherever the page came from: a file, an archive of the web, a letter."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from armswire.articles.article_text import article_id, check_characters
from armswire.articles.decoding import DECODED_AS, decode
from armswire.articles.page import declared_encoding, extract_page
from armswire.model.article import Article


def article_from_page(
    data: bytes, place: str, *, url: str | None = None, charset: str | None = None, extra: Mapping[str, object] = {}
) -> Article:
    """The article of a page. `url` is where it was fetched and `charset` what its server said, where they are known.

    Raises ArticleError where the page has no article or cannot be decoded.
    """
    source, kept = _decode(data, place, charset)
    page = extract_page(source, place)
    check_characters(url or "", place, "the address")
    return Article(
        id=article_id(page.text, page.outlet, page.published),
        text=page.text,
        sha256=hashlib.sha256(data).hexdigest(),
        outlet=page.outlet,
        title=page.title,
        url=url or page.url,
        published=page.published,
        published_by="none" if page.published is None else "page",
        language=page.language,
        extra={**extra, **kept},
        place=place,
    )


def _decode(data: bytes, place: str, charset: str | None) -> tuple[str, dict[str, object]]:
    """The page, and what is to be kept of how it was decoded: by UTF-8, by what is declared, or by the best guess."""
    try:
        return data.decode("utf-8-sig"), {}
    except UnicodeDecodeError:
        declared = charset or declared_encoding(data)
    try:
        return data.decode(declared or "ascii"), {"encoding": declared}
    except (UnicodeError, LookupError, ValueError):
        decoded = decode(data, place)
    return decoded.text, {} if decoded.guess is None else {DECODED_AS: decoded.guess}
