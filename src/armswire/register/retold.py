"""Which reports some claims retell."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from armswire.model.origin import Retold, Sign
from armswire.register import schema
from armswire.register.derivation import ensure_derived
from armswire.register.loading import rows_in
from armswire.register.store import Register


def find_retold(register: Register, claims: Iterable[str]) -> dict[str, tuple[Retold, ...]]:
    """Those of the claims with which an article retells others, each with the reports, sorted. Raises RegisterError."""
    ensure_derived(register)
    columns = schema.retellings.c
    found: dict[str, list[Retold]] = {}
    with register.reading() as connection:
        for row in rows_in(connection, select(columns.claim, columns.report, columns.sign), columns.claim, claims):
            found.setdefault(row.claim, []).append(Retold(row.report, Sign(row.sign)))
    return {claim: tuple(sorted(retold)) for claim, retold in found.items()}
