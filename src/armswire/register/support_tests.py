"""What the support test found of claims, kept for as long as they are read as they were then.

It is knowledge about a reading: of an article that another version reads, nothing that was found before is kept
(`writing.mark_read`), and what is found too late of a claim that is not read so any more is not taken in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, and_, select

from armswire.model.finding import Finding, Support
from armswire.model.finding_encoding import decode_finding, encode_finding
from armswire.register import schema, writing
from armswire.register.loading import rows_in
from armswire.register.rows import ClaimRecord
from armswire.register.store import Register

_TESTS, _CLAIMS, _ARTICLES = schema.support_tests.c, schema.claims.c, schema.articles.c


@dataclass(frozen=True, slots=True)
class SupportRecord:
    """What was found on each slot of a claim that the version `reader` read; `tested_by` read its article again."""

    claim: str
    document: str
    reader: str
    tested_by: str
    findings: tuple[Finding, ...]

    @property
    def flagged(self) -> bool:
        """Whether any of its values does not need the words that are given for it."""
        return any(one.flagged for one in self.findings)

    @property
    def failed(self) -> bool:
        """Whether anything could not be tested."""
        return any(one.support is Support.FAILED for one in self.findings)


def keep_support(register: Register, records: Iterable[SupportRecord]) -> None:
    """Keep what was found, in place of what was found before; what failed is not kept, so that it is tried again.

    Raises RegisterError where the register cannot be written.
    """
    found = {record.claim: record for record in records if not record.failed}
    if not found:
        return
    with register.transaction() as connection:
        # Looked up under the lock: another version may have read the article in between.
        current = select(_CLAIMS.id, _CLAIMS.document, _CLAIMS.reader).join(
            schema.articles, and_(_ARTICLES.id == _CLAIMS.document, _ARTICLES.reader == _CLAIMS.reader)
        )
        rows = rows_in(connection, current, _CLAIMS.id, found)
        there = {(row.id, row.document, row.reader) for row in rows}
        kept = [one for one in found.values() if (one.claim, one.document, one.reader) in there]
        writing.keep_support(connection, [support_values(one) for one in kept])


def get_support(register: Register, claims: Iterable[ClaimRecord]) -> dict[str, SupportRecord]:
    """What was found of those of some claims that were tested, by their ids. Raises RegisterError."""
    readers = {record.claim.id: record.reader for record in claims}
    with register.reading() as connection:
        rows = rows_in(connection, select(schema.support_tests), _TESTS.claim, readers)
        return {row.claim: decode_support_row(row) for row in rows if row.reader == readers[row.claim]}


def support_values(record: SupportRecord) -> writing.Values:
    """The row of a record in `support_tests`."""
    return {
        "claim": record.claim,
        "document": record.document,
        "reader": record.reader,
        "tested_by": record.tested_by,
        "flagged": record.flagged,
        "record": json.dumps(
            [encode_finding(one) for one in record.findings], ensure_ascii=False, separators=(",", ":")
        ),
    }


def decode_support_row(row: Row[Any]) -> SupportRecord:
    """The record of a row of `support_tests`."""
    findings = tuple(decode_finding(row.claim, row.document, told) for told in json.loads(row.record))
    return SupportRecord(row.claim, row.document, row.reader, row.tested_by, findings)
