"""Rows that belong to something that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Column, Table, select

from armswire.register import schema
from armswire.register.checks.fault import REBUILD, RESTORE, Fault, FaultKind
from armswire.register.store import Register

# Which column names what: a row of the table is an orphan where no row of the other has that name.
LINKS: tuple[tuple[Column[str], Column[str]], ...] = (
    (schema.claims.c.document, schema.articles.c.id),
    (schema.rejections.c.document, schema.articles.c.id),
    (schema.claim_actors.c.claim, schema.claims.c.id),
    (schema.judgement_documents.c.judgement, schema.judgements.c.id),
    (schema.support_tests.c.claim, schema.claims.c.id),
    (schema.outlines.c.document, schema.articles.c.id),
    (schema.pending.c.document, schema.articles.c.id),
    (schema.transfer_claims.c.claim, schema.claims.c.id),
    (schema.transfer_claims.c.transfer, schema.transfers.c.id),
    (schema.transfer_actors.c.transfer, schema.transfers.c.id),
    (schema.transfer_flows.c.transfer, schema.transfers.c.id),
    (schema.transfer_legs.c.transfer, schema.transfers.c.id),
    (schema.transfer_stages.c.transfer, schema.transfers.c.id),
    (schema.transfer_amounts.c.transfer, schema.transfers.c.id),
    (schema.disputes.c.transfer, schema.transfers.c.id),
    (schema.positions.c.claim, schema.claims.c.id),
    (schema.deeds.c.transfer, schema.transfers.c.id),
    (schema.refills.c.claim, schema.claims.c.id),
    (schema.retellings.c.claim, schema.claims.c.id),
    (schema.placed.c.claim, schema.claims.c.id),
    (schema.placed.c.document, schema.articles.c.id),
    (schema.shelves.c.claim, schema.claims.c.id),
    (schema.echoes.c.document, schema.articles.c.id),
    (schema.likenesses.c.document, schema.articles.c.id),
    (schema.likenesses.c.resembles, schema.articles.c.id),
    (schema.copy_shelves.c.document, schema.articles.c.id),
    (schema.quotation_shelves.c.document, schema.articles.c.id),
    (schema.shared_quotations.c.document, schema.articles.c.id),
    (schema.shared_quotations.c.first, schema.articles.c.id),
    (schema.echo_reports.c.document, schema.articles.c.id),
    (schema.versions.c.document, schema.articles.c.id),
    (schema.versions.c.run, schema.articles.c.id),
    (schema.claim_edits.c.claim, schema.claims.c.id),
    (schema.claim_edits.c.version, schema.articles.c.id),
)

# What a rebuild puts in order.
_WORKED_OUT = (*schema.DERIVED, schema.pending, schema.support_tests)


def check_links(register: Register) -> Iterator[Fault]:
    """Every row that belongs to an article, a claim or a transfer that is not there, once for each key and column."""
    for column, target in LINKS:
        table = column.table
        assert isinstance(table, Table)
        keys = [key for key in table.primary_key.columns if key.name != "reader"]
        there = select(target).where(target == column).exists()
        kind = target.table.name.removesuffix("s")
        remedy = REBUILD if table in _WORKED_OUT else RESTORE
        for row in register.rows(select(*keys, column.label("named")).where(~there).order_by(*keys)):
            key = ", ".join(str(value) for value in row[: len(keys)])
            place = f"table {table.name}, column {column.name}"
            yield Fault(FaultKind.ORPHAN, key, place, f"there is no {kind} {row.named}", remedy)
