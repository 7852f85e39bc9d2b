"""A press release in PDF → one article."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.articles.pdf.pdf_article import SIGNATURE, article_from_pdf
from armswire.articles.reader import Incoming, Outcome
from armswire.articles.whole_file import read_whole
from armswire.errors import ArticleError

MAX_PDF_BYTES = 50_000_000
"""Largest file: pictures make press releases large, their text is short."""


class Pdf:
    """The text of all pages; title and day are what the file tells, where the paper itself bears them out."""

    name = "PDF"
    suffixes = (".pdf",)
    is_binary = True

    def recognises(self, start: bytes) -> bool:
        """The signature, at the very beginning: further on it may be quoted."""
        return start.startswith(SIGNATURE)

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """One article, or why there is none."""
        try:
            data = read_whole(incoming, MAX_PDF_BYTES, remedy="Give its text, or the pages that tell of transfers")
            yield article_from_pdf(data, incoming.place)
        except ArticleError as error:
            yield error
