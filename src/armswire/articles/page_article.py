"""The bytes of a page → its article, wherever the page came from: a file, an archive of the web, a letter."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from armswire.articles.article_text import article_id, check_characters
from armswire.articles.decoding import decode
from armswire.articles.page import declared_encoding, extract_page
from armswire.model.article import RETRIEVED, Article


def article_from_page(
    data: bytes,
    place: str,
    *,
    url: str | None = None,
    charset: str | None = None,
    retrieved: str | None = None,
    extra: Mapping[str, object] = {},
) -> Article:
    """The article of a page. `url` is where it was fetched, `retrieved` when (an ISO date-time), and `charset` what its
    server said, where they are known; it is not published after `retrieved`.

    Raises ArticleError where the page has no article or cannot be decoded.
    """
    named = (("server", charset), ("page", declared_encoding(data)))
    decoded = decode(data, place, {who: label for who, label in named if label})
    check_characters(url or "", place, "the address")
    page = extract_page(decoded.text, place, url=url, retrieved=retrieved)
    facts, fetched = page.facts, {} if retrieved is None else {RETRIEVED: retrieved}
    return Article(
        id=article_id(page.text, facts.outlet, facts.published),
        text=page.text,
        sha256=hashlib.sha256(data).hexdigest(),
        outlet=facts.outlet,
        title=facts.title,
        url=url or facts.canonical,
        published=facts.published,
        published_by=page.published_by,
        language=facts.language,
        extra={**page.extra(facts.published), **fetched, **extra, **decoded.kept},
        place=place,
    )
