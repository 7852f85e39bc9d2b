"""The other articles of the page that an article is of, before it is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import select

from armswire.model.article import Article
from armswire.register import schema
from armswire.register.characters import find_impossible
from armswire.register.loading import rows_in
from armswire.register.rows import decode_article
from armswire.register.store import Register
from armswire.register.versions.page import page_of

_ARTICLES, _OUTLINES = schema.articles.c, schema.outlines.c


@dataclass(frozen=True, slots=True)
class Sibling:
    """An article by id; `digest` is that of its outline, None where none was noted yet. `was_read`: it has its own
    claims."""

    id: str
    digest: str | None
    was_read: bool


def find_siblings(register: Register, article: Article) -> list[Sibling]:
    """The other articles of its page. Raises RegisterError."""
    address = page_of(article.url, article.extra)
    if address is None or find_impossible([address, article.id]) is not None:
        return []
    statement = (
        select(_ARTICLES.id, _ARTICLES.state, _OUTLINES.digest)
        .join_from(schema.articles, schema.outlines, _OUTLINES.document == _ARTICLES.id, isouter=True)
        .where(_ARTICLES.address == address, _ARTICLES.id != article.id)
    )
    return [Sibling(row.id, row.digest, row.state == "read") for row in register.rows(statement)]


def load_siblings(register: Register, siblings: Iterable[Sibling]) -> Iterator[Article]:
    """The articles themselves. Raises RegisterError."""
    with register.reading() as connection:
        names = [sibling.id for sibling in siblings]
        for row in rows_in(connection, select(schema.articles), _ARTICLES.id, names):
            yield decode_article(row)
