"""What became of what actors say: stances that are new, said again or ended, and deeds that go against them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from armswire.model.position import PositionLine, Saying, Says, Stance, Tension, TensionType, Voice
from armswire.register.changes import position_words as words
from armswire.register.changes.change import Aspect, ChangeKind
from armswire.register.changes.matching import Matching, match

_T = TypeVar("_T")
_OWN = (Voice.OWN, Voice.OWN_UNNAMED)


class Move(NamedTuple):
    """What happened on a line, in words; the claims of its later and of its earlier state that say so.

    `transfers` are those of the side that tells of it.
    """

    kind: ChangeKind
    aspect: Aspect
    line: PositionLine
    says: str
    claims: tuple[str, ...]
    claims_before: tuple[str, ...] = ()
    transfers: tuple[str, ...] = ()


def compare_lines(
    before: Iterable[PositionLine], after: Iterable[PositionLine], same_as: Mapping[str, str]
) -> Iterator[Move]:
    """What differs between lines of the same two; `same_as` gives the earlier ids of claims that were read again."""
    old = {(line.actor, line.toward or ""): line for line in before}
    new = {(line.actor, line.toward or ""): line for line in after}
    for key in sorted(old.keys() | new.keys()):
        comparison = _Comparison(old.get(key) or _nothing_on(new[key]), new.get(key) or _nothing_on(old[key]), same_as)
        yield from comparison.stances()
        yield from comparison.other_words()
        yield from comparison.tensions()


def _nothing_on(line: PositionLine) -> PositionLine:
    return PositionLine(line.actor, line.toward, (), (), (), ())


class _Comparison:
    def __init__(self, before: PositionLine, after: PositionLine, same_as: Mapping[str, str]) -> None:
        self._before, self._after, self._same_as = before, after, same_as
        self._known = {word.claim for word in before.said}
        self._kept = {self._id(word.claim) for word in after.said}

    def stances(self) -> Iterator[Move]:
        for says, about in sorted(
            {(one.says, one.about) for line in (self._before, self._after) for one in line.stances}
        ):
            old, new = (
                [one for one in line.stances if (one.says, one.about) == (says, about)]
                for line in (self._before, self._after)
            )
            found = self._match(old, new, lambda stance: stance.claims)
            for link in found.same:
                yield from self._compare(old[int(link.before)], new[int(link.after)])
            for name in sorted({*found.new, *(link.after for link in found.split)}, key=int):
                stance = new[int(name)]
                told = words.tell_stance(stance, self._whose(stance.claims), is_again=int(name) > 0)
                yield self._move(ChangeKind.NEW, told, stance.claims)
            for name in found.gone:
                yield self._move(ChangeKind.GONE, words.tell_stance_gone(old[int(name)]), (), old[int(name)].claims)

    def _compare(self, old: Stance, new: Stance) -> Iterator[Move]:
        fresh = tuple(claim for claim in new.claims if self._id(claim) not in self._known)
        if new.last > old.last and fresh:
            yield self._move(ChangeKind.CHANGED, words.tell_said_again(old, new, self._whose(fresh)), fresh)
        if new.first < old.first:
            yield self._move(ChangeKind.CHANGED, words.tell_earlier(old, new), new.claims, old.claims)
        if old.ended is None and new.ended is not None:
            yield self._move(ChangeKind.CHANGED, words.tell_ended(new, new.ended), new.ended.claims, old.claims)
        if old.ended is not None and new.ended is None:
            yield self._move(ChangeKind.CHANGED, words.tell_goes_on(new, old.ended), new.claims, old.ended.claims)

    def other_words(self) -> Iterator[Move]:
        """Reversals, denials, no comments, policies said again: what is no stance that lasts."""
        gained = [word for word in self._after.said if _stands_alone(word) and self._id(word.claim) not in self._known]
        lost = [word for word in self._before.said if _stands_alone(word) and word.claim not in self._kept]
        for kind, some in ((ChangeKind.NEW, gained), (ChangeKind.GONE, lost)):
            for says in sorted({word.says for word in some}):
                told = [word for word in some if word.says is says]
                claims = tuple(word.claim for word in told)
                tell = words.tell_words if kind is ChangeKind.NEW else words.tell_words_gone
                yield self._move(kind, tell(told), *((claims,) if kind is ChangeKind.NEW else ((), claims)))

    def tensions(self) -> Iterator[Move]:
        """What goes against a refusal; what goes against a denial is told as a dispute."""
        for type_ in (TensionType.REFUSES_AND_DOES, TensionType.REFUSES_AND_CONSIDERS):
            old, new = ([one for one in line.tensions if one.type is type_] for line in (self._before, self._after))
            found = self._match(old, new, lambda tension: tension.against)
            for name in sorted({*found.new, *(link.after for link in found.split)}, key=int):
                yield self._tense(ChangeKind.NEW, new[int(name)])
            for link in found.same:
                if {*new[int(link.after)].stages} - {*old[int(link.before)].stages}:
                    yield self._tense(ChangeKind.CHANGED, new[int(link.after)])
            for name in found.gone:
                gone = old[int(name)]
                told = (*gone.said, *gone.against)
                move = self._move(ChangeKind.GONE, words.tell_tension_gone(gone), (), told, Aspect.TENSION)
                yield move._replace(transfers=_transfers(gone))

    def _tense(self, kind: ChangeKind, tension: Tension) -> Move:
        told = (*tension.said, *tension.against)
        move = self._move(kind, words.tell_tension(tension), told, (), Aspect.TENSION)
        return move._replace(transfers=_transfers(tension))

    def _match(self, old: Sequence[_T], new: Sequence[_T], claims: Callable[[_T], tuple[str, ...]]) -> Matching:
        """By place in the two lists."""
        return match(
            {str(place): frozenset(claims(one)) for place, one in enumerate(old)},
            {str(place): frozenset(map(self._id, claims(one))) for place, one in enumerate(new)},
        )

    def _move(
        self,
        kind: ChangeKind,
        says: str,
        claims: tuple[str, ...],
        claims_before: tuple[str, ...] = (),
        aspect: Aspect = Aspect.POSITION,
    ) -> Move:
        line = self._before if kind is ChangeKind.GONE else self._after
        return Move(kind, aspect, line, says, claims, claims_before)

    def _whose(self, claims: Iterable[str]) -> list[str]:
        who = {word.claim: word.who for word in self._after.said}
        return [who[claim] for claim in claims]

    def _id(self, claim: str) -> str:
        return self._same_as.get(claim, claim)


def _stands_alone(word: Saying) -> bool:
    """Whether it is no part of a stance. That nothing was done in the words of others is no word of the actor."""
    if word.says in (Says.REFUSES, Says.CONSIDERS):
        return word.date is None
    if word.says is Says.DENIES:
        return word.voice in _OWN
    return not words.is_refusal(word)


def _transfers(tension: Tension) -> tuple[str, ...]:
    return () if tension.transfer is None else (tension.transfer,)
