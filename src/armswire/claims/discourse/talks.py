"""From whom somebody would buy, where the sentence before tells with whom it talks: "Lima has turned to Seoul"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from armswire.claims.cues import CueBook
from armswire.claims.meaning import AWAY, Meaning
from armswire.claims.parties.participants import Participants
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator
from armswire.model.annotation import ActorKind
from armswire.model.claim import Stage

# What may come of talks.
AHEAD = frozenset({Stage.CONSIDERATION, Stage.AGREEMENT})


def fill_from_talks(
    scene: Scene, operators: CueBook[Operator], participants: Participants, candidates: Sequence[Candidate]
) -> list[Candidate]:
    """The candidates, each purchase from nobody in particular with the state that its buyer talks to right before."""
    return [replace(c, meaning=_with_seller(scene, operators, participants, c.meaning)) for c in candidates]


def _with_seller(scene: Scene, operators: CueBook[Operator], participants: Participants, m: Meaning) -> Meaning:
    open_still = m.stage in AHEAD and m.base is Stage.AGREEMENT and m.direction != AWAY
    if not open_still or m.supplier is not None or m.recipient is None:
        return m
    for verb in _talks_before(scene, operators, m.anchor):
        subject = scene.grammar.own_subject(verb)
        talker = participants.resolve(subject) if subject is not None else None
        if talker is None or set(talker.actors) != set(m.recipient.actors):
            continue
        for obj in scene.grammar.behind(verb, scene.language.prepositions.audience):
            other = participants.resolve(obj)
            if other is not None and other.kind is ActorKind.STATE and not set(other.actors) & set(talker.actors):
                return replace(m, supplier=other.party(", with whom the buyer talks"))
    return m


def _talks_before(scene: Scene, operators: CueBook[Operator], anchor: int) -> Iterator[int]:
    """The verbs of talking or turning to somebody in the sentence before, which say nothing of what is talked about."""
    here = scene.sentence_of(anchor) - 1
    for token in scene.tokens_of(here) if here in scene.ranges else []:
        i = token.index
        talks = any(op.kind == "consider" for op in operators.at(scene.grammar, i))
        turned = scene.grammar.is_verb(i) and (talks or token.lemma in scene.language.turning_verbs)
        about_arms = any(k in scene.item_at for k in scene.grammar.subtree(i))
        if turned and not about_arms and not scene.grammar.is_negated(i):
            yield i
