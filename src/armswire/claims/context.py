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
    if m.recipient is not None and _shares(m.recipient, m.supplier) and m.requester is not None:
        # "asked Egypt to supply its mission": the pronoun is the asker's, or nothing would leave the country.
        m = replace(m, recipient=m.requester)
    m = _asker_gets(m, others)
    for other in others:
        if m.supplier is not None and m.recipient is not None:
            break
        distance = abs(here - scene.annotated.tokens[other.anchor].sentence)
        if distance > 3 or not _compatible(m, other):
            continue
        if m.supplier is None and m.recipient is None:
            same = bool(set(m.items) & set(other.items))
            if (same or _same_kind(m, other)) and (other.supplier is not None or other.recipient is not None):
                m = replace(m, supplier=other.supplier, recipient=other.recipient)
            continue
        same = bool(set(m.items) & set(other.items))
        if m.recipient is None and other.recipient is not None and (same or _shares(m.supplier, other.supplier)):
            if not _shares(other.recipient, m.supplier):
                m = replace(m, recipient=replace(other.recipient, how=f"{other.recipient.how}, said nearby"))
        if m.supplier is None and other.supplier is not None and (same or _shares(m.recipient, other.recipient)):
            if _shares(other.supplier, m.recipient):
                continue
            m = replace(m, supplier=replace(other.supplier, how=f"{other.supplier.how}, said nearby"))
    return m


def _asker_gets(m: Meaning, others: Sequence[Meaning]) -> Meaning:
    """Who asks without naming anybody asks for itself, unless it asks elsewhere in the article for somebody else."""
    if (
        m.stage is not Stage.REQUEST
        or m.recipient is not None
        or m.requester is None
        or _shares(m.requester, m.supplier)
    ):
        return m
    elsewhere = any(
        other.stage is Stage.REQUEST
        and _shares(other.requester, m.requester)
        and other.recipient is not None
        and not _shares(other.recipient, m.requester)
        for other in others
    )
    speaks_for_others = any(not code.isupper() or len(code) != 3 for code in m.requester.actors)
    if elsewhere or (speaks_for_others and others):
        return m
    return replace(m, recipient=replace(m.requester, how="who asks without naming another"))


def _compatible(m: Meaning, other: Meaning) -> bool:
    kinds, theirs = {i.ml for i in m.items}, {i.ml for i in other.items}
    return not kinds or not theirs or bool(kinds & theirs) or "ARMS" in kinds | theirs


def _same_kind(m: Meaning, other: Meaning) -> bool:
    """Named items of one kind: "the launchers" take up "multiple rocket launchers"."""
    return bool({i.ml for i in m.items} & {i.ml for i in other.items}) and m.anchor > other.anchor


def _shares(one: Party | None, other: Party | None) -> bool:
    return one is not None and other is not None and bool(set(one.actors) & set(other.actors))
