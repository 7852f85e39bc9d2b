"""The part of whoever stands between: buyer, re-exporter, transit, or not told; each with its claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.route import GoBetween, Part
from armswire.register.phrasing import list_actors, unmarked
from armswire.register.routes.places import Places
from armswire.register.witness import PROMISED, Witness

PART_NAMES = {
    Part.BUYER: "buyer",
    Part.TRANSIT: "transit",
    Part.RE_EXPORTER: "re-exporter",
    Part.NOT_TOLD: "not told",
}
_NOT_TOLD = "no claim tells in which part"


def find_parts(members: Sequence[Witness], places: Places, rules: EvidenceRules) -> tuple[GoBetween, ...]:
    """By actor and part, each with all reasons in words."""
    return tuple(part for actor in sorted(places.between) for part in _parts_of(actor, members, rules))


def _parts_of(actor: str, members: Sequence[Witness], rules: EvidenceRules) -> Iterator[GoBetween]:
    held: defaultdict[Part, set[str]] = defaultdict(set)
    quoted: defaultdict[Part, set[str]] = defaultdict(set)
    reasons: defaultdict[Part, set[str]] = defaultdict(set)
    for witness in members:
        by_words = _find_words(witness, rules) if actor in witness.intermediary else None
        told = by_words or _find_step(witness, actor)
        if told is not None:
            part, reason = told
            held[part].add(witness.claim.id)
            (reasons if by_words is None else quoted)[part].add(reason)
    for part, claims in sorted(held.items()):
        words = [f"in the words {', '.join(sorted(quoted[part]))}"] if quoted[part] else []
        yield GoBetween(actor, part, "; ".join([*words, *sorted(reasons[part])]), tuple(sorted(claims)))
    if not held:
        named = {member.claim.id for member in members if _takes_part(member, actor)}
        yield GoBetween(actor, Part.NOT_TOLD, _NOT_TOLD, tuple(sorted(named)))


def _find_words(witness: Witness, rules: EvidenceRules) -> tuple[Part, str] | None:
    """The part that the words of a claim's sentence tell, and the words."""
    for name, telling in rules.routes.parts.items():
        found = telling.find(witness.claim.evidence.text)
        if found is not None:
            return Part(name), f"“{unmarked(' '.join(found.lower().split()))}”"
    return None


def _find_step(witness: Witness, actor: str) -> tuple[Part, str] | None:
    """The part that the stage of a claim tells, and why."""
    stage, who = witness.claim.stage, list_actors(witness.claim.supplier)
    if not witness.affirmed:
        return None
    if actor in witness.intermediary:
        reasons = {
            Stage.AGREEMENT: (Part.BUYER, f"agreed with {who}"),
            Stage.APPROVAL: (Part.RE_EXPORTER, f"{who} allowed it to pass them on"),
            Stage.REFUSAL: (Part.RE_EXPORTER, f"{who} refused to let it pass them on"),
        }
        return reasons.get(stage)
    if actor in witness.recipient:
        return (Part.BUYER, f"agreed with {who}") if stage is Stage.AGREEMENT else None
    if actor in witness.supplier and witness.place is not None and witness.place >= PROMISED:
        return Part.RE_EXPORTER, "gives them on in its own name"
    return None


def _takes_part(witness: Witness, actor: str) -> bool:
    return actor in witness.supplier | witness.intermediary | witness.recipient
