"""A JSON object → Article: which keys mean what, and what they must hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from armswire.articles.article_text import (
    article_id,
    check_characters,
    check_text,
    parse_published,
)
from armswire.articles.page import Page, extract_page
from armswire.errors import ArticleError
from armswire.model.article import RETRIEVED, Article

KNOWN_KEYS = frozenset({"id", "text", "html", "url", "outlet", "title", "published", "language"})
MAX_ID_LENGTH = 200
"""An id is shown in tables and typed by people; a longer one is a text that slipped into the wrong key."""


def article_from_json(value: object, sha256: str, place: str) -> Article:
    """The article of one JSON value; keys that are not ours are kept in `extra`.

    Raises ArticleError, naming key, value and remedy, for anything that cannot be used.
    """
    if not isinstance(value, dict):
        raise ArticleError(
            "not a JSON object",
            place=place,
            value="null" if value is None else value,
            remedy='Write one article as {"text": "...", "published": "2023-02-27"}',
        )
    for text in _strings(value):
        check_characters(text, place, "a value")
    page = _page(value, place)
    text = check_text(value["text"], place) if page is None else page.text
    published, published_by = _published(value, page, place)
    outlet = _word(value, "outlet", place) or (page.facts.outlet if page else None)
    return Article(
        id=_given_id(value, place) or article_id(text, outlet, published),
        text=text,
        sha256=sha256,
        outlet=outlet,
        title=_word(value, "title", place) or (page.facts.title if page else None),
        url=_word(value, "url", place) or (page.facts.canonical if page else None),
        published=published,
        published_by=published_by,
        language=_word(value, "language", place) or (page.facts.language if page else None),
        extra={
            **(page.extra(published) if page else {}),
            **{key: kept for key, kept in value.items() if key not in KNOWN_KEYS},
        },
        place=place,
    )


def _page(value: Mapping[str, object], place: str) -> Page | None:
    """The extracted page where only `html` was given; None where `text` was."""
    if value.get("text") not in (None, ""):
        return None
    html = value.get("html")
    if html in (None, ""):
        if "text" in value:
            check_text(value["text"] or "", place)
        raise ArticleError(
            "neither text nor html",
            place=place,
            remedy='Put the article\'s words under "text"',
        )
    if not isinstance(html, str):
        raise ArticleError(
            "html is not a string",
            place=place,
            value=html,
            remedy="Give the page's source in quotes",
        )
    retrieved = value.get(RETRIEVED)
    return extract_page(
        html, place, url=_word(value, "url", place), retrieved=retrieved if isinstance(retrieved, str) else None
    )


def _published(value: Mapping[str, object], page: Page | None, place: str) -> tuple[date | None, str]:
    given = parse_published(value.get("published"), place)
    if given is not None:
        return given, "given"
    return (None, "none") if page is None else (page.facts.published, page.published_by)


def _word(value: Mapping[str, object], key: str, place: str) -> str | None:
    """A string of the object; None where it is absent, null or blank."""
    word = value.get(key)
    if word is None or isinstance(word, str):
        return word.strip() or None if word else None
    raise ArticleError(
        f"{key} is not a string",
        place=place,
        value=word,
        remedy="Put it in quotes or leave it out",
    )


def _given_id(value: Mapping[str, object], place: str) -> str | None:
    given = value.get("id")
    if given is None or given == "":
        return None
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    if isinstance(given, str) and given.isprintable() and given.strip() and len(given) <= MAX_ID_LENGTH:
        return given
    raise ArticleError(
        "id cannot be used",
        place=place,
        value=given,
        remedy=f"Give a string of at most {MAX_ID_LENGTH} printable characters, or leave it out",
    )


def _strings(value: object) -> Iterable[str]:
    """Every string in a JSON value, keys included, without recursion: nesting is the sender's choice."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            waiting.extend(item.keys())
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
