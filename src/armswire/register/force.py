"""Which judgements take effect. Pure functions of the set of judgements and of what they find: order plays no part.

The rules:

1. A judgement holds until the person who made it withdraws it; a withdrawal can be withdrawn too. Nobody withdraws the
   word of somebody else.
2. A judgement that does not find what was judged has no effect, and is kept (`orphaned`).
3. Who judges otherwise on a later day has changed their mind: the later judgement holds.
4. Contrary judgements of two people (or of one on one day) are kept, and neither takes effect until one is withdrawn or
   a third person, who made none of the two, settles it by naming the one that holds. Voices are not counted: that more
   people judge alike settles nothing. Where third persons name both, it is not settled.
5. Contrary are: rejecting a claim and accepting or correcting it; accepting and correcting it; two corrections of a
   slot to different values; joining claims that the other sets apart; two sides of a dispute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from armswire.model.judgement import Force, Judgement, JudgementRecord, Subject, Verdict
from armswire.register.anchoring import Anchored

_OF_A_CLAIM = frozenset({Verdict.ACCEPT, Verdict.CORRECT, Verdict.REJECT})


@dataclass(slots=True)
class _Court:
    """What is known while it is worked out which judgements hold."""

    judgements: Mapping[str, Judgement]
    anchored: Mapping[str, Anchored]
    withdrawn: dict[str, Judgement] = field(default_factory=dict)
    superseded: dict[str, Judgement] = field(default_factory=dict)
    overruled: dict[str, Judgement] = field(default_factory=dict)
    contrary: defaultdict[str, list[Judgement]] = field(default_factory=lambda: defaultdict(list))


def weigh(
    judgements: Iterable[Judgement], anchored: Mapping[str, Anchored], documents: Collection[str]
) -> list[JudgementRecord]:
    """Each judgement with its force, by day and id. `documents` are the articles of the register that are known.

    All judgements that share an article with one of them, directly or through others, must be among them.
    """
    ordered = sorted(judgements, key=lambda judgement: judgement.rank)
    court = _Court({judgement.id: judgement for judgement in ordered}, anchored)
    _find_withdrawn(court, ordered)
    live = [one for one in ordered if one.id not in court.withdrawn]
    orphaned = {one.id: why for one in ordered if (why := _why_orphaned(one, court, documents))}
    able = [one for one in live if one.id not in orphaned and not _is_void(one, court)]
    settling = [one for one in able if one.verdict is Verdict.SETTLE and one.subject is Subject.JUDGEMENT]
    _find_contrary(court, able, settling)
    return [_record(one, court, orphaned.get(one.id, "")) for one in ordered]


def same_person(one: Judgement, other: Judgement) -> bool:
    """Whether two judgements are of one person, whatever the case and spaces of the name."""
    return fold(one.by) == fold(other.by)


def fold(name: str) -> str:
    """A name for comparing."""
    return " ".join(name.split()).casefold()


def joined(judgement: Judgement, found: Sequence[Sequence[str]]) -> frozenset[str]:
    """The claims that it says are of one transfer."""
    if judgement.verdict is Verdict.MERGE:
        return frozenset(claim for group in found for claim in group)
    return frozenset(found[0]) if judgement.verdict is Verdict.SPLIT else frozenset()


def crosses(joining: frozenset[str], found: Sequence[Sequence[str]]) -> bool:
    """Whether claims that one judgement joins stand on both sides of a split that has `found` them."""
    return not joining.isdisjoint(found[0]) and not joining.isdisjoint(found[1])


def _find_withdrawn(court: _Court, ordered: Sequence[Judgement]) -> None:
    withdrawals = [one for one in ordered if one.verdict is Verdict.WITHDRAW and not _is_void(one, court)]
    about = defaultdict(list)
    for one in withdrawals:
        about[one.target].append(one)

    def find(judgement: Judgement) -> Judgement | None:
        """The first withdrawal of it that holds. Ids derive from content, so that there are no circles."""
        return next((one for one in about[judgement.id] if find(one) is None), None)

    court.withdrawn = {one.id: by for one in ordered if (by := find(one)) is not None}


def _why_orphaned(judgement: Judgement, court: _Court, documents: Collection[str]) -> str:
    if judgement.subject is Subject.JUDGEMENT:
        return "" if judgement.target in court.judgements else f"{judgement.target} is not in the register"
    if judgement.subject is Subject.ARTICLE:
        return "" if judgement.target in documents else f"{judgement.target} is not in the register"
    anchored = court.anchored[judgement.id]
    filled = sum(bool(group) for group in anchored.found)
    least = {Verdict.MERGE: 2, Verdict.SPLIT: 2, Verdict.SETTLE: len(anchored.found)}.get(judgement.verdict, 1)
    return "" if filled >= least else "; ".join(anchored.missing)


def _is_void(judgement: Judgement, court: _Court) -> bool:
    """Whether somebody withdraws what somebody else judged, or settles for a judgement of their own."""
    target = court.judgements.get(judgement.target or "")
    if target is None or judgement.subject is not Subject.JUDGEMENT:
        return False
    if judgement.verdict is Verdict.WITHDRAW:
        return not same_person(judgement, target)
    return judgement.verdict is Verdict.SETTLE and same_person(judgement, target)


def _find_contrary(court: _Court, able: Sequence[Judgement], settling: Sequence[Judgement]) -> None:
    pairs = [(one, other) for one, other in _sharing(court, able) if _are_contrary(court, one, other)]
    unsettled = []
    for one, other in pairs:
        if same_person(one, other) and one.on != other.on:
            earlier, later = sorted((one, other), key=lambda judgement: judgement.rank)
            if _gives_way(earlier, later):
                court.superseded[earlier.id] = later
        else:
            unsettled.append((one, other))
    open_: list[tuple[Judgement, Judgement]] = []
    for one, other in unsettled:
        if one.id in court.superseded or other.id in court.superseded:
            continue
        settled = [_settled_for(held, lost, settling) for held, lost in ((one, other), (other, one))]
        if bool(settled[0]) is bool(settled[1]):
            open_.append((one, other))
        elif settled[0]:
            court.overruled[other.id] = settled[0][0]
        else:
            court.overruled[one.id] = settled[1][0]
    for one, other in open_:
        if one.id not in court.overruled and other.id not in court.overruled:
            court.contrary[one.id].append(other)
            court.contrary[other.id].append(one)


def _settled_for(held: Judgement, lost: Judgement, settling: Iterable[Judgement]) -> list[Judgement]:
    """Where a third person says that one of two judgements holds."""
    return [
        one for one in settling if one.target == held.id and not same_person(one, held) and not same_person(one, lost)
    ]


def _sharing(court: _Court, able: Sequence[Judgement]) -> Iterable[tuple[Judgement, Judgement]]:
    """Pairs of judgements that are about a claim in common."""
    about: defaultdict[str, list[Judgement]] = defaultdict(list)
    for one in able:
        if one.verdict is not Verdict.NOTE and one.id in court.anchored:
            for claim in sorted(court.anchored[one.id].claims):
                about[claim].append(one)
    pairs = {(one.id, other.id) for held in about.values() for i, one in enumerate(held) for other in held[i + 1 :]}
    return [(court.judgements[one], court.judgements[other]) for one, other in sorted(pairs)]


def _are_contrary(court: _Court, one: Judgement, other: Judgement) -> bool:
    mine, theirs = court.anchored[one.id].found, court.anchored[other.id].found
    if one.verdict in _OF_A_CLAIM and other.verdict in _OF_A_CLAIM:
        if one.verdict is not other.verdict:
            return True
        return any(slot in other.slots and other.slots[slot] != value for slot, value in one.slots.items())
    if one.verdict is Verdict.SETTLE and other.verdict is Verdict.SETTLE:
        if one.dispute_type is not other.dispute_type or one.side is None or other.side is None:
            return False
        against = {claim for side, claims in enumerate(theirs) if side != other.side for claim in claims}
        return not against.isdisjoint(mine[one.side])
    return (other.verdict is Verdict.SPLIT and crosses(joined(one, mine), theirs)) or (
        one.verdict is Verdict.SPLIT and crosses(joined(other, theirs), mine)
    )


def _gives_way(earlier: Judgement, later: Judgement) -> bool:
    """Whether all of it gives way: other slots that it corrects, other claims that it joins or parts, stay so."""
    if earlier.verdict is Verdict.CORRECT and later.verdict is Verdict.CORRECT:
        return earlier.slots.keys() <= later.slots.keys()
    return earlier.verdict not in (Verdict.MERGE, Verdict.SPLIT)


def _record(judgement: Judgement, court: _Court, orphaned: str) -> JudgementRecord:
    anchored = court.anchored.get(judgement.id, Anchored((), ()))
    force, reason = _force(judgement, court, orphaned, anchored)
    against = sorted(other.id for other in court.contrary[judgement.id]) if force is Force.CONTRARY else []
    return JudgementRecord(judgement, force, reason, anchored.found, tuple(against))


def _force(judgement: Judgement, court: _Court, orphaned: str, anchored: Anchored) -> tuple[Force, str]:
    name = judgement.id
    if name in court.withdrawn:
        by = court.withdrawn[name]
        return Force.WITHDRAWN, f"withdrawn by {by.by} on {by.on}{f': {by.because}' if by.because else ''}"
    if orphaned:
        return Force.ORPHANED, orphaned
    if _is_void(judgement, court):
        owner = court.judgements[judgement.target or ""].by
        only = (
            f"only {owner} can withdraw it" if judgement.verdict is Verdict.WITHDRAW else "only a third can settle it"
        )
        return Force.VOID, only
    if name in court.superseded:
        later = court.superseded[name]
        return Force.SUPERSEDED, f"{later.by} judged otherwise on {later.on} ({later.id})"
    if name in court.overruled:
        by = court.overruled[name]
        return Force.OVERRULED, f"{by.by} settled it for {by.target} on {by.on}: {by.because}"
    if name in court.contrary:
        others = ", ".join(f"{other.id} by {other.by}" for other in court.contrary[name])
        return (
            Force.CONTRARY,
            f"contrary to {others}; neither takes effect until one is withdrawn or a third settles it",
        )
    return Force.IN_FORCE, "; ".join(anchored.missing)
