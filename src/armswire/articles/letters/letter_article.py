"""A letter that has been opened → its article and those of what is attached to it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from armswire.articles.article_text import article_id, check_text
from armswire.articles.decoding import Decoded
from armswire.articles.feeds.markup import strip_markup
from armswire.articles.letters.head import Head, read_head
from armswire.articles.letters.kinds import Kind
from armswire.articles.letters.part_text import part_bytes, part_text
from armswire.articles.page_article import article_from_page
from armswire.articles.pdf.pdf_article import article_from_pdf
from armswire.articles.reader import Outcome
from armswire.errors import ArticleError
from armswire.model.article import Article, with_other_dates

MIN_SHARE = 0.5
"""Share of a letter's words that the extraction must keep. It looks for the one story of a page, and of a letter with
many it may take the longest alone; a letter has little else than stories."""


def articles_from_letter(opened: Mapping[str, Any], place: str) -> Iterator[Outcome]:
    """The article of the letter's own text, then those attached; letters attached are opened by themselves.

    Each has the letter's outlet. An attachment has the letter's day where it tells none itself.
    """
    try:
        head = read_head(opened["head"], place)
        if opened["html"] or opened["plain"]:
            yield _own(opened, head, place)
        elif not opened["attached"]:
            raise ArticleError("a letter without text", place=place, value=head.title, remedy="Save it with its text")
    except ArticleError as error:
        yield error
        head = Head(None, None, None, None, None)
    for number, part in enumerate(opened["attached"], start=1):
        try:
            yield _attached(part, head, f"{place}, attachment {number}{_in_brackets(part['name'])}")
        except ArticleError as error:
            yield error


def _in_brackets(name: str) -> str:
    return f" ({name})" if name and name.isprintable() else ""


def _own(opened: Mapping[str, Any], head: Head, place: str) -> Article:
    html, plain = opened["html"], opened["plain"]
    found = _from_html(html, plain, place) if html else _from_plain(plain, place)
    if head.day is not None:
        told = () if found.published in (None, head.day) else ((found.published, found.published_by),)
        extra = with_other_dates(found.extra, told)
        found = replace(found, published=head.day, published_by="letter", extra=extra)
    return _signed(
        replace(found, title=head.title or found.title, url=head.url or found.url, outlet=head.outlet or found.outlet),
        head,
    )


def _attached(part: Mapping[str, Any], head: Head, place: str) -> Article:
    if part["kind"] == Kind.PDF:
        found = article_from_pdf(base64.b64decode(part["data"]), place)
    elif part["kind"] == Kind.HTML:
        found = article_from_page(part_bytes(part, place), place, charset=part["charset"])
    elif part["kind"] == Kind.PLAIN:
        found = _from_plain(part, place)
    else:
        raise ArticleError(
            "an attachment that is not read", place=place, value=part["type"], remedy="Save its text, and give that"
        )
    if found.published is None and head.day is not None:
        found = replace(found, published=head.day, published_by="letter")
    return _signed(replace(found, outlet=found.outlet or head.outlet), head)


def _signed(article: Article, head: Head) -> Article:
    named = {} if head.message_id is None else {"message_id": head.message_id}
    derived = article_id(article.text, article.outlet, article.published)
    return replace(article, id=derived, extra={**article.extra, **named})


def _from_html(html: Mapping[str, Any], plain: Mapping[str, Any] | None, place: str) -> Article:
    """By the extraction for pages; the plain text, or all words, where that finds no story or too little of it."""
    decoded = part_text(html, place)
    whole = _from_plain(plain, place) if plain else None
    words = whole.text if whole is not None else strip_markup(decoded.text)
    try:
        found = article_from_page(part_bytes(html, place), place, charset=html["charset"])
    except ArticleError:
        if not words.strip():
            raise
        found = None
    if found is not None and len(found.text.split()) >= MIN_SHARE * len(words.split()):
        return found
    return whole or _from_text(replace(decoded, text=words), part_bytes(html, place), place)


def _from_plain(part: Mapping[str, Any], place: str) -> Article:
    return _from_text(part_text(part, place), part_bytes(part, place), place)


def _from_text(decoded: Decoded, data: bytes, place: str) -> Article:
    text = check_text(decoded.text, place)
    derived, digest = article_id(text, None, None), hashlib.sha256(data).hexdigest()
    return Article(id=derived, text=text, sha256=digest, extra=decoded.kept, place=place)
