"""What the register tells of the versions of an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from armswire.model.version import ClaimChange, Difference, Version
from armswire.register import schema
from armswire.register.by_ids import get_claims
from armswire.register.derivation import ensure_derived
from armswire.register.rows import ClaimRecord
from armswire.register.store import Register
from armswire.register.versions.difference import compare
from armswire.register.versions.loading import load_texts
from armswire.register.versions.rows import read_version

_VERSIONS, _EDITS = schema.versions.c, schema.claim_edits.c


@dataclass(frozen=True, slots=True)
class History:
    """The versions of an article's address in their order, and what one of them changed.

    `this` is the article's own place; `difference` is that from the one before, None for the first and for another text
    altogether. `gone` are the claims of earlier versions that are not told from this one on; `came_in` are those of
    this one, by id, that the one before did not tell.
    """

    versions: tuple[Version, ...]
    this: Version
    difference: Difference | None
    gone: tuple[ClaimRecord, ...]
    came_in: frozenset[str]

    @property
    def newest(self) -> Version:
        """The text that the address showed last."""
        return self.versions[-1]

    @property
    def is_newest(self) -> bool:
        """Whether no later text of the address is known."""
        return self.this == self.newest


def find_history(register: Register, document: str) -> History | None:
    """The versions of the article of this id; None where its address has shown no other text. Raises RegisterError."""
    versions = list_versions(register, document)
    if not versions:
        return None
    this = next(version for version in versions if version.document == document)
    edits = _edits(register, document)
    records = get_claims(register, [claim for claim, change in edits.items() if change is ClaimChange.EDITED_AWAY])
    gone = sorted(
        records.values(), key=lambda record: (record.claim.document, record.claim.evidence.start, record.claim.id)
    )
    came_in = frozenset(claim for claim, change in edits.items() if change is ClaimChange.CAME_IN)
    return History(versions, this, find_difference(register, this), tuple(gone), came_in)


def list_versions(register: Register, document: str) -> tuple[Version, ...]:
    """The versions of an article's address in their order; none where it has shown one text. Raises RegisterError."""
    ensure_derived(register)
    address = select(_VERSIONS.address).where(_VERSIONS.document == document).scalar_subquery()
    order = (_VERSIONS.seen, _VERSIONS.arrived, _VERSIONS.document)
    rows = register.rows(select(schema.versions).where(_VERSIONS.address == address).order_by(*order))
    return tuple(read_version(row.document, row.number, row.seen, row.record) for row in rows)


def find_difference(register: Register, version: Version) -> Difference | None:
    """How a version differs from the one before; None where it was not made of it. Raises RegisterError."""
    if version.previous is None or not version.is_made_of_previous:
        return None
    with register.reading() as connection:
        texts = load_texts(connection, [version.previous, version.document], with_claims=False)
    found = {text.article.id: text for text in texts}
    return compare(found[version.previous], found[version.document])


def _edits(register: Register, document: str) -> Mapping[str, ClaimChange]:
    """The claims that came in with a version, or are gone from it on."""
    rows = register.rows(select(_EDITS.claim, _EDITS.change).where(_EDITS.version == document))
    return {row.claim: ClaimChange(row.change) for row in rows}
