"""What judgements in force ask of reconciling: claims left out or corrected, claims of one transfer or of two, answers.

Pure: judgements and the claims that they found go in. A corrected claim keeps its id; the evidence of the new value is
the judgement, whose id stands in the transfer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from armswire.model.claim import Claim
from armswire.model.dispute import Dispute, DisputeState, DisputeType
from armswire.model.judgement import Force, Judgement, JudgementRecord, Subject, Verdict
from armswire.register.anchoring import anchor, correct
from armswire.register.force import crosses, joined, same_person, weigh
from armswire.register.phrasing import unmarked


@dataclass(frozen=True, slots=True)
class Settlement:
    """The answer to a dispute: between which claims it is, which side is right (None for none of them), in words."""

    judgement: str
    type: DisputeType
    sides: tuple[tuple[str, ...], ...]
    side: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What reconciling is to obey, all by the ids of claims.

    `rejected` take no part. `corrected` gives the slots with new values. No two claims of a `together` are in two
    transfers, none of one half of an `apart` is in a transfer with one of the other. `touching` gives for each claim
    the judgements that have a part in what becomes of it.
    """

    rejected: frozenset[str] = frozenset()
    corrected: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    together: tuple[frozenset[str], ...] = ()
    apart: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    settlements: tuple[Settlement, ...] = ()
    touching: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def apply(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims that take part, as they were corrected."""
        return [
            correct(claim, self.corrected[claim.id]) if claim.id in self.corrected else claim
            for claim in claims
            if claim.id not in self.rejected
        ]

    def settle(self, disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
        """The disputes, those that were settled with who settled them and why."""
        return tuple(self._settle(dispute) for dispute in disputes)

    def side_of(self, dispute: Dispute) -> int | None:
        """The place of the side that was judged right, None where none was."""
        for settlement in self.settlements:
            if settlement.judgement in dispute.judgements and settlement.side is not None:
                return _match(settlement, dispute)[settlement.side]
        return None

    def concerning(self, claims: Iterable[str], disputes: Iterable[Dispute]) -> tuple[str, ...]:
        """The judgements that have a part in what became of a transfer, by its claims and disputes."""
        found = {name for claim in claims for name in self.touching.get(claim, ())}
        return tuple(sorted(found | {name for dispute in disputes for name in dispute.judgements}))

    def _settle(self, dispute: Dispute) -> Dispute:
        settled = [one for one in self.settlements if one.type is dispute.type and _match(one, dispute)]
        if not settled:
            return dispute
        return replace(
            dispute,
            state=DisputeState.SETTLED,
            state_reason="; ".join(one.words for one in settled),
            judgements=tuple(sorted(one.judgement for one in settled)),
        )


NOTHING_JUDGED = Judged()


def read_judgements(judgements: Sequence[Judgement], claims: Mapping[str, Sequence[Claim]]) -> list[JudgementRecord]:
    """Each judgement with its force and what it found. `claims` are the current ones of the articles, as read."""
    return weigh(judgements, {one.id: anchor(one, claims) for one in judgements}, claims.keys())


def take_effect(records: Iterable[JudgementRecord]) -> Judged:
    """What the judgements in force ask for."""
    held = sorted((one for one in records if one.force is Force.IN_FORCE), key=lambda one: one.judgement.rank)
    rejected: set[str] = set()
    corrected: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    touching: defaultdict[str, set[str]] = defaultdict(set)
    for record in held:
        judgement = record.judgement
        if judgement.verdict in (Verdict.NOTE, Verdict.SETTLE, Verdict.WITHDRAW):
            continue
        for claim in record.claims:
            touching[claim].add(judgement.id)
            if judgement.verdict is Verdict.REJECT:
                rejected.add(claim)
            if judgement.verdict is Verdict.CORRECT:
                # Only one's own earlier correction can be another value here: the later one holds.
                corrected[claim].update(judgement.slots)
    tying = [one for one in held if one.judgement.verdict in (Verdict.MERGE, Verdict.SPLIT)]
    return Judged(
        rejected=frozenset(rejected),
        corrected=dict(corrected),
        together=tuple(claims for one in tying if len(claims := _together(one, tying)) > 1),
        apart=tuple(halves for one in tying if all(halves := _apart(one, tying))),
        settlements=tuple(
            _settlement(one)
            for one in held
            if one.judgement.verdict is Verdict.SETTLE and one.judgement.subject is Subject.DISPUTE
        ),
        touching={claim: tuple(sorted(names)) for claim, names in touching.items()},
    )


def is_about(record: JudgementRecord, dispute: Dispute) -> bool:
    """Whether a judgement on a dispute is about this one, by its type and the claims of its sides."""
    return record.judgement.dispute_type is dispute.type and bool(_match(_settlement(record), dispute))


def _together(record: JudgementRecord, tying: Iterable[JudgementRecord]) -> frozenset[str]:
    """The claims that it joins, without those that the same person parted from the others later."""
    claims = joined(record.judgement, record.found)
    for later in tying:
        if later.judgement.verdict is Verdict.SPLIT and _is_later(later, record) and crosses(claims, later.found):
            claims -= frozenset(later.found[0])
    return claims


def _apart(record: JudgementRecord, tying: Iterable[JudgementRecord]) -> tuple[frozenset[str], frozenset[str]]:
    """The halves that it parts, without the claims that the same person joined later."""
    if record.judgement.verdict is not Verdict.SPLIT:
        return frozenset(), frozenset()
    leaving, staying = frozenset(record.found[0]), frozenset(record.found[1])
    for later in tying:
        claims = joined(later.judgement, later.found)
        if _is_later(later, record) and crosses(claims, record.found):
            staying -= claims
    return leaving, staying


def _is_later(later: JudgementRecord, record: JudgementRecord) -> bool:
    return later.judgement.on > record.judgement.on and same_person(later.judgement, record.judgement)


def _settlement(record: JudgementRecord) -> Settlement:
    judgement = record.judgement
    words = f"settled by {judgement.by} on {judgement.on.isoformat()}: {judgement.because}"
    kind = judgement.dispute_type or DisputeType.DENIAL
    return Settlement(judgement.id, kind, record.found, judgement.side, unmarked(words))


def _match(settlement: Settlement, dispute: Dispute) -> list[int]:
    """For each side that was judged the place of that side now; nothing where the dispute is another one."""
    places: list[int] = []
    for judged in settlement.sides:
        shared = [len({*judged} & {*side.claims}) for side in dispute.sides]
        if not any(shared):
            return []
        places.append(shared.index(max(shared)))
    return places if len({*places}) == len(places) else []
