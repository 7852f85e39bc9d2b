"""A saved web page → one article."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.articles.page_article import article_from_page
from armswire.articles.reader import Incoming, Outcome
from armswire.articles.whole_file import read_whole
from armswire.errors import ArticleError
from armswire.model.article import Article

_OPENINGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<!--", b"<?xml")


class Html:
    """The page's article is the text; title, outlet, address and day are what the page says of itself."""

    name = "HTML"
    suffixes = (".html", ".htm", ".xhtml")
    is_binary = False

    def recognises(self, start: bytes) -> bool:
        """A document type, or one of the outermost elements."""
        head = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
        return head.startswith(_OPENINGS) and b"<rss" not in head and b"<feed" not in head

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """One article, or why there is none."""
        try:
            yield _article(incoming)
        except ArticleError as error:
            yield error


def _article(incoming: Incoming) -> Article:
    data, fetched = read_whole(incoming), incoming.fetched
    if fetched is None:
        return article_from_page(data, incoming.place)
    return article_from_page(
        data, incoming.place, url=fetched.url or None, charset=fetched.charset, retrieved=fetched.retrieved or None
    )
