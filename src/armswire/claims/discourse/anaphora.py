"""Answers to what was said before: "denied it", "declined to comment", "ruled it out", "is studying the request".

An operator that governs no word of transfer itself takes up the nearest reading before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from armswire.claims.algebra.applied import Applied
from armswire.claims.algebra.composition import apply
from armswire.claims.meaning import TOWARD, Meaning, share
from armswire.claims.operators.operator_roles import Stacked
from armswire.claims.operators.stacking import Stacking
from armswire.claims.readings.candidate import Candidate
from armswire.claims.readings.finishing import ASKED
from armswire.claims.readings.judging import why_no_reading
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator
from armswire.model.claim import Answer, Stage

# How many sentences back an answer reaches.
REACH = 2
# How long the code of a state is; organisations and groups have others.
STATE_CODE = 3
STATEMENT_KINDS = frozenset({"deny", "confirm", "decline_comment"})
# Answers that say neither yes nor no, or that confirm.
UNCOMMITTED_KINDS = frozenset({"decline_comment", "confirm"})
SUPPLY_KINDS = frozenset({"refuse", "consider", "approve", "halt"})
# What can be refused, considered, approved or halted later on.
OPEN_STAGES = frozenset({Stage.REQUEST, Stage.CONSIDERATION, Stage.PLEDGE, Stage.AGREEMENT})


@dataclass(frozen=True, slots=True)
class Reading:
    """A meaning that can be answered; `asked` where it is only a question, `reported` where somebody said it."""

    meaning: Meaning
    asked: bool
    reported: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """A reading taken up by an operator, and the token of who answers."""

    meaning: Meaning
    holder: int | None
    operator: Operator
    token: int


def find_answers(scene: Scene, stacking: Stacking, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The answers of a document to its candidates, those left out that are no reading, as candidates themselves."""
    known = [replace(c, meaning=_open(c.meaning)) for c in candidates]
    good = {c.meaning.anchor: c for c in known if why_no_reading(scene, c) is None}
    asked = {c.meaning.anchor for c in candidates if c.meaning.dropped == ASKED}
    readings = [Reading(c.meaning, c.meaning.anchor in asked, _is_reported(c)) for _, c in sorted(good.items())]
    # Operators over a word of transfer that moves nothing here ("denied the purchase") still answer.
    moving = [c for c in candidates if c.meaning.items or c.instance.frame.implicit_item]
    used = {s.token for c in moving for s in c.stack.operators} | {c.meaning.anchor for c in candidates}
    found = (_answer_at(scene, stacking, t.index, readings) for t in scene.grammar.tokens if t.index not in used)
    return [_candidate(scene, good, answered) for answered in found if answered is not None]


def _is_reported(candidate: Candidate) -> bool:
    return any(s.operator.kind in {"say", "accuse"} for s in candidate.stack.operators)


def _open(m: Meaning) -> Meaning:
    """What somebody was asked as a reading: the answer makes it one."""
    return replace(m, dropped=None) if m.dropped == ASKED else m


def _candidate(scene: Scene, readings: Mapping[int, Candidate], answered: Answered) -> Candidate:
    """The reading as its answer makes it."""
    note = f"“{scene.grammar.tokens[answered.token].text}” answers what was said before"
    rule = f"answer:{answered.operator.kind}:{answered.operator.id}"
    step = scene.step("stage", rule, note, answered.token)
    meaning = replace(answered.meaning, trace=(*answered.meaning.trace, step), said_at=answered.token)
    return replace(readings[answered.meaning.anchor], meaning=meaning, holder=answered.holder)


def _answer_at(scene: Scene, stacking: Stacking, i: int, readings: Sequence[Reading]) -> Answered | None:
    """The first operator at token `i` that takes up a reading."""
    operators = stacking.operators.at(scene.grammar, i)
    if any(op.kind == "say" for op in operators) and _says_nothing(scene, i):
        # "would not say": only a question can be left open so.
        readings, operators = [r for r in readings if r.asked], [stacking.governing.declining]
    found = (_answer(scene, stacking, operator, i, readings) for operator in operators)
    return next((answered for answered in found if answered is not None), None)


def _says_nothing(scene: Scene, i: int) -> bool:
    """ "would not say", "would not say yes or no"."""
    said = (c for c in scene.grammar.kids(i, "ccomp", "dobj", "advcl") if c > i)
    return scene.grammar.is_negated(i) and next(said, None) is None


def _answer(
    scene: Scene, stacking: Stacking, operator: Operator, i: int, readings: Sequence[Reading]
) -> Answered | None:
    if operator.kind not in STATEMENT_KINDS | SUPPLY_KINDS:
        return None
    token = scene.grammar.tokens[i]
    as_noun = operator.kind == "refuse" and token.dep == "dobj"
    as_adjective = operator.kind == "consider" and token.dep == "acomp"
    if not (scene.grammar.is_verb(i) or as_noun or as_adjective) or not _takes_up(scene, operator, i):
        return None
    agent = stacking.agent(i)
    op = stacking.applied(Stacked(operator, i, i))
    if op.agent is None:
        return None
    before = _nearest(scene, i, op, operator.kind, readings)
    if before is None or (operator.kind == "deny" and before.answer is Answer.DENIES):
        # "denied sending drones, calling the reports false": one denial, not the denial of a denial.
        return None
    meaning = replace(_under_its_name(scene, stacking, i, before), answer=None, stance=None, dropped=None, top=i)
    if operator.kind in SUPPLY_KINDS:
        meaning = replace(meaning, supplier=meaning.supplier or op.agent)
    made = apply(operator.kind, meaning, op)
    holder = agent if operator.kind in STATEMENT_KINDS else None
    return Answered(replace(made, top=i), holder, operator, i)


def _under_its_name(scene: Scene, stacking: Stacking, i: int, m: Meaning) -> Meaning:
    """The reading at the stage by which the answer calls it: who confirms "the purchase" confirms no delivery."""
    for obj in _objects(scene, i):
        for frame in stacking.frames.at(scene.grammar, obj) if not scene.grammar.is_verb(obj) else ():
            if m.stage in {Stage.DELIVERY, Stage.AGREEMENT} and m.stage is m.base:
                return replace(m, stage=Stage(frame.stage), base=Stage(frame.stage))
    return m


def _objects(scene: Scene, i: int) -> list[int]:
    grammar = scene.grammar
    behind = grammar.behind(i, scene.language.prepositions.answered)
    shared = grammar.kids(grammar.tokens[i].head, "dobj") if grammar.tokens[i].dep == "conj" else []
    further = [o for c in grammar.kids(i, "conj") for o in grammar.kids(c, "dobj")]
    return [*grammar.kids(i, "dobj", "nsubjpass"), *behind] or shared or further


def _takes_up(scene: Scene, operator: Operator, i: int) -> bool:
    """True where the operator's object is "it", "the report", or is left out as in "declined to comment"."""
    grammar, language = scene.grammar, scene.language
    if operator.kind == "decline_comment":
        return not _keeps_back_details(scene, i)
    objects = _objects(scene, i)
    if not objects and grammar.tokens[i].dep == "relcl":
        # "a charge Abu Dhabi denies": the noun that the clause hangs on.
        return grammar.tokens[grammar.tokens[i].head].lemma in language.statement_nouns
    nouns = {*language.event_nouns, *(language.statement_nouns if operator.kind in STATEMENT_KINDS else ())}
    return any(
        grammar.word(obj) in language.pronouns.statements
        or (grammar.tokens[obj].lemma in nouns and _is_known(scene, obj))
        for obj in objects
    )


def _keeps_back_details(scene: Scene, i: int) -> bool:
    """ "declined to say what the deal was worth", "would not disclose the price": the supply itself is no secret."""
    grammar = scene.grammar
    said = [i, *grammar.kids(i, "xcomp")]
    if any(grammar.tokens[o].lemma in scene.language.detail_nouns for at in said for o in _objects(scene, at)):
        return True
    behind = (grammar.tokens[at + 1] for at in said if at + 1 < len(grammar.tokens))
    return any(token.tag in {"WP", "WRB", "WDT"} for token in behind)


def _is_known(scene: Scene, i: int) -> bool:
    """ "the report", "their request", "the Polish offer": a noun for something told before."""
    grammar = scene.grammar
    definite = grammar.has_determiner(i, scene.language.determiners.pointing)
    of_actor = any(c in scene.actor_at for c in grammar.kids(i, "compound", "amod"))
    return definite or of_actor or bool(grammar.kids(i, "poss"))


def _nearest(scene: Scene, i: int, op: Applied, kind: str, readings: Sequence[Reading]) -> Meaning | None:
    """The last reading before the answer that the answering party can answer.

    A question can be answered before the sentence of the answer ends, and everything may be answered with a "no".
    """
    here = scene.sentence_of(i)
    near = [r for r in readings if r.meaning.anchor < i and here - scene.sentence_of(r.meaning.anchor) <= REACH]
    if kind in SUPPLY_KINDS:
        near = [r for r in near if (r.asked or r.meaning.stage in OPEN_STAGES) and not _asks(r.meaning, op)]
    if kind == "deny":
        near = [r for r in near if not _is_between_others(r.meaning, op)]
    if kind in UNCOMMITTED_KINDS:
        near = _questioned(scene, readings, near, i)
    return near[-1].meaning if near else None


def _questioned(scene: Scene, readings: Sequence[Reading], near: Sequence[Reading], i: int) -> list[Reading]:
    """What somebody is asked to comment on or confirm: what the article reports, not the policy stated beside it."""
    reported = [r for r in readings if r.reported and r.meaning.anchor < i and r.meaning.direction == TOWARD]
    open_still = [r for r in near if r.asked or r.meaning.direction == TOWARD]
    if any(r.asked for r in near):
        return open_still
    heard = [r for r in near if r in reported] or reported[:1]
    # Of a sentence that tells of a purchase and its aim, the purchase.
    lead = [r for r in heard if scene.sentence_of(r.meaning.anchor) == scene.sentence_of(heard[-1].meaning.anchor)]
    return lead[:1] or open_still or list(near)


def _is_between_others(m: Meaning, op: Applied) -> bool:
    """True for what two other states did, which a third cannot deny: it has another finding in mind."""
    if op.agent is None or m.supplier is None or m.recipient is None:
        return False
    parties = (m.supplier, m.recipient, m.requester, m.intermediary, m.buyer)
    of_states = all(len(code) == STATE_CODE for party in (op.agent, m.supplier, m.recipient) for code in party.actors)
    return of_states and not any(op.agent.shares(party) for party in parties)


def _asks(m: Meaning, op: Applied) -> bool:
    return share(m.requester, op.agent)
