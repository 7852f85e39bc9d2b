"""Finds the claims that were judged again, by what they say and where, whatever ids they have now. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from armswire.model.claim import Claim, Item
from armswire.model.encoding import decode_claim, encode_claim
from armswire.model.judgement import Judgement, Verdict

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Anchored:
    """The ids of the claims that a judgement is about now, by group, and why in words some were not found."""

    found: tuple[tuple[str, ...], ...]
    missing: tuple[str, ...]

    @property
    def claims(self) -> frozenset[str]:
        """All of the claims that were found."""
        return frozenset(claim for group in self.found for claim in group)


def anchor(judgement: Judgement, current: Mapping[str, Sequence[Claim]]) -> Anchored:
    """Find what was judged among the `current` claims, by article.

    Where the reader now reads a claim as it was corrected, the correction has found it too.
    """
    found, missing = [], []
    for group in judgement.claims:
        ids: set[str] = set()
        for claim in group:
            there = current.get(claim.document)
            again = None if there is None else _find_judged(judgement, claim, there)
            if again is not None:
                ids.add(again.id)
            elif there is None:
                missing.append(f"{claim.document} is not in the register")
            else:
                missing.append(f"{claim.document} has no claim, or no single one, that says the same there")
        found.append(tuple(sorted(ids)))
    return Anchored(tuple(found), tuple(dict.fromkeys(missing)))


def find_again(judged: Claim, claims: Iterable[Claim]) -> Claim | None:
    """The one of an article's claims that is, or says the same as, the one that was judged.

    The same id is the same claim. Else the words must be the same, or some of them in the same place; the core (stage,
    polarity, supplier, recipient, kinds of item) must be equal and no other slot may differ that both fill. Of several
    the nearest in words, place and slots; None where two are as near, for a judgement is no guess.
    """
    fitting: list[tuple[tuple[bool, int, int], Claim]] = []
    for claim in claims:
        if claim.id == judged.id:
            return claim
        if _in_the_same_words(judged, claim) and says_the_same(judged, claim):
            fitting.append((_distance(judged, claim), claim))
    fitting.sort(key=lambda pair: (pair[0], pair[1].id))
    if not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
        return None
    return fitting[0][1]


def says_the_same(one: Claim, other: Claim) -> bool:
    """Whether two claims of one place agree in the core, and in every other slot that both of them fill."""
    core = one.stage is other.stage and one.polarity is other.polarity
    parties = {*one.supplier} == {*other.supplier} and {*one.recipient} == {*other.recipient}
    return core and parties and _same_items(one.items, other.items) and not _differ(one, other)


def correct(claim: Claim, slots: Mapping[str, object]) -> Claim:
    """The claim with other values in some slots, under its own id. Raises what `decode_claim` raises."""
    return decode_claim({**encode_claim(claim), **slots}, claim.trace)


def _find_judged(judgement: Judgement, claim: Claim, there: Sequence[Claim]) -> Claim | None:
    again = find_again(claim, there)
    if again is None and judgement.verdict is Verdict.CORRECT:
        return find_again(correct(claim, judgement.slots), there)
    return again


def _in_the_same_words(one: Claim, other: Claim) -> bool:
    mine, theirs = _words(one), _words(other)
    if mine == theirs:
        return True
    meet = one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end
    return meet and (mine in theirs or theirs in mine)


def _distance(one: Claim, other: Claim) -> tuple[bool, int, int]:
    """How far the two are apart in words, in code points and in slots; the least is the nearest."""
    mine, theirs = encode_claim(one), encode_claim(other)
    unequal = sum(mine[slot] != theirs[slot] for slot in mine if slot not in ("id", "evidence"))
    return (_words(one) != _words(other), abs(one.evidence.start - other.evidence.start), unequal)


def _words(claim: Claim) -> str:
    return " ".join(claim.evidence.text.split())


def _same_items(one: Sequence[Item], other: Sequence[Item]) -> bool:
    """Whether they name kinds of item in common, or one of them names none."""
    mine, theirs = {item.ml for item in one}, {item.ml for item in other}
    if mine and theirs and not mine & theirs:
        return False
    models = [{item.designation for item in items if item.designation} for items in (one, other)]
    return not (all(models) and not models[0] & models[1])


def _differ(one: Claim, other: Claim) -> bool:
    """Whether a slot besides the core has a value in both, and not the same one."""
    speakers = [claim.attribution[-1].actor if claim.attribution else None for claim in (one, other)]
    return (
        _unlike(one.date, other.date, lambda mine, theirs: mine.start > theirs.end or theirs.start > mine.end)
        or _unlike(one.value, other.value, lambda mine, theirs: mine != theirs)
        or _unlike(one.answer, other.answer, lambda mine, theirs: mine is not theirs)
        or _unlike(speakers[0], speakers[1], lambda mine, theirs: mine != theirs)
        or _unlike(_amounts(one) or None, _amounts(other) or None, lambda mine, theirs: not mine & theirs)
        or _unlike(frozenset(one.requester) or None, frozenset(other.requester) or None, frozenset.__ne__)
        or _unlike(frozenset(one.intermediary) or None, frozenset(other.intermediary) or None, frozenset.__ne__)
    )


def _unlike(one: _T | None, other: _T | None, differ: Callable[[_T, _T], bool]) -> bool:
    return one is not None and other is not None and differ(one, other)


def _amounts(claim: Claim) -> frozenset[tuple[float, float]]:
    return frozenset((item.quantity.min, item.quantity.max) for item in claim.items if item.quantity is not None)
