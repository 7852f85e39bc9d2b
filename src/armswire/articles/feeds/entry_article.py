"""An entry of a feed → its article, where it brings words."""

from __future__ import annotations

import json
from dataclasses import asdict

from armswire.articles.article_text import article_id, check_characters, check_text
from armswire.articles.feeds.feed import Content, Entry
from armswire.articles.feeds.markup import strip_markup
from armswire.articles.page import extract_text
from armswire.errors import ArticleError
from armswire.model.article import Article
from armswire.model.identity import text_digest


def article_from_entry(entry: Entry, place: str) -> Article:
    """The article of an entry: its content, or title and summary, which `extra` then says ("text_is": "summary").

    HTML goes through the extraction that pages go through. Raises ArticleError where there are no words but an
    address, and for characters that no text has.
    """
    text, extra = _text(entry, place)
    check_text(text, place)
    for key, word in (("title", entry.title), ("url", entry.url), ("outlet", entry.outlet), ("id", entry.id)):
        check_characters(word or "", place, key)
    if entry.id is not None and entry.id != entry.url:
        extra["feed_id"] = entry.id
    if entry.updated is not None and entry.updated != entry.published:
        extra["updated"] = entry.updated.isoformat()
    published = entry.published or entry.updated
    return Article(
        id=article_id(text, entry.outlet, published),
        text=text,
        sha256=text_digest(json.dumps(asdict(entry), ensure_ascii=False, sort_keys=True, default=str)),
        outlet=entry.outlet,
        title=entry.title,
        url=entry.url,
        published=published,
        published_by="none" if published is None else "feed",
        language=entry.language,
        extra=extra,
        place=place,
    )


def _text(entry: Entry, place: str) -> tuple[str, dict[str, object]]:
    if entry.content is not None and (text := _words(entry.content, place)):
        return text, {}
    if entry.summary is not None and (summary := _scrap(entry.summary)):
        whole = summary if entry.title is None or entry.title in summary else f"{entry.title}\n\n{summary}"
        return whole, {"text_is": "summary"}
    raise ArticleError(
        "only an address: the entry has no text",
        place=place,
        value=entry.url or entry.title or entry.id,
        remedy="Save its page and give that",
    )


def _words(content: Content, place: str) -> str:
    """The text of a whole story; of one too short for the extraction, all its words."""
    if not content.is_html:
        return content.text.strip()
    try:
        return extract_text(f"<html><body><article>{content.text}</article></body></html>", place)
    except ArticleError:
        return strip_markup(content.text)


def _scrap(summary: Content) -> str:
    return strip_markup(summary.text) if summary.is_html else summary.text.strip()
