"""Copies a register into an empty one, whatever database holds either: what came in, was judged and was tested."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import insert, select

from armswire.errors import SettingError
from armswire.register import schema, writing
from armswire.register.derivation import ensure_derived
from armswire.register.loading import BATCH
from armswire.register.store import Register

# Each stands after those that its rows name.
COPIED = (
    schema.articles,
    schema.claims,
    schema.claim_actors,
    schema.rejections,
    schema.judgements,
    schema.judgement_documents,
    schema.support_tests,
    schema.outlines,
)


@dataclass(frozen=True, slots=True)
class Copied:
    """How much was copied; claims of every reader count."""

    articles: int
    claims: int
    judgements: int


def copy_register(source: Register, target: Register, follow: Callable[[str], None] = lambda _: None) -> Copied:
    """Copy all or nothing; what follows is worked out anew, which gives the same. `follow` is told what is copied next.

    Whoever writes to the source meanwhile is not waited for. Raises SettingError where the target holds something
    already, RegisterError.
    """
    counts = dict.fromkeys(COPIED, 0)
    with target.transaction() as connection:
        for table in (schema.articles, schema.judgements):
            if connection.execute(select(table.c.id).limit(1)).first() is not None:
                raise SettingError("there is a register already", place=target.place, remedy="Name a new one")
        with source.moment():
            for table in COPIED:
                follow(table.name)
                rows = (dict(row._mapping) for row in source.rows(select(table)))
                while some := list(islice(rows, BATCH)):
                    connection.execute(insert(table), some)
                    counts[table] += len(some)
            reader = source.meta("reader_version")
        if reader is not None:
            writing.note(connection, "reader_version", reader)
        writing.forget_derived(connection)
    follow("what follows from the claims")
    ensure_derived(target)
    return Copied(counts[schema.articles], counts[schema.claims], counts[schema.judgements])
