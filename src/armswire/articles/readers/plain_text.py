"""A plain-text file → one article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from armswire.articles.article_text import article_id, check_text
from armswire.articles.decoding import decode
from armswire.articles.reader import Incoming, Outcome
from armswire.articles.whole_file import read_whole
from armswire.errors import ArticleError
from armswire.model.article import Article


class PlainText:
    """The whole file is the text; its id is derived, its day unknown."""

    name = "plain text"
    suffixes = (".txt", ".text", ".md")
    is_binary = False

    def recognises(self, start: bytes) -> bool:  # noqa: ARG002 - the contract's
        """Anything that is not binary, which `read.py` has checked."""
        return True

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """One article, or why there is none."""
        try:
            yield _article(read_whole(incoming), incoming.place)
        except ArticleError as error:
            yield error


def _article(data: bytes, place: str) -> Article:
    decoded = decode(data, place)
    text = check_text(decoded.text, place)
    return Article(
        id=article_id(text, None, None),
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        extra=decoded.kept,
        place=place,
    )
