"""All bytes of an input, up to a limit."""

from __future__ import annotations

from armswire.articles.reader import MAX_ARTICLE_BYTES, Incoming
from armswire.errors import ArticleError


def read_whole(incoming: Incoming, limit: int = MAX_ARTICLE_BYTES, *, remedy: str = "") -> bytes:
    """The bytes; at most `limit` + 1 are ever held. Raises ArticleError where there are more, or none."""
    data = incoming.stream.read(limit + 1)
    if len(data) > limit:
        raise ArticleError(
            f"larger than {limit / 1e6:g} MB",
            place=incoming.place,
            remedy=remedy
            or "An article is never that long: split the file, or write JSON Lines with one article a line",
        )
    if not data.strip():
        raise ArticleError(
            "the file is empty",
            place=incoming.place,
            remedy="Give it an article, or leave it out",
        )
    return data
