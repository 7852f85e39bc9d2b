"""The act: two states of what is known in, what differs in words out. No clock, no chance: only the arguments count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from armswire.model.transfer import Transfer
from armswire.register.changes import words
from armswire.register.changes.change import Aspect, Change, ChangeKind, Known
from armswire.register.changes.matching import Matching, match
from armswire.register.changes.position_words import describe_line
from armswire.register.changes.positions import compare_lines
from armswire.register.changes.questions import Turn, compare_disputes
from armswire.register.changes.rereading import find_reread
from armswire.register.changes.transfers import ROLES, Difference, compare, take_part

_KINDS, _ASPECTS = list(ChangeKind), list(Aspect)


def find_changes(before: Known, after: Known) -> tuple[Change, ...]:
    """What is new, changed, disputed, settled, told apart or together, and gone; of each kind transfers in their order,
    then what actors say.

    Transfers and questions of the two sides are matched by the claims that they share, so that another id is no news.
    A claim that was read again is the claim that it was. Actors in the sentences are marks (`words.name_change`).
    """
    return _Comparison(before, after).changes()


class _Comparison:
    def __init__(self, before: Known, after: Known) -> None:
        self._before, self._after = before, after
        self._old = {transfer.id: transfer for transfer in before.transfers}
        self._new = {transfer.id: transfer for transfer in after.transfers}
        self._same_as = find_reread(before.claims, after.claims)
        self._matching: Matching = match(
            {name: frozenset(transfer.claims) for name, transfer in self._old.items()},
            {name: frozenset(map(self._known_id, transfer.claims)) for name, transfer in self._new.items()},
        )
        self._kept = {*map(self._known_id, after.claims)}

    def changes(self) -> tuple[Change, ...]:
        found = [*self._transfers(), *self._disputes(), *self._positions()]
        order = {name: place for place, name in enumerate([*self._new, *self._old])}

        def rank(change: Change) -> tuple[Any, ...]:
            """Transfers in their order, then positions by actor and toward whom."""
            place = -1 if change.line else order[(change.after or change.before)[0]]
            aspect = _ASPECTS.index(change.aspect)
            return _KINDS.index(change.kind), bool(change.line), place, change.line, aspect, change.says

        return tuple(sorted(found, key=rank))

    def _transfers(self) -> Iterator[Change]:
        for name in self._matching.new:
            transfer = self._new[name]
            yield self._tell(ChangeKind.NEW, Aspect.TRANSFER, words.tell_new(transfer), [], [transfer], transfer.claims)
        for name in self._matching.gone:
            transfer = self._old[name]
            says = words.tell_gone(is_reread=bool(self._documents(transfer) & self._after.documents))
            yield self._tell(ChangeKind.GONE, Aspect.TRANSFER, says, [transfer], [], transfer.claims)
        yield from self._regrouped()
        absorbed: defaultdict[str, list[Transfer]] = defaultdict(list)
        for link in self._matching.merged:
            absorbed[link.after].append(self._old[link.before])
        for link in self._matching.same:
            yield from self._continued([self._old[link.before], *absorbed[link.after]], self._new[link.after])
        told_apart: defaultdict[str, list[Transfer]] = defaultdict(list)
        for link in self._matching.split:
            told_apart[link.after].append(take_part(self._old[link.before], link.shared))
        for name, sources in told_apart.items():
            for difference in compare(sources, self._new[name]):
                # The dates and the standing were those of the whole; the standing now is told with the split.
                if difference.aspect not in (Aspect.DATE, Aspect.STANDING, Aspect.ORIGINS):
                    yield self._changed(difference, sources, self._new[name])

    def _regrouped(self) -> Iterator[Change]:
        heirs = {link.before: self._new[link.after] for link in self._matching.same}
        for link in self._matching.split:
            old, new, rest = self._old[link.before], self._new[link.after], heirs[link.before]
            yield self._tell(
                ChangeKind.SPLIT, Aspect.TRANSFER, words.tell_split(rest, new), [old], [new, rest], new.claims
            )
        for link in self._matching.merged:
            old, new = self._old[link.before], self._new[link.after]
            others = [self._old[other.before] for other in self._matching.same if other.after == link.after]
            for whole in others:
                says = words.tell_merged(whole)
                yield self._tell(ChangeKind.MERGED, Aspect.TRANSFER, says, [old, whole], [new], old.claims)
        for link in self._matching.moved:
            old, new = self._old[link.before], self._new[link.after]
            says = words.tell_moved(len(link.shared), old)
            claims = [claim for claim in new.claims if self._known_id(claim) in link.shared]
            yield self._tell(ChangeKind.CHANGED, Aspect.CLAIMS, says, [old], [new], claims)

    def _continued(self, before: list[Transfer], after: Transfer) -> Iterator[Change]:
        for difference in compare(before, after):
            yield self._changed(difference, before, after)
        lost = sorted({claim for one in before for claim in one.claims} - self._kept)
        if lost:
            yield self._tell(ChangeKind.CHANGED, Aspect.CLAIMS, words.tell_lost(len(lost)), before, [after], lost)

    def _changed(self, difference: Difference, before: list[Transfer], after: Transfer) -> Change:
        evidence = self._evidence(difference.claims, difference.claims_before)
        return self._tell(ChangeKind.CHANGED, difference.aspect, difference.says, before, [after], evidence)

    def _disputes(self) -> Iterator[Change]:
        for turn in compare_disputes(self._before.disputes, self._after.disputes, self._same_as):
            yield self._tell_turn(turn)

    def _positions(self) -> Iterator[Change]:
        for move in compare_lines(self._before.lines, self._after.lines, self._same_as):
            line = (move.line.actor, *([move.line.toward] if move.line.toward is not None else []))
            yield Change(
                kind=move.kind,
                aspect=move.aspect,
                about=describe_line(move.line),
                says=move.says,
                before=move.transfers if move.kind is ChangeKind.GONE else (),
                after=() if move.kind is ChangeKind.GONE else move.transfers,
                claims=tuple(self._evidence(move.claims, move.claims_before)),
                parties=tuple(sorted(line)),
                line=line,
            )

    def _tell_turn(self, turn: Turn) -> Change:
        before = [] if turn.before is None else [self._old[turn.before.transfer]]
        after = [] if turn.after is None else [self._new[turn.after.transfer]]
        evidence = self._evidence(turn.claims, turn.claims_before)
        change = self._tell(turn.kind, Aspect.DISPUTE, turn.says, before, after, evidence)
        ids = (dispute.id for dispute in (turn.before, turn.after) if dispute is not None)
        return replace(change, disputes=tuple(dict.fromkeys(ids)))

    def _tell(
        self,
        kind: ChangeKind,
        aspect: Aspect,
        says: str,
        before: list[Transfer],
        after: list[Transfer],
        claims: Iterable[str],
    ) -> Change:
        return Change(
            kind=kind,
            aspect=aspect,
            about=words.describe_transfer((after or before)[0]),
            says=says,
            before=tuple(transfer.id for transfer in before),
            after=tuple(transfer.id for transfer in after),
            claims=tuple(claims),
            parties=_parties([*before, *after]),
        )

    def _evidence(self, claims: Iterable[str], claims_before: Iterable[str]) -> list[str]:
        """The claims that were not known before; or else those that are no longer there; or else all of them."""
        now = list(claims)
        fresh = [claim for claim in now if self._known_id(claim) not in self._before.claims]
        lost = [claim for claim in claims_before if claim not in self._kept]
        return fresh or lost or now or list(claims_before)

    def _known_id(self, claim: str) -> str:
        return self._same_as.get(claim, claim)

    def _documents(self, transfer: Transfer) -> set[str]:
        return {self._before.claims[claim].document for claim in transfer.claims}


def _parties(transfers: Iterable[Transfer]) -> tuple[str, ...]:
    return tuple(sorted({actor.actor for transfer in transfers for role in ROLES for actor in getattr(transfer, role)}))
