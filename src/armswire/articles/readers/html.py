"""A saved web page → one article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from armswire.articles.article_text import article_id
from armswire.articles.decoding import DECODED_AS, decode
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
    is_binary = False

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


def _decode(data: bytes, place: str) -> tuple[str, dict[str, object]]:
    """The page, and what is to be kept of how it was decoded: by UTF-8, by what it declares, or by the best guess."""
    try:
        return data.decode("utf-8-sig"), {}
    except UnicodeDecodeError:
        declared = declared_encoding(data)
    try:
        return data.decode(declared or "ascii"), {"encoding": declared}
    except (UnicodeDecodeError, LookupError):
        decoded = decode(data, place)
    return decoded.text, {} if decoded.guess is None else {DECODED_AS: decoded.guess}


def _article(data: bytes, place: str) -> Article:
    source, kept = _decode(data, place)
    page = extract_page(source, place)
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
        extra=kept,
        place=place,
    )
