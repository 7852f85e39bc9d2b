"""Pairs of people's judgements that say otherwise, as long as nobody has settled between them."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.model.judgement import Force, JudgementRecord
from armswire.register.derivation import ensure_derived
from armswire.register.judgements import documents_judged_often, load_records
from armswire.register.store import Register


@dataclass(frozen=True, slots=True)
class Quarrel:
    """Two contrary judgements, the earlier first, and the claims that both are about."""

    one: JudgementRecord
    other: JudgementRecord

    @property
    def id(self) -> str:
        """Both ids."""
        return f"{self.one.judgement.id}~{self.other.judgement.id}"

    @property
    def claims(self) -> tuple[str, ...]:
        """Those that both are about, sorted."""
        return tuple(sorted(self.one.claims & self.other.claims))


def find_quarrels(register: Register) -> tuple[Quarrel, ...]:
    """All of them, by the days of the judgements. Raises RegisterError.

    Only articles that were judged more than once are looked at; it is remembered until somebody writes.
    """
    ensure_derived(register)
    return register.remember("quarrels", lambda: _find(register))


def _find(register: Register) -> tuple[Quarrel, ...]:
    with register.reading() as connection:
        often = documents_judged_often(connection)
        records = {one.judgement.id: one for one in load_records(connection, often)} if often else {}
    contrary = [one for one in records.values() if one.force is Force.CONTRARY]
    pairs = [(one, records[name]) for one in contrary for name in one.against if name in records]
    ordered = [(one, other) for one, other in pairs if one.judgement.rank < other.judgement.rank]
    ordered.sort(key=lambda pair: (pair[0].judgement.rank, pair[1].judgement.rank))
    return tuple(Quarrel(one, other) for one, other in ordered)
