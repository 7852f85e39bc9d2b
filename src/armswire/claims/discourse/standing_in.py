"""Whose gap a supply fills: "Greece gave Cyprus its tanks. Italy filled the gap with newer ones"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.frames.item_phrases import ItemPhrases
from armswire.claims.meaning import Party
from armswire.claims.parties.participants import Participants
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.model.claim import Polarity, Stage

# How many sentences before, the giving that left the gap may have been told.
REACH = 2
GIVEN = frozenset({Stage.DELIVERY, Stage.PLEDGE, Stage.AGREEMENT, Stage.APPROVAL})


def fill_gaps(
    scene: Scene, participants: Participants, items: ItemPhrases, candidates: Sequence[Candidate]
) -> list[Candidate]:
    """The candidates; where a word of replacing names nobody who gets it, whoever gave something away does."""
    return [_filled(scene, participants, items, c, candidates) for c in candidates]


def _filled(
    scene: Scene, participants: Participants, items: ItemPhrases, one: Candidate, others: Sequence[Candidate]
) -> Candidate:
    m = one.meaning
    if _was_parted_with(scene, one):
        return replace(one, meaning=m.drop("what is replaced went to nobody named"))
    if not one.instance.frame.replaces or m.recipient is not None:
        return one
    found = _whose_it_was(scene, participants, items, m.anchor)
    if found is None and not _went_to_nobody_named(scene, m.anchor):
        found = _who_gave(scene, one, others)
    supplier = m.supplier or _who_sends(scene, one, others)
    if supplier is None or found is None or found.shares(supplier):
        return replace(one, meaning=m.drop("replaces what nobody gave away"))
    return replace(one, meaning=replace(m, supplier=supplier, recipient=found))


def _who_sends(scene: Scene, one: Candidate, others: Sequence[Candidate]) -> Party | None:
    """ "the tanks that Riga has ordered from Oslo will replace ...": who is told to supply what replaces."""
    told = (o.meaning for o in others if o is not one and scene.same_goods(o.meaning.items, one.meaning.items))
    given = (m for m in told if m.stage in GIVEN and m.polarity is Polarity.AFFIRMED and m.dropped is None)
    return next((m.supplier for m in given if m.supplier is not None), None)


def _whose_it_was(scene: Scene, participants: Participants, items: ItemPhrases, verb: int) -> Party | None:
    """ "the howitzers that Riga gave to Ukraine", "Danish howitzers given to Ukraine": who had what is replaced."""
    for obj in scene.grammar.kids(verb, "dobj", "nsubjpass"):
        giver = giver_away(scene, participants, obj)
        if giver is not None:
            return giver
        item = scene.item_at.get(obj) if scene.grammar.kids(obj, "acl", "relcl") else None
        origin = None if item is None else items.origin(item)
        if origin is not None:
            return Party(*origin, "whose it was that is replaced")
    return None


def _went_to_nobody_named(scene: Scene, verb: int) -> bool:
    """ "replaces planes that were scrapped": what is said of them tells of another parting than any told before."""
    clauses = (c for obj in scene.grammar.kids(verb, "dobj") for c in scene.grammar.kids(obj, "relcl", "acl"))
    return any(scene.grammar.is_passive(c) for c in clauses)


def _was_parted_with(scene: Scene, candidate: Candidate) -> bool:
    """ "will replace planes that were sold off": whoever got the old ones is none of the parties to the new ones."""
    token, tokens = scene.grammar.tokens[candidate.instance.token], scene.grammar.tokens
    hangs = token.dep in {"relcl", "acl"} and tokens[token.head].dep == "dobj"
    above = tokens[tokens[token.head].head].lemma
    replaces = any(frame.replaces and above in frame.verbs for frame in scene.language.frames)
    return hangs and replaces and not candidate.instance.roles


def giver_away(scene: Scene, participants: Participants, i: int) -> Party | None:
    """ "the tanks that Bratislava gave Ukraine", "stocks that Poland emptied": whose gap it is."""
    for clause in scene.grammar.kids(i, "relcl", "acl"):
        subject = participants.subject_of(clause)
        user = participants.resolve(subject) if subject is not None and subject != i else None
        if user is not None:
            return user.party(", who gave it away")
    return None


def _who_gave(scene: Scene, one: Candidate, others: Sequence[Candidate]) -> Party | None:
    """The supplier of the nearest giving told before."""
    here = scene.sentence_of(one.meaning.anchor)
    before = [
        o.meaning
        for o in others
        if o.meaning.anchor < one.meaning.anchor and here - scene.sentence_of(o.meaning.anchor) <= REACH
    ]
    gave = [m.supplier for m in before if m.stage in GIVEN and m.polarity is Polarity.AFFIRMED and m.dropped is None]
    givers = [party for party in gave if party is not None and not party.shares(one.meaning.supplier)]
    return givers[-1] if givers else None
