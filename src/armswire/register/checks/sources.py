"""What came in, against itself: articles by their digests, claims by their articles, ids and columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from heapq import merge
from itertools import groupby
from typing import Any

from sqlalchemy import Row, and_, select

from armswire.model.article import RETRIEVED
from armswire.model.claim import Claim
from armswire.model.identity import claim_id, text_digest
from armswire.model.span import Span
from armswire.register import schema
from armswire.register.arrival import read_moment
from armswire.register.checks.fault import RESTORE, Fault, FaultKind, shorten
from armswire.register.checks.quotes import check_quotes
from armswire.register.record import actor_values, claim_values, sketch_of
from armswire.register.rows import decode_article, decode_claim_row
from armswire.register.store import Register
from armswire.register.versions.page import page_of, retrieved_at
from armswire.register.writing import Values

# What decoding raises where a row holds something else than was written.
_UNDECODABLE = (ValueError, KeyError, TypeError, AttributeError)

_ARTICLES, _CLAIMS = schema.articles.c, schema.claims.c


def check_articles(register: Register) -> Iterator[Fault]:
    """Every article can be read, its text is the one that came in, and its columns say of its page what it says."""
    for row in register.rows(select(schema.articles).order_by(_ARTICLES.id)):
        try:
            article = decode_article(row)
            text, digest = article.text, text_digest(article.text)
            page = page_of(article.url, article.extra), retrieved_at(article.extra.get(RETRIEVED))
            if row.arrived is not None:
                read_moment(row.arrived)
            left_out = [Span(*ends) for ends in json.loads(row.left_out)]
        except _UNDECODABLE as error:
            yield _unreadable(row.id, "table articles", error)
            continue
        if digest != row.text_sha256:
            problem = f"the SHA-256 of its text is {digest}, that of what came in {row.text_sha256}"
            yield Fault(FaultKind.TEXT, row.id, "table articles, column text", problem, RESTORE)
        elif sketch_of(text, left_out, row.state) != row.sketch:
            problem = "the sketch by which copies are found is not that of its text"
            yield Fault(FaultKind.UNREADABLE, row.id, "table articles, column sketch", problem, RESTORE)
        for name, value, told in zip(("address", "retrieved"), (row.address, row.retrieved), page, strict=True):
            if value != told:
                problem = f"it says {shorten(repr(value))}, the article itself {shorten(repr(told))}"
                yield Fault(FaultKind.COLUMN, row.id, f"table articles, column {name}", problem, RESTORE)


def check_claims(register: Register) -> Iterator[Fault]:
    """Every current claim quotes its article, its id comes from its content, and its columns say what it says."""
    current = and_(_CLAIMS.document == _ARTICLES.id, _CLAIMS.reader == _ARTICLES.reader)
    statement = select(schema.claims).join(schema.articles, current)
    document, text = "", ""
    for row in register.rows(statement.order_by(_CLAIMS.document, _CLAIMS.id)):
        try:
            claim = decode_claim_row(row, with_trace=True)
            columns = claim_values(claim, row.reader)
        except _UNDECODABLE as error:
            yield _unreadable(row.id, "table claims", error)
            continue
        if row.document != document:
            document, text = row.document, _text(register, row.document)
        yield from _check_claim(row, claim, columns, text)


def check_actors(register: Register) -> Iterator[Fault]:
    """Who has a part in a claim stands beside it, and nobody else; read by several readers, all that they told."""
    parts = schema.claim_actors.c
    claims = register.rows(select(_CLAIMS.id, _CLAIMS.claim).order_by(_CLAIMS.id))
    told = ((claim, True, pairs) for row in claims for claim, pairs in _parts(row))
    rows = register.rows(select(parts.claim, parts.role, parts.actor).order_by(parts.claim))
    held = ((row.claim, False, {(row.role, row.actor)}) for row in rows)
    for claim, group in groupby(merge(told, held, key=lambda one: one[0]), key=lambda one: one[0]):
        sides: dict[bool, set[tuple[str, str]]] = {True: set(), False: set()}
        claimed = False
        for _, is_told, pairs in group:
            sides[is_told] |= pairs
            claimed = claimed or is_told
        # A row without any claim is an orphan, and is told as one.
        if claimed and sides[True] != sides[False]:
            missing, surplus = sides[True] - sides[False], sides[False] - sides[True]
            told_of = [*(f"{_said(pair)} is missing" for pair in sorted(missing))]
            told_of += [f"{_said(pair)} is not in the claim" for pair in sorted(surplus)]
            yield Fault(FaultKind.COLUMN, claim, "table claim_actors", "; ".join(told_of), RESTORE)


def _parts(row: Row[Any]) -> Iterator[tuple[str, set[tuple[str, str]]]]:
    with suppress(*_UNDECODABLE):
        claim = decode_claim_row(row, with_trace=False)
        yield row.id, {(values["role"], values["actor"]) for values in actor_values(claim)}


def _said(pair: tuple[str, str]) -> str:
    role, actor = pair
    return f"{actor} as {role}"


def _check_claim(row: Row[Any], claim: Claim, columns: Values, text: str) -> Iterator[Fault]:
    if claim_id(claim) != claim.id:
        problem = f"its content gives the id {claim_id(claim)}"
        yield Fault(FaultKind.ID, claim.id, f"{claim.document}, table claims, column id", problem, RESTORE)
    for name, value in columns.items():
        if name not in ("claim", "trace") and row._mapping[name] != value:
            problem = f"it says {shorten(repr(row._mapping[name]))}, the claim itself {shorten(repr(value))}"
            yield Fault(FaultKind.COLUMN, row.id, f"{row.document}, table claims, column {name}", problem, RESTORE)
    yield from check_quotes(claim, text)


def _unreadable(record: str, place: str, error: Exception) -> Fault:
    problem = f"it cannot be read: {type(error).__name__}: {shorten(str(error))}"
    return Fault(FaultKind.UNREADABLE, record, place, problem, RESTORE)


def _text(register: Register, document: str) -> str:
    row = register.first(select(_ARTICLES.text).where(_ARTICLES.id == document))
    return "" if row is None else str(row.text)
