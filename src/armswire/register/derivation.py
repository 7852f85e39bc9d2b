"""Keeps what follows from the claims up to date: where new articles touch it, it is worked out again, and only there.

Nothing here decides; `reconciliation` does. A neighbourhood (claims that are alike, directly or through others) depends
on nothing but its own claims, so the result is the same as that of reconciling everything at once, in whatever order
and portions articles came in. What a portion touches is found in `working_in`; here is when.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, exists, not_, or_, select

from armswire.errors import RegisterError
from armswire.lexicon.corrections import corrections_digest
from armswire.lexicon.evidence import evidence_digest, load_evidence
from armswire.lexicon.outlet_titles import outlets_digest
from armswire.register import schema, writing
from armswire.register.dependence import find_dependent, forget_dependence
from armswire.register.judgements import documents_judged
from armswire.register.scratch import beside_the_register, scratch, scratch_without
from armswire.register.store import Register
from armswire.register.working_in.place import place
from armswire.register.working_in.settle import settle

# Count up with every change of the code of reconciling, so that registers are reconciled anew when they are opened.
RULES_VERSION = 13

# Articles that are worked in at a time: enough to share the looking up, few enough to stay small in memory.
PORTION = 1000


def ensure_derived(register: Register) -> None:
    """Work in what is new, and everything anew where the rules have changed. Raises RegisterError.

    Where the result cannot be written (a read-only medium, a full disk, another process that holds the register) it
    is kept in memory until the register is closed: whoever only looks need not care.
    """
    if register.has_scratch or register.is_whole or _is_up_to_date(register):
        return
    if not register.read_only:
        with suppress(RegisterError):
            _work_in_pending(register)
            return
    _work_in_scratch(register)


def rederive(register: Register) -> None:
    """Reconcile all claims from nothing and write the result, whether or not it is up to date. Raises RegisterError."""
    _begin_anew(register)
    _work_in_pending(register)


def derive_without(register: Register, documents: Select[Any], judgements: Select[Any]) -> None:
    """From now on, until it is closed, the register shows all but some articles and judgements, and what follows.

    The two select the ids of what is left out. Of articles that come after all others (by `ArticleFacts.rank`) nothing
    depends; what depends on any other that is left out is worked in again. What follows is worked out with the same
    functions as ever and kept in memory. Raises RegisterError.
    """
    ensure_derived(register)
    left_out = [str(row.id) for row in register.rows(documents)]
    with register.reading() as connection:
        unjudged = [str(row.id) for row in connection.execute(judgements)]
        # What follows from these is another thing before they were judged.
        again = documents_judged(connection, unjudged)
        again |= find_dependent(connection, left_out)
        again -= {*left_out}
    with scratch_without(register, documents, judgements, keep_shelves=bool(again)) as connection:
        # As if they had been read again, to nothing.
        forget_dependence(connection, left_out)
        for some in (left_out, sorted(again)):
            for at in range(0, len(some), PORTION):
                place(connection, some[at : at + PORTION], load_evidence())
        _work_in_all(connection)


@contextmanager
def derived_from_nothing(register: Register) -> Iterator[Connection]:
    """Inside, what follows from all claims as worked out from nothing stands before what the register has of it.

    The connection sees the register's own tables by the names that `register.database.kept` gives, and is as it was
    afterwards. Raises RegisterError.
    """
    with beside_the_register(register) as connection:
        writing.forget_derived(connection)
        _work_in_all(connection)
        yield connection


@contextmanager
def at_one_moment(register: Register) -> Iterator[None]:
    """Inside, the register is seen as it is now, whoever writes, with all that follows from it.

    Raises RegisterError.
    """
    ensure_derived(register)
    had_scratch = register.has_scratch
    with register.moment():
        try:
            # What came in since is worked out beside the register: others go on writing to it.
            if not had_scratch and not _is_up_to_date(register):
                _work_in_scratch(register)
            register.is_whole = True
            yield
        finally:
            register.has_scratch, register.is_whole = had_scratch, False


@lru_cache(maxsize=1)
def rules_version() -> str:
    """By which rules this program reconciles: a register that was reconciled by others is reconciled anew."""
    return f"{RULES_VERSION}/{evidence_digest()}/{outlets_digest()}/{corrections_digest()}"


def _follows_these_rules(register: Register) -> bool:
    return register.meta("derived") == rules_version()


def _is_up_to_date(register: Register) -> bool:
    awaiting = or_(*(exists(select(table)) for table in (schema.pending, schema.unsettled)))
    row = register.first(select(schema.meta.c.value).where(schema.meta.c.key == "derived", not_(awaiting)))
    return row is not None and row.value == rules_version()


def _begin_anew(register: Register) -> None:
    with register.transaction() as connection:
        writing.forget_derived(connection)
        writing.drop_stray_support(connection)
        writing.note(connection, "derived", rules_version())


def _work_in_pending(register: Register) -> None:
    """A transaction for each portion: a kill costs no more than the one under way."""
    if not _follows_these_rules(register):
        _begin_anew(register)
    for step in (_place_portion, _settle_portion):
        more = True
        while more:
            with register.transaction() as connection:
                more = step(connection)


def _work_in_scratch(register: Register) -> None:
    with scratch(register) as connection:
        if not _follows_these_rules(register):
            writing.forget_derived(connection)
        _work_in_all(connection)


def _work_in_all(connection: Connection) -> None:
    """Everything that awaits it, in the transaction of the connection, if it has one."""
    for step in (_place_portion, _settle_portion):
        while step(connection):
            pass


def _place_portion(connection: Connection) -> bool:
    """Place some of the pending articles, the earliest first; False where none was pending."""
    pending = schema.pending.c
    statement = select(pending.document).join(schema.articles, schema.articles.c.id == pending.document)
    earliest = statement.order_by(pending.day, pending.document).limit(PORTION)
    documents = [row.document for row in connection.execute(earliest)]
    if documents:
        place(connection, documents, load_evidence())
        writing.drop_rows(connection, schema.pending, schema.pending.c.document, documents)
    return bool(documents)


def _settle_portion(connection: Connection) -> bool:
    return settle(connection, load_evidence())
