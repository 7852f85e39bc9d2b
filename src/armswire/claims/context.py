"""What a sentence leaves out because the one before has said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.candidate import Candidate
from armswire.claims.meaning import Meaning, Party
from armswire.claims.scene import Scene
from armswire.model.claim import Stage

# How many sentences away a party may be told.
REACH = 3


def fill_from_context(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Suppliers and recipients that are missing, taken from the nearest candidate that agrees in the other role."""
    ordered = sorted(candidates, key=lambda c: c.meaning.anchor)
    out: list[Candidate] = []
    for position, candidate in enumerate(ordered):
        others = [*reversed(out), *ordered[position + 1 :]]
        out.append(replace(candidate, meaning=_filled(scene, candidate.meaning, [o.meaning for o in others])))
    return out


def _filled(scene: Scene, m: Meaning, others: Sequence[Meaning]) -> Meaning:
    """The meaning with the parties that `others`, the nearest first, tell in its stead."""
    if m.recipient is not None and m.recipient.shares(m.supplier) and m.requester is not None:
        # "asked Egypt to supply its mission": the pronoun is the asker's, or nothing would leave the country.
        m = replace(m, recipient=m.requester)
    m = _asker_gets(m, others)
    for other in others:
        if m.supplier is not None and m.recipient is not None:
            break
        distance = abs(scene.sentence_of(m.anchor) - scene.sentence_of(other.anchor))
        reach = 0 if _goes_to_the_unnamed(scene, m) else REACH
        if distance <= reach and _compatible(m, other):
            m = _with_parties_of(m, other)
    return m


def _goes_to_the_unnamed(scene: Scene, m: Meaning) -> bool:
    """ "to countries at war": who gets it is told, only not by name; another sentence's recipient is somebody else."""
    tokens = scene.grammar.tokens
    return m.recipient is None and any(
        word == "to" and tokens[obj].lemma in scene.language.country_nouns and obj not in scene.actor_at
        for word, obj in scene.grammar.prepositions(m.anchor)
    )


def _with_parties_of(m: Meaning, other: Meaning) -> Meaning:
    """The meaning with what it lacks from one that is about the same items, or agrees in the other role."""
    same = bool(set(m.items) & set(other.items))
    if m.supplier is None and m.recipient is None:
        about_it = same or _same_kind(m, other)
        return replace(m, supplier=other.supplier, recipient=other.recipient) if about_it else m
    supplier, recipient = other.supplier, other.recipient
    if m.recipient is None and recipient is not None and (same or _shares(m.supplier, supplier)):
        m = m if recipient.shares(m.supplier) else replace(m, recipient=_said_nearby(recipient))
    if m.supplier is None and supplier is not None and (same or _shares(m.recipient, recipient)):
        m = m if supplier.shares(m.recipient) else replace(m, supplier=_said_nearby(supplier))
    return m


def _said_nearby(party: Party) -> Party:
    return replace(party, how=f"{party.how}, said nearby")


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
    return one is not None and one.shares(other)
