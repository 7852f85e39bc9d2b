"""Of some articles: which version of the same they were made of, and which of their claims are edited away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from armswire.model.version import ClaimChange
from armswire.register import schema
from armswire.register.loading import rows_in

_VERSIONS, _EDITS = schema.versions.c, schema.claim_edits.c


def find_firsts(connection: Connection, documents: Iterable[str]) -> dict[str, str]:
    """The first version of each of the `documents` that is a later one: what they say has one origin."""
    later = select(_VERSIONS.document, _VERSIONS.run).where(_VERSIONS.run != _VERSIONS.document)
    return {row.document: row.run for row in rows_in(connection, later, _VERSIONS.document, documents)}


def find_gone(connection: Connection, documents: Iterable[str]) -> frozenset[str]:
    """Those claims of the `documents` that no newer version tells."""
    gone = select(_EDITS.claim).where(_EDITS.change == ClaimChange.EDITED_AWAY.value)
    return frozenset(row.claim for row in rows_in(connection, gone, _EDITS.document, documents))


def without_versions(copies: Mapping[str, str], firsts: Mapping[str, str]) -> dict[str, str]:
    """Those copies that are no versions of their original: what an outlet changes itself is no copy."""
    return {
        name: original for name, original in copies.items() if firsts.get(name, name) != firsts.get(original, original)
    }
