"""What part an actor has in the register: in how many transfers, toward whom, in which disputes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from armswire.errors import UnknownRecordError
from armswire.model.dispute import Dispute
from armswire.register import schema
from armswire.register.by_ids import get_disputes_of
from armswire.register.characters import find_impossible
from armswire.register.derivation import ensure_derived
from armswire.register.flows.queries import count_parties
from armswire.register.loading import rows_in
from armswire.register.store import Register

_FACETS, _SAID, _DONE = schema.transfer_facets.c, schema.positions.c, schema.deeds.c
_PARTS, _JOINED = schema.claim_actors.c, schema.transfer_claims.c


@dataclass(frozen=True, slots=True)
class ActorParts:
    """An actor, and in how many transfers it has which part."""

    actor: str
    supplier: int
    recipient: int
    intermediary: int

    @property
    def total(self) -> int:
        """All parts; a transfer in which it has several counts for each."""
        return self.supplier + self.recipient + self.intermediary


# The parts in the order in which they are told.
ROLES = tuple(field.name for field in fields(ActorParts) if field.name != "actor")


@dataclass(frozen=True, slots=True)
class Toward:
    """Toward whom an actor says something or is reported to do it (empty: nobody is named), and how often."""

    actor: str
    said: int
    done: int


def list_parts(register: Register) -> tuple[ActorParts, ...]:
    """The parties of all transfers, those in most of them first; counted anew only where somebody has written.

    Raises RegisterError.
    """
    ensure_derived(register)
    return register.remember("actor parts", lambda: _gather_parts(register))


def get_parts(register: Register, actor: str) -> ActorParts:
    """In how many transfers an actor has which part. Raises UnknownRecordError where nobody is called so."""
    ensure_derived(register)
    is_possible = _is_possible(actor)
    counts = {role: _count_facet(register, role, actor) if is_possible else 0 for role in ROLES}
    if not any(counts.values()) and actor not in register.names and not _is_told_of(register, actor):
        raise UnknownRecordError("the register tells of no actor with this code", value=actor, remedy="See /actors")
    return ActorParts(actor, **counts)


def list_towards(register: Register, actor: str) -> tuple[Toward, ...]:
    """Toward whom an actor says or does something: those of whom it says most first. Raises RegisterError."""
    ensure_derived(register)
    said, done = (
        {row.toward: int(row.number) for row in register.rows(_count_toward(columns.toward, columns.actor == actor))}
        for columns in (_SAID, _DONE)
    )
    found = (Toward(toward, said.get(toward, 0), done.get(toward, 0)) for toward in said.keys() | done.keys())
    return tuple(sorted(found, key=lambda one: (not one.actor, not one.said, -one.said - one.done, one.actor)))


def list_sided_disputes(register: Register, actor: str, spoken: tuple[str, ...]) -> Iterator[Dispute]:
    """The disputes in which an actor's word is on a side, by transfer and id; `spoken` are claims on its word.

    Raises RegisterError.
    """
    with register.reading() as connection:
        homes = {row.transfer for row in rows_in(connection, select(_JOINED.transfer), _JOINED.claim, spoken)}
    for dispute in get_disputes_of(register, homes):
        if any(word.actor == actor for word in dispute.words):
            yield dispute


def _gather_parts(register: Register) -> tuple[ActorParts, ...]:
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for party in count_parties(register):
        found[party.actor][party.role] = party.transfers
    parts = (ActorParts(actor, **{role: roles.get(role, 0) for role in ROLES}) for actor, roles in found.items())
    return tuple(sorted(parts, key=lambda one: (-one.total, one.actor)))


def _count_facet(register: Register, facet: str, value: str) -> int:
    statement = select(func.count()).where(_FACETS.facet == facet, _FACETS.value == value)
    row = register.first(statement)
    return 0 if row is None else int(row[0])


def _count_toward(toward: ColumnElement[str], is_actor: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return select(toward.label("toward"), func.count().label("number")).where(is_actor).group_by(toward)


def _is_told_of(register: Register, actor: str) -> bool:
    if not _is_possible(actor):
        return False
    return register.first(select(_PARTS.claim).where(_PARTS.actor == actor).limit(1)) is not None


def _is_possible(actor: str) -> bool:
    return find_impossible([actor]) is None
