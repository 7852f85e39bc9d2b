"""A saved web page → one article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from armswire.articles.article_text import article_id
from armswire.articles.decoding import Decoded, decode
from armswire.articles.page import declared_encoding, extract_page
from armswire.articles.reader import Incoming, Outcome
from armswire.articles.whole_file import read_whole
from armswire.errors import ArticleError
from armswire.model.article import Article

_OPENINGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<!--", b"<?xml")


class Html:
    """The page's article is the text; title, outlet, address and day are what the page says of itself."""

    name = "HTML"
    suffixes = (".html", ".htm", ".xhtml")

    def recognises(self, start: bytes) -> bool:
        """A document type, or one of the outermost elements."""
        head = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
        return head.startswith(_OPENINGS) and b"<rss" not in head and b"<feed" not in head

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """One article, or why there is none."""
        try:
            yield _article(read_whole(incoming), incoming.place)
        except ArticleError as error:
            yield error


def _decode(data: bytes, place: str) -> Decoded:
    """By UTF-8, else by what the page declares, else by the best guess."""
    try:
        return Decoded(data.decode("utf-8-sig"), None)
    except UnicodeDecodeError:
        declared = declared_encoding(data)
    try:
        return Decoded(data.decode(declared or "ascii"), declared)
    except (UnicodeDecodeError, LookupError):
        return decode(data, place)


def _article(data: bytes, place: str) -> Article:
    decoded = _decode(data, place)
    page = extract_page(decoded.text, place)
    return Article(
        id=article_id(page.text, page.outlet, page.published),
        text=page.text,
        sha256=hashlib.sha256(data).hexdigest(),
        outlet=page.outlet,
        title=page.title,
        url=page.url,
        published=page.published,
        published_by="none" if page.published is None else "page",
        language=page.language,
        extra={} if decoded.guess is None else {"decoded_as": decoded.guess},
        place=place,
    )
