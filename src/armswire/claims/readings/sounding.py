"""Who finds out whether somebody would give: "is trying to determine whether Seoul intends to provide shells".

Most indirect questions tell of nothing. This one tells that the supplier is thought to weigh it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.meaning import TOWARD, Meaning
from armswire.claims.operators.operator_roles import Stacked
from armswire.claims.operators.stacking import Stack
from armswire.claims.parse.grammar import Mood
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words, traced
from armswire.model.claim import Certainty, Polarity, Stage

AHEAD = frozenset({Mood.FUTURE, Mood.POSSIBLE})
ANSWER_KINDS = frozenset({"decline_comment", "confirm", "deny"})
INTENT_KINDS = frozenset({"pledge", "consider"})


def within_question(scene: Scene, anchor: int, operators: Sequence[Stacked]) -> Sequence[Stacked]:
    """The operators over a token, without those above the question whose answer somebody finds out.

    Who answers is not finding out: "could not determine whether it would" leaves the question open.
    """
    clause = _question(scene, anchor)
    if clause is None or any(s.operator.kind in ANSWER_KINDS for s in operators):
        return operators
    if scene.grammar.tokens[_finding(scene, clause)].lemma not in scene.language.sounding_verbs:
        return operators
    return [s for s in operators if _stands_in(scene, s.token, clause)]


def sounded_out(scene: Scene, m: Meaning, stack: Stack) -> Meaning | None:
    """The meaning as something that may be considered; None where nobody else finds out what is yet to come."""
    grammar, tokens = scene.grammar, scene.grammar.tokens
    clause = _question(scene, m.anchor)
    if clause is None or m.supplier is None or m.direction != TOWARD:
        return None
    finding = _finding(scene, clause)
    at = finding
    while tokens[at].dep == "xcomp":
        at = tokens[at].head
    intends = any(s.operator.kind in INTENT_KINDS and _stands_in(scene, s.token, clause) for s in stack.operators)
    ahead = grammar.mood(clause) in AHEAD or intends
    tells = grammar.mood(at) is Mood.REAL and not (grammar.is_negated(at) or grammar.is_negated(finding))
    if tokens[finding].lemma not in scene.language.sounding_verbs or not (ahead and tells):
        return None
    asker = grammar.own_subject(at)
    mention = None if asker is None else scene.actor_at.get(asker)
    if mention is None or set(mention.actors) & set(m.supplier.actors):
        return None
    found = replace(
        m,
        stage=Stage.CONSIDERATION,
        polarity=Polarity.AFFIRMED,
        certainty=Certainty.POSSIBLE,
        requester=None,
        answer=None,
    )
    return traced(scene, m, found, "sounding", Words(finding))


def _question(scene: Scene, i: int) -> int | None:
    """The verb of the indirect question around token `i`."""
    grammar, at = scene.grammar, i
    while True:
        if grammar.is_verb(at) and grammar.markers(at) & set(scene.language.question_markers):
            return at
        if grammar.tokens[at].head == at:
            return None
        at = grammar.tokens[at].head


def _finding(scene: Scene, clause: int) -> int:
    """What governs the question: "determine whether", "sounded out Seoul on whether"."""
    head = scene.grammar.tokens[clause].head
    return scene.grammar.tokens[head].head if scene.grammar.tokens[head].pos == "ADP" else head


def _stands_in(scene: Scene, i: int, clause: int) -> bool:
    """Whether token `i` is part of the clause."""
    while i != clause and scene.grammar.tokens[i].head != i:
        i = scene.grammar.tokens[i].head
    return i == clause
