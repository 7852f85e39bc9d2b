"""What every article's text must be, and the id derived from it."""

from __future__ import annotations

import re
from datetime import date, datetime

from armswire.errors import ArticleError
from armswire.model.identity import content_key

_SURROGATE = re.compile("[\ud800-\udfff]")


def article_id(text: str, outlet: str | None, published: date | None) -> str:
    """The id of an article that brought none: the same for the same text, outlet and day."""
    return content_key("article", text, outlet, None if published is None else published.isoformat())


def check_characters(text: str, place: str, key: str) -> None:
    """Refuses what no text has. Raises ArticleError for NULs and for lone surrogates, with their offset."""
    nul = text.find("\x00")
    if nul >= 0:
        raise ArticleError(
            f"{key} holds a NUL character at offset {nul}",
            place=place,
            remedy="Remove it, or export the article again",
        )
    surrogate = _SURROGATE.search(text)
    if surrogate:
        raise ArticleError(
            f"{key} holds half a character (a lone surrogate) at offset {surrogate.start()}",
            place=place,
            value=f"U+{ord(surrogate.group()):04X}",
            remedy="Export the article again as UTF-8",
        )


def check_text(text: object, place: str) -> str:
    """`text` as it came in. Raises ArticleError where it is no string, has no words, or holds impossible characters."""
    if not isinstance(text, str):
        raise ArticleError(
            "text is not a string",
            place=place,
            value=text,
            remedy="Give the article's words in quotes",
        )
    if not text.strip():
        raise ArticleError(
            "the text is empty",
            place=place,
            remedy="Give the article's words, or leave it out",
        )
    check_characters(text, place, "text")
    return text


def parse_published(value: object, place: str) -> date | None:
    """The day of an ISO date or date-time as its writer saw it (no shift of time zone); None for None and ''.

    Raises ArticleError for anything else: a guessed day would shift every date of the article.
    """
    if value is None or value == "":
        return None
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    raise ArticleError(
        "published is not a date",
        place=place,
        value=value,
        remedy="Write an ISO date such as 2023-02-27, or leave it out",
    )
