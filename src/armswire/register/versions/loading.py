"""The articles of an address, as they are held against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, and_, select

from armswire.model.claim import Claim
from armswire.register import schema
from armswire.register.loading import AnyRow, rows_in
from armswire.register.rows import decode_article, decode_claim_row
from armswire.register.versions.rows import read_outline
from armswire.register.versions.text import VersionText

_ARTICLES, _CLAIMS, _OUTLINES = schema.articles.c, schema.claims.c, schema.outlines.c


def load_texts(connection: Connection, documents: Iterable[str], *, with_claims: bool = True) -> list[VersionText]:
    """Articles of one address, in no order. One that was not read has the claims of one of the same cleaned text."""
    documents = list(documents)
    statement = select(schema.articles, _OUTLINES.digest, _OUTLINES.sentences).join(
        schema.outlines, _OUTLINES.document == _ARTICLES.id, isouter=True
    )
    texts = [_text(row) for row in rows_in(connection, statement, _ARTICLES.id, documents)]
    if not with_claims:
        return texts
    claims = _load_claims(connection, documents)
    read: dict[str, list[Claim]] = {}
    for text in sorted(texts, key=lambda text: text.order):
        if text.article.id in claims:
            read.setdefault(text.digest, claims[text.article.id])
    return [replace(text, claims=tuple(claims.get(text.article.id, read.get(text.digest, [])))) for text in texts]


def _text(row: AnyRow) -> VersionText:
    article = decode_article(row)
    arrived = row.arrived or ""
    outline = None if row.digest is None else read_outline(row.digest, row.sentences)
    seen = next(filter(None, (row.retrieved, row.published, arrived)), "")
    return VersionText(article, seen, arrived, outline)


def _load_claims(connection: Connection, documents: Iterable[str]) -> dict[str, list[Claim]]:
    current = and_(_CLAIMS.document == _ARTICLES.id, _CLAIMS.reader == _ARTICLES.reader)
    statement = select(_CLAIMS.id, _CLAIMS.document, _CLAIMS.claim).join(schema.articles, current)
    rows = sorted(rows_in(connection, statement, _CLAIMS.document, documents), key=lambda row: str(row.id))
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for row in rows:
        found[row.document].append(decode_claim_row(row, with_trace=False))
    return found
