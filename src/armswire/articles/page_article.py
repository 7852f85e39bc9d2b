"""The bytes of a page → its article, wherever the page came from: a file, an archive of the web, a letter."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from armswire.articles.article_text import article_id, check_characters
from armswire.articles.decoding import decode
from armswire.articles.page import declared_encoding, extract_page
from armswire.model.article import Article


def article_from_page(
    data: bytes, place: str, *, url: str | None = None, charset: str | None = None, extra: Mapping[str, object] = {}
) -> Article:
    """The article of a page. `url` is where it was fetched and `charset` what its server said, where they are known.

    Raises ArticleError where the page has no article or cannot be decoded.
    """
    named = (("server", charset), ("page", declared_encoding(data)))
    decoded = decode(data, place, {who: label for who, label in named if label})
    page = extract_page(decoded.text, place)
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
        extra={**extra, **decoded.kept},
        place=place,
    )
