"""What articles of a register depend on, apart from their claims: copies, and words that others quoted before them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, select

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.origin import Sign
from armswire.model.origin_encoding import encode_likeness, encode_signs
from armswire.model.transfer import Echo
from armswire.register import likeness, loading, quoting, schema, writing
from armswire.register.echoes import find_echo, reports_of
from armswire.register.facts import ArticleFacts, Retelling
from armswire.register.origins import Dependence
from armswire.register.run_shelves import find_followers
from armswire.register.versions.firsts import find_firsts, find_gone, without_versions
from armswire.register.versions.work_in import find_new_versions

# Who is a copy of whom, and who quotes whom.
_FOLLOWING = (
    (schema.likenesses.c.document, schema.likenesses.c.resembles),
    (schema.shared_quotations.c.document, schema.shared_quotations.c.first),
)


def find_new(
    connection: Connection, documents: Collection[str], articles: Mapping[str, ArticleFacts], rules: EvidenceRules
) -> set[str]:
    """Note what the new `articles` depend on, and which others depend on them.

    `documents` are their ids, and those of articles that are gone. Returns the articles that depend on others than
    before.
    """
    moved = find_new_versions(connection, documents, rules)
    moved |= find_dependent(connection, moved)
    moved |= likeness.find_new_copies(connection, articles, rules)
    return moved | quoting.find_new_shared(connection, articles, rules)


def find_dependent(connection: Connection, documents: Collection[str]) -> set[str]:
    """The articles that are copies of some articles, or quote them, directly or through others."""
    found: set[str] = set()
    for of, above in _FOLLOWING:
        found |= find_followers(connection, of, above, documents)
    return found


def forget_dependence(connection: Connection, documents: Collection[str]) -> None:
    """Nothing is left of what some articles depend on, nor of what depends on them."""
    for of, above in _FOLLOWING:
        for column in (of, above):
            writing.drop_rows(connection, column.table, column, documents)
    for table in (schema.copy_shelves, schema.quotation_shelves):
        writing.drop_rows(connection, table, table.c.document, documents)


def load(connection: Connection, documents: Iterable[str]) -> Dependence:
    """What some articles depend on, with the facts of all articles concerned."""
    wanted = set(documents)
    copies = likeness.find_originals(connection, wanted)
    shared = quoting.find_shared(connection, wanted)
    firsts = {one.first for found in shared.values() for one in found}
    copies |= likeness.find_originals(connection, firsts)
    made_of = find_firsts(connection, {*wanted, *firsts, *copies, *copies.values()})
    # A first version can be a copy itself, and of what its later versions are.
    more = likeness.find_originals(connection, {*made_of.values()} - copies.keys())
    made_of |= find_firsts(connection, more.values())
    copies = without_versions(copies | more, made_of)
    concerned = wanted | firsts | {*copies.values(), *made_of.values()}
    facts = loading.load_facts(connection, concerned)
    return Dependence(copies, shared, facts, made_of, find_gone(connection, wanted))


def write_echoes(connection: Connection, documents: set[str]) -> None:
    """The articles that are copies or retell something, as their claims and all else now tell."""
    columns = schema.retellings.c
    told: defaultdict[str, list[Retelling]] = defaultdict(list)
    for row in loading.rows_in(connection, select(schema.retellings), columns.document, documents):
        told[row.document].append(Retelling(row.document, row.claim, row.report, Sign(row.sign), row.outlet))
    copies = likeness.find_originals(connection, documents)
    copies = without_versions(copies, find_firsts(connection, {*copies, *copies.values()}))
    shared = quoting.find_shared(connection, documents)
    facts = loading.load_facts(connection, documents | set(copies.values()), with_sketch=True)
    found = (
        find_echo(facts[name], facts.get(copies.get(name, "")), told[name], shared.get(name, ()))
        for name in sorted(documents & facts.keys())
    )
    echoes = [echo for echo in found if echo is not None]
    for table in (schema.echoes, schema.echo_reports):
        writing.drop_rows(connection, table, table.c.document, documents)
    writing.add_rows(connection, schema.echoes, [_values(echo) for echo in echoes])
    rows = [{"report": report, "document": echo.document} for echo in echoes for report in sorted(reports_of(echo))]
    writing.add_rows(connection, schema.echo_reports, rows)


def _values(echo: Echo) -> writing.Values:
    return {
        "document": echo.document,
        "copy_of": echo.copy_of,
        "retells": json.dumps(list(echo.retells), ensure_ascii=False),
        "signs": json.dumps(encode_signs(echo.signs), ensure_ascii=False),
        "likeness": None if echo.likeness is None else json.dumps(encode_likeness(echo.likeness)),
    }
