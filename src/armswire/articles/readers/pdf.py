"""A press release in PDF → one article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from armswire.articles.article_text import article_id, check_characters, check_text
from armswire.articles.confinement.ask import ask
from armswire.articles.reader import Incoming, Outcome
from armswire.articles.whole_file import read_whole
from armswire.errors import ArticleError
from armswire.model.article import Article

MAX_PDF_BYTES = 50_000_000
"""Largest file: pictures make press releases large, their text is short."""
_SIGNATURE = b"%PDF-"
_SEARCHED = 1024
"""Where readers of PDF look for the signature (ISO 32000-1, annex H.3.4.1 of Adobe's implementation)."""


class Pdf:
    """The text of all pages; title and day are what the file tells, where the paper itself bears them out."""

    name = "PDF"
    suffixes = (".pdf",)
    is_binary = True

    def recognises(self, start: bytes) -> bool:
        """The signature, at the very beginning: further on it may be quoted."""
        return start.startswith(_SIGNATURE)

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """One article, or why there is none."""
        try:
            data = read_whole(incoming, MAX_PDF_BYTES, remedy="Give its text, or the pages that tell of transfers")
            yield article_from_pdf(data, incoming.place)
        except ArticleError as error:
            yield error


def article_from_pdf(data: bytes, place: str) -> Article:
    """The article of a PDF, wherever it came from. Raises ArticleError where it has none."""
    if _SIGNATURE not in data[:_SEARCHED]:
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
