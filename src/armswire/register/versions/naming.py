"""An article whose given id another text of the same page has → the same article, under an id of its own."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import String, literal, select

from armswire.model.article import Article
from armswire.model.identity import text_digest
from armswire.register import schema
from armswire.register.characters import find_impossible
from armswire.register.store import Register
from armswire.register.versions.page import page_of

_ARTICLES = schema.articles.c
_SEPARATOR = "@"
_LAST = "\U0010ffff"


def name_version(register: Register, article: Article) -> Article:
    """The article as it is, or as version `ID@2`, `ID@3`, ...: the next free one, or the one that has its text already.

    An article without an address, or of another page, is left as it is: `record` refuses it. Raises RegisterError.
    """
    address = page_of(article.url, article.extra)
    if address is None or find_impossible([article.id, article.text]) is not None:
        return article
    columns = select(_ARTICLES.id, _ARTICLES.sha256, _ARTICLES.text_sha256, _ARTICLES.address)
    digest = text_digest(article.text)
    taken = register.first(columns.where(_ARTICLES.id == article.id))
    if taken is None or taken.address != address or article.sha256 == taken.sha256 or digest == taken.text_sha256:
        return article
    start = article.id + _SEPARATOR
    named = columns.where(_ARTICLES.id > literal(start, String), _ARTICLES.id < literal(start + _LAST, String))
    numbers = [1]
    for row in register.rows(named):
        number = row.id.removeprefix(start)
        if not number.isdecimal():
            continue
        if row.address == address and (row.sha256 == article.sha256 or row.text_sha256 == digest):
            return replace(article, id=row.id)
        numbers.append(int(number))
    return replace(article, id=f"{start}{max(numbers) + 1}")
