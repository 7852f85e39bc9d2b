"""Judgements in a register: the one place that adds them and reads them, with what became of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, and_, func, select

from armswire.errors import SettingError
from armswire.model.claim import Claim
from armswire.model.judgement import Judgement, JudgementRecord, Verdict
from armswire.model.judgement_encoding import decode_judgement, encode_judgement
from armswire.register import loading, schema, writing
from armswire.register.characters import find_impossible
from armswire.register.judged import NOTHING_JUDGED, Judged, read_judgements, take_effect
from armswire.register.rows import decode_claim_row
from armswire.register.store import Register

_COLUMNS, _ABOUT = schema.judgements.c, schema.judgement_documents.c


def add_judgement(register: Register, judgement: Judgement) -> bool:
    """Add a judgement; False where the same is there already. Raises RegisterError."""
    return bool(add_judgements(register, [judgement]))


def add_judgements(register: Register, judgements: Iterable[Judgement]) -> list[str]:
    """Add judgements, all or none, and return the ids of those that are new. Raises RegisterError, SettingError.

    What follows from the articles that they are about is worked out anew when the register is next looked at.
    """
    with register.transaction() as connection:
        return [judgement.id for judgement in judgements if _add(connection, judgement)]


def _add(connection: Connection, judgement: Judgement) -> bool:
    values = {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "judge": judgement.by,
        "day": judgement.on.isoformat(),
        "target": judgement.target,
        "record": json.dumps(encode_judgement(judgement), ensure_ascii=False, separators=(",", ":")),
    }
    found = find_impossible(values.values())
    if found is not None:
        raise SettingError(f"the judgement holds {found.what}", value=found.words, remedy="Write it in UTF-8")
    added = writing.insert_judgement(connection, values, judgement.documents)
    if added:
        writing.await_derivation(connection, documents_judged(connection, [judgement.id]))
    return added


def documents_judged(connection: Connection, judgements: Iterable[str]) -> set[str]:
    """The articles of which something else can follow since they were judged, by the ids of the judgements."""
    judged = _load(connection, _COLUMNS.id, judgements).values()
    named = _documents_of(connection, [one for one in judged if one.verdict is not Verdict.NOTE])
    articles = schema.articles.c.id
    return {row.id for row in loading.rows_in(connection, select(articles), articles, named)}


def load_judged(connection: Connection, documents: Iterable[str]) -> tuple[Judged, frozenset[str]]:
    """What reconciling the claims of some articles is to obey; and the claims that it depends on beyond them.

    Whether a judgement holds can hang on another one that shares an article with it, so all those that hang together
    are weighed together, and whatever they are about is worked out together.
    """
    judgements = _load_connected(connection, documents)
    if not judgements:
        return NOTHING_JUDGED, frozenset()
    records = _weigh(connection, judgements)
    return take_effect(records), frozenset(claim for record in records for claim in record.claims)


def load_records(connection: Connection, documents: Iterable[str] | None = None) -> list[JudgementRecord]:
    """Judgements by day and id, with their force: all of them, or those that hang together with some articles."""
    if documents is None:
        return _weigh(connection, load_all(connection))
    return _weigh(connection, _load_connected(connection, documents))


def load_about(connection: Connection, ids: Iterable[str]) -> list[JudgementRecord]:
    """Some judgements by their ids and all that hang together with them, by day and id, with their force."""
    asked = _load(connection, _COLUMNS.id, ids)
    found = {one.id: one for one in _load_connected(connection, _documents_of(connection, asked.values()))}
    return _weigh(connection, list((asked | found).values()))


def weigh_with(register: Register, new: Sequence[Judgement]) -> list[JudgementRecord]:
    """What would become of new judgements, and of all that hang together with them, if they were added now.

    Raises RegisterError.
    """
    with register.reading() as connection:
        found = {one.id: one for one in _load_connected(connection, _documents_of(connection, new))}
        return _weigh(connection, list((found | {one.id: one for one in new}).values()))


def documents_judged_often(connection: Connection) -> set[str]:
    """The articles that more than one judgement is about: where people can have judged otherwise."""
    statement = select(_ABOUT.document).group_by(_ABOUT.document).having(func.count() > 1)
    return {str(row.document) for row in connection.execute(statement)}


def load_all(connection: Connection) -> list[Judgement]:
    """All judgements, in no order."""
    return [decode_judgement(json.loads(row.record)) for row in connection.execute(select(_COLUMNS.record))]


def _weigh(connection: Connection, judgements: Sequence[Judgement]) -> list[JudgementRecord]:
    claims = _load_claims(connection, {name for one in judgements for name in one.documents})
    return read_judgements(judgements, claims)


def _load_connected(connection: Connection, documents: Iterable[str]) -> list[Judgement]:
    """The judgements about some articles, about those that these are about, and so on; with those about judgements."""
    if connection.execute(select(_COLUMNS.id).limit(1)).first() is None:
        return []
    found: dict[str, Judgement] = {}
    seen: set[str] = set()
    wanted = set(documents)
    while wanted:
        seen |= wanted
        names = {
            row.judgement for row in loading.rows_in(connection, select(_ABOUT.judgement), _ABOUT.document, wanted)
        }
        new = _load(connection, _COLUMNS.id, names - found.keys())
        while new:
            found |= new
            new = {name: one for name, one in _load(connection, _COLUMNS.target, new).items() if name not in found}
        wanted = {name for one in found.values() for name in one.documents} - seen
    return list(found.values())


def _load(connection: Connection, column: ColumnElement[str], values: Iterable[str]) -> dict[str, Judgement]:
    rows = loading.rows_in(connection, select(_COLUMNS.id, _COLUMNS.record), column, values)
    return {row.id: decode_judgement(json.loads(row.record)) for row in rows}


def _documents_of(connection: Connection, judgements: Iterable[Judgement]) -> set[str]:
    """The articles that judgements are about, those about other judgements included."""
    found: set[str] = set()
    wanted = {one.id: one for one in judgements}
    while wanted:
        found |= {name for one in wanted.values() for name in one.documents}
        wanted = _load(connection, _COLUMNS.id, {one.target for one in wanted.values() if one.target is not None})
    return found


def _load_claims(connection: Connection, documents: Iterable[str]) -> dict[str, list[Claim]]:
    """The current claims of those of the articles that are in the register, as they were read."""
    articles, claims = schema.articles.c, schema.claims.c
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for row in loading.rows_in(connection, select(articles.id), articles.id, documents):
        found[row.id] = []
    current = and_(claims.document == articles.id, claims.reader == articles.reader)
    statement = select(claims.document, claims.claim).join(schema.articles, current)
    for row in loading.rows_in(connection, statement, claims.document, found):
        found[row.document].append(decode_claim_row(row, with_trace=False))
    return dict(found)
