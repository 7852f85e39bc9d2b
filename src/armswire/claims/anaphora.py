"""Answers to what was said before: "denied it", "declined to comment", "ruled it out", "is studying the request".

An operator that governs no word of transfer itself takes up the nearest reading before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from armswire.claims.composition import Applied, apply
from armswire.claims.meaning import Meaning
from armswire.claims.scene import Scene
from armswire.claims.stacking import Stacked, Stacking
from armswire.lexicon.language import Operator
from armswire.model.claim import Stage

# How many sentences back an answer reaches.
REACH = 2
STATEMENT_KINDS = frozenset({"deny", "confirm", "decline_comment"})
SUPPLY_KINDS = frozenset({"refuse", "consider", "approve", "halt"})


@dataclass(frozen=True, slots=True)
class Answered:
    """A reading taken up by an operator, and the token of who answers."""

    meaning: Meaning
    holder: int | None
    operator: Operator
    token: int


def find_answers(scene: Scene, stacking: Stacking, readings: Sequence[Meaning], used: set[int]) -> list[Answered]:
    """The answers of a document to `readings`; `used` are the tokens of operators that are part of a reading."""
    ordered = sorted(readings, key=lambda m: m.anchor)
    out: list[Answered] = []
    for token in scene.grammar.tokens:
        if token.index in used:
            continue
        for operator in stacking.operators.at(scene.grammar, token.index):
            answered = _answer(scene, stacking, operator, token.index, ordered)
            if answered is not None:
                out.append(answered)
                break
    return out


def _answer(
    scene: Scene, stacking: Stacking, operator: Operator, i: int, readings: Sequence[Meaning]
) -> Answered | None:
    if operator.kind not in STATEMENT_KINDS | SUPPLY_KINDS:
        return None
    if not scene.grammar.is_verb(i) and not (operator.kind == "refuse" and scene.grammar.tokens[i].dep == "dobj"):
        return None
    if not _takes_up(scene, operator, i):
        return None
    agent = stacking.agent(i)
    op = stacking.applied(Stacked(operator, i, i))
    if op.agent is None:
        return None
    before = _nearest(scene, i, op, operator.kind, readings)
    if before is None:
        return None
    meaning = replace(before, answer=None, stance=None, dropped=None, anchor=before.anchor, top=i)
    if operator.kind in SUPPLY_KINDS:
        meaning = replace(meaning, supplier=meaning.supplier or op.agent)
    made = apply(operator.kind, meaning, op)
    holder = agent if operator.kind in STATEMENT_KINDS else None
    return Answered(replace(made, top=i), holder, operator, i)


def _takes_up(scene: Scene, operator: Operator, i: int) -> bool:
    """True where the operator's object is "it", "the report", or is left out as in "declined to comment"."""
    grammar = scene.grammar
    if operator.kind == "decline_comment":
        return True
    objects = [
        *grammar.kids(i, "dobj", "nsubjpass"),
        *(o for w, o in grammar.prepositions(i) if w in {"on", "of", "against"}),
    ]
    if not objects and grammar.tokens[i].dep == "relcl":
        # "a charge Abu Dhabi denies": the noun that the clause hangs on.
        return grammar.tokens[grammar.tokens[i].head].lemma in scene.language.statement_nouns
    if not objects:
        return False
    language = scene.language
    for obj in objects:
        token = grammar.tokens[obj]
        definite = any(
            grammar.tokens[c].text.lower() in {"the", "this", "that", "these", "those", "such"}
            for c in grammar.kids(obj, "det")
        )
        owned = bool(grammar.kids(obj, "poss")) or any(
            c in scene.actor_at for c in grammar.kids(obj, "compound", "amod")
        )
        if token.text.lower() in {"it", "this", "that", "them"}:
            return True
        nouns = language.statement_nouns if operator.kind in STATEMENT_KINDS else language.event_nouns
        if token.lemma in nouns and (definite or owned):
            return True
    return False


def _nearest(scene: Scene, i: int, op: Applied, kind: str, readings: Sequence[Meaning]) -> Meaning | None:
    """The last reading before the answer in which the answering party can be a party."""
    here = scene.grammar.tokens[i].sentence
    near = [
        m
        for m in readings
        if m.anchor < i and here - scene.grammar.tokens[m.anchor].sentence <= REACH and m.dropped is None
    ]
    if kind in SUPPLY_KINDS:
        near = [
            m
            for m in near
            if m.stage in {Stage.REQUEST, Stage.CONSIDERATION, Stage.PLEDGE, Stage.AGREEMENT} and not _asks(m, op)
        ]
    return near[-1] if near else None


def _asks(m: Meaning, op: Applied) -> bool:
    return m.requester is not None and op.agent is not None and bool(set(m.requester.actors) & set(op.agent.actors))
