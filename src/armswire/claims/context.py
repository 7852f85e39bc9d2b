"""What a sentence leaves out because the one before has said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from armswire.claims.meaning import Meaning, Party
from armswire.claims.scene import Scene
from armswire.model.claim import Stage

if TYPE_CHECKING:
    from armswire.claims.extract import Candidate


def fill_from_context(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Suppliers and recipients that are missing, taken from the nearest candidate that agrees in the other role."""
    ordered = sorted(candidates, key=lambda c: c.meaning.anchor)
    out: list[Candidate] = []
    for position, candidate in enumerate(ordered):
        others = [*reversed(out), *ordered[position + 1 :]]
        out.append(replace(candidate, meaning=_filled(scene, candidate.meaning, [o.meaning for o in others])))
    return out


def _filled(scene: Scene, m: Meaning, others: Sequence[Meaning]) -> Meaning:
    here = scene.annotated.tokens[m.anchor].sentence
    for other in others:
        if m.supplier is not None and m.recipient is not None:
            break
        distance = abs(here - scene.annotated.tokens[other.anchor].sentence)
        if distance > 3 or not _compatible(m, other):
            continue
        if m.recipient is None and other.recipient is not None and _shares(m.supplier, other.supplier):
            if not _shares(other.recipient, m.supplier):
                m = replace(m, recipient=replace(other.recipient, how=f"{other.recipient.how}, said nearby"))
        elif m.supplier is None and other.supplier is not None and _shares(m.recipient, other.recipient):
            m = replace(m, supplier=replace(other.supplier, how=f"{other.supplier.how}, said nearby"))
    if m.stage is Stage.REQUEST and m.recipient is None and m.requester is not None:
        if not _shares(m.requester, m.supplier):
            m = replace(m, recipient=replace(m.requester, how="who asks without naming another"))
    return m


def _compatible(m: Meaning, other: Meaning) -> bool:
    kinds, theirs = {i.ml for i in m.items}, {i.ml for i in other.items}
    return not kinds or not theirs or bool(kinds & theirs) or "ARMS" in kinds | theirs


def _shares(one: Party | None, other: Party | None) -> bool:
    return one is not None and other is not None and bool(set(one.actors) & set(other.actors))
