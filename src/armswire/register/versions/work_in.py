"""Keeps the versions of the register up to date: an address is lined up anew where an article of it is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select

from armswire.lexicon.evidence import EvidenceRules
from armswire.register import schema, writing
from armswire.register.loading import rows_in
from armswire.register.versions.line import ClaimEdit, Line, line_up
from armswire.register.versions.loading import load_texts
from armswire.register.versions.rows import Values, version_record
from armswire.register.versions.text import VersionText

_ARTICLES, _VERSIONS, _EDITS = schema.articles.c, schema.versions.c, schema.claim_edits.c


def find_new_versions(connection: Connection, documents: Collection[str], rules: EvidenceRules) -> set[str]:
    """Note which articles the new `documents` are versions of, and what that does to claims.

    They may have been there before, and may be gone. Returns the articles of which that is now otherwise than before.
    """
    columns = select(_VERSIONS.address, _VERSIONS.document)
    stood = {row.address for row in rows_in(connection, columns, _VERSIONS.document, documents)}
    stands = select(_ARTICLES.address, _ARTICLES.id).where(_ARTICLES.address.is_not(None))
    stood |= {row.address for row in rows_in(connection, stands, _ARTICLES.id, documents)}
    pages: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows_in(connection, stands, _ARTICLES.address, stood):
        pages[row.address].append(row.id)
    rows: list[Values] = []
    edits: list[Values] = []
    for address, names in sorted(pages.items()):
        if len(names) > 1:
            texts = load_texts(connection, names)
            line = line_up(texts, rules.version_share.value)
            rows += _version_rows(address, texts, line)
            edits += [_edit_values(edit) for edit in line.edits]
    known = [dict(row._mapping) for row in rows_in(connection, select(schema.versions), _VERSIONS.address, stood)]
    members = {row["document"] for row in (*known, *rows)}
    noted = [dict(row._mapping) for row in rows_in(connection, select(schema.claim_edits), _EDITS.document, members)]
    changed = _differing(known, rows) | _differing(noted, edits)
    writing.drop_rows(connection, schema.versions, _VERSIONS.document, {row["document"] for row in known})
    writing.add_rows(connection, schema.versions, rows)
    writing.drop_rows(connection, schema.claim_edits, _EDITS.document, members)
    writing.add_rows(connection, schema.claim_edits, edits)
    return changed


def _version_rows(address: str, texts: Iterable[VersionText], line: Line) -> list[Values]:
    arrived = {text.article.id: text.arrived for text in texts}
    first = {name: run[0] for run in line.runs for name in run}
    return [
        {
            "document": version.document,
            "address": address,
            "number": version.number,
            "seen": version.seen,
            "arrived": arrived[version.document],
            "run": first[version.document],
            "record": version_record(version),
        }
        for version in line.versions
    ]


def _edit_values(edit: ClaimEdit) -> Values:
    return {
        "claim": edit.claim,
        "change": edit.change.value,
        "document": edit.document,
        "version": edit.version,
        "seen": edit.seen,
    }


def _differing(before: Iterable[Values], now: Iterable[Values]) -> set[str]:
    """The articles of rows that are in one of the two alone."""
    old, new = ({tuple(sorted(row.items())): row["document"] for row in rows} for rows in (before, now))
    return {old.get(key) or new[key] for key in old.keys() ^ new.keys()}
