"""What became of the questions that claims answer differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from armswire.model.dispute import Dispute, DisputeState, DisputeType
from armswire.register.changes import words
from armswire.register.changes.change import ChangeKind
from armswire.register.changes.matching import match


class Turn(NamedTuple):
    """What happened to a question, in words; the claims of its later and of its earlier state that say so."""

    kind: ChangeKind
    before: Dispute | None
    after: Dispute | None
    says: str
    claims: tuple[str, ...]
    claims_before: tuple[str, ...] = ()


def compare_disputes(before: Iterable[Dispute], after: Iterable[Dispute], same_as: Mapping[str, str]) -> Iterator[Turn]:
    """Questions of one type that share claims are the same; `same_as` gives the earlier ids of claims read again."""
    older, newer = list(before), list(after)
    for type_ in DisputeType:
        old = {dispute.id: dispute for dispute in older if dispute.type is type_}
        new = {dispute.id: dispute for dispute in newer if dispute.type is type_}
        matching = match(
            {name: frozenset(claims_of(dispute)) for name, dispute in old.items()},
            {
                name: frozenset(same_as.get(claim, claim) for claim in claims_of(dispute))
                for name, dispute in new.items()
            },
        )
        for link in matching.same:
            yield from _compare(old[link.before], new[link.after])
        for name in sorted({*matching.new, *(link.after for link in matching.split)}):
            yield _tell_first(new[name])
        for name in matching.gone:
            yield Turn(ChangeKind.GONE, old[name], None, words.tell_unasked(old[name]), (), claims_of(old[name]))


def claims_of(dispute: Dispute) -> tuple[str, ...]:
    """All claims of all sides, and those that take none."""
    sides = {claim for side in dispute.sides for claim in side.claims}
    return tuple(sorted(sides.union(*(given.word.claims for given in dispute.answers))))


def _tell_first(dispute: Dispute) -> Turn:
    if dispute.state is DisputeState.SETTLED:
        says = words.tell_settled(dispute, is_new=True)
        return Turn(ChangeKind.SETTLED, None, dispute, says, claims_of(dispute))
    return Turn(ChangeKind.DISPUTED, None, dispute, words.tell_asked(dispute), claims_of(dispute))


def _compare(old: Dispute, new: Dispute) -> Iterator[Turn]:
    if old.state is not new.state:
        if new.state is DisputeState.SETTLED:
            says, kind = words.tell_settled(new, is_new=False), ChangeKind.SETTLED
        else:
            says, kind = words.tell_open_again(new), ChangeKind.DISPUTED
        yield Turn(kind, old, new, says, claims_of(new), claims_of(old))
        return
    known = {word for side in old.sides for word in side.on_whose_word}
    joined = [
        replace(side, words=fresh)
        for side in new.sides
        if (fresh := tuple(word for word in side.words if word.whose not in known))
    ]
    asked = {given.word.whose for given in old.answers}
    answers = [given for given in new.answers if given.word.whose not in asked]
    if joined or answers:
        claims = {claim for side in joined for claim in side.claims}
        claims = claims.union(*(given.word.claims for given in answers))
        says = words.tell_joined(new, joined, answers)
        yield Turn(ChangeKind.CHANGED, old, new, says, tuple(sorted(claims)), claims_of(old))
