"""Requests named only as the occasion of what was done: "shipped at the request of Oslo", "after a plea by Lima".

The noun of asking says nothing of what was asked for; the clause that it hangs on does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from armswire.claims.meaning import TOWARD, Meaning
from armswire.claims.operators.stacking import Stacking
from armswire.claims.readings.candidate import Candidate
from armswire.claims.readings.judging import why_no_reading
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words, traced
from armswire.model.claim import Certainty, Polarity, Stage

# What may be done because somebody asked for it.
ANSWERED_STAGES = frozenset({Stage.DELIVERY, Stage.PLEDGE, Stage.AGREEMENT, Stage.APPROVAL, Stage.CONSIDERATION})


def find_requests(scene: Scene, stacking: Stacking, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The requests that stand as occasions beside the candidates of a document, as candidates themselves."""
    out: list[Candidate] = []
    taken: set[int] = set()
    for candidate in candidates:
        if not _is_answer_to_a_request(scene, candidate):
            continue
        for noun in _occasions(scene, stacking, candidate.meaning):
            asker = stacking.party(stacking.arguments.named_agent(noun))
            if noun not in taken and asker is not None:
                taken.add(noun)
                meaning = _request(scene, candidate.meaning, noun)
                out.append(replace(candidate, meaning=replace(meaning, requester=asker), holder=None))
    return out


def _is_answer_to_a_request(scene: Scene, candidate: Candidate) -> bool:
    m = candidate.meaning
    toward = m.direction == TOWARD and m.polarity is Polarity.AFFIRMED and m.stage in ANSWERED_STAGES
    return toward and m.said_at is None and why_no_reading(scene, candidate) is None


def _occasions(scene: Scene, stacking: Stacking, m: Meaning) -> Iterator[int]:
    """The nouns of asking behind prepositions of occasion at the verbs of the reading and at what these govern."""
    grammar, words = scene.grammar, scene.language.prepositions
    seen: set[int] = set()
    heads = [m.anchor, m.top, grammar.clause_verb(m.anchor), *(item.head for item in m.items)]
    while heads:
        head = heads.pop(0)
        if head < 0 or head in seen:
            continue
        seen.add(head)
        for word, obj in grammar.prepositions(head):
            if word not in words.occasion:
                heads += [] if grammar.is_verb(obj) else [obj]
            elif any(op.kind == "request" for op in stacking.operators.at(grammar, obj)):
                if not any(k in scene.item_at for k in grammar.subtree(obj)):
                    yield obj
            else:
                heads.append(obj)


def _request(scene: Scene, m: Meaning, noun: int) -> Meaning:
    """The same transfer as asked for."""
    asked = replace(m, stage=Stage.REQUEST, certainty=Certainty.CERTAIN, answer=None, stance=None, buyer=None)
    return traced(scene, m, replace(asked, realised=True), "occasion:request", Words(noun))
