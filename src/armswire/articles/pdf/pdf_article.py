"""The bytes of a PDF → its article, wherever it came from: a file, a letter."""

from __future__ import annotations

import hashlib
from datetime import date

from armswire.articles.article_text import article_id, check_characters, check_text
from armswire.articles.confinement.ask import ask
from armswire.errors import ArticleError
from armswire.model.article import Article

SIGNATURE = b"%PDF-"
_SEARCHED = 1024
"""Bytes in which readers of PDF look for the signature (PDF Reference 1.7, appendix H, note 13)."""


def article_from_pdf(data: bytes, place: str) -> Article:
    """The article of a PDF. Raises ArticleError where it has none."""
    if SIGNATURE not in data[:_SEARCHED]:
        raise ArticleError("not a PDF", place=place, value=data[:8], remedy="Give it as it was downloaded")
    (paper,) = ask("pdf", [data], place)
    text = check_text(paper["text"], place)
    check_characters(paper["title"] or "", place, "the title")
    published = None if paper["written"] is None else date.fromisoformat(paper["written"])
    return Article(
        id=article_id(text, None, published),
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        title=paper["title"],
        published=published,
        published_by="none" if published is None else "document",
        place=place,
    )
