"""Answers to what was said before: "denied it", "declined to comment", "ruled it out", "is studying the request".

An operator that governs no word of transfer itself takes up the nearest reading before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.discourse.answerable import SUPPLY_KINDS, Reading, answer_with, answering_words, find_answered
from armswire.claims.discourse.answering_parties import answering_party
from armswire.claims.discourse.known_nouns import is_known, names_a_supply, tells_its_own, whole_of
from armswire.claims.meaning import Meaning
from armswire.claims.operators.operator_roles import Stacked
from armswire.claims.operators.stacking import Stacking
from armswire.claims.readings.candidate import Candidate
from armswire.claims.readings.finishing import ASKED
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words, traced, traced_operator
from armswire.lexicon.language import Operator
from armswire.model.claim import Stage

# Answers that may be declined.
WITHHELD_KINDS = frozenset({"deny", "confirm", "say"})
STATEMENT_KINDS = frozenset({"deny", "confirm", "decline_comment", "evade"})


def find_answers(
    scene: Scene, stacking: Stacking, candidates: Sequence[Candidate], readings: Sequence[Reading]
) -> list[Candidate]:
    """The answers of a document to its `readings`, what can be answered among its candidates, as candidates."""
    # Operators over a word of transfer that moves nothing here ("denied the purchase") still answer.
    # "declined to comment when asked whether it had sold tanks": the question is no claim, the answer to it is.
    told = [c for c in candidates if c.meaning.dropped != ASKED]
    moving = [c for c in told if c.meaning.items or c.instance.frame.implicit_item]
    used = {s.token for c in moving for s in c.stack.operators} | {c.meaning.anchor for c in moving}
    found = (_answer_at(scene, stacking, t.index, readings) for t in scene.grammar.tokens if t.index not in used)
    return [candidate for candidate in found if candidate is not None]


def _answer_at(scene: Scene, stacking: Stacking, i: int, readings: Sequence[Reading]) -> Candidate | None:
    """The first operator at token `i` that takes up a reading."""
    operators = stacking.operators.at(scene.grammar, i)
    kinds = {op.kind for op in operators}
    if kinds & WITHHELD_KINDS and _is_declined(scene, stacking, i):
        # "refused to confirm or deny it": what is refused is no answer of its own.
        return None
    if "say" in kinds and "decline_comment" not in kinds and _keeps_silent(scene, i):
        operators = [stacking.governing.declining]
    elif "say" in kinds and "decline_comment" not in kinds and _says_nothing(scene, i):
        # "would not say": only a question can be left open so.
        readings, operators = [r for r in readings if r.asked], [stacking.governing.declining]
    found = (_answer(scene, stacking, operator, i, readings) for operator in operators)
    return next((answered for answered in found if answered is not None), None)


def _is_declined(scene: Scene, stacking: Stacking, i: int) -> bool:
    """True for what a verb of declining governs: "refused either to confirm or to deny"."""
    first = scene.grammar.tokens[scene.grammar.first_conjunct(i)]
    above = stacking.operators.at(scene.grammar, first.head) if first.dep == "xcomp" else []
    return any(op.kind == "decline_comment" for op in above)


def _keeps_silent(scene: Scene, i: int) -> bool:
    """ "has so far said nothing"; who knows nothing has said so."""
    if scene.grammar.tokens[i].lemma not in scene.language.answers.silent_verbs:
        return False
    objects = [o for o in scene.grammar.kids(i, "dobj") if o > i]
    return any(scene.grammar.word(o) in scene.language.pronouns.negative for o in objects)


def _says_nothing(scene: Scene, i: int) -> bool:
    """ "would not say", "would not say yes or no"."""
    said = (c for c in scene.grammar.kids(i, "ccomp", "dobj", "advcl") if c > i)
    return scene.grammar.is_negated(i) and next(said, None) is None


def _answer(
    scene: Scene, stacking: Stacking, operator: Operator, i: int, readings: Sequence[Reading]
) -> Candidate | None:
    if operator.kind not in STATEMENT_KINDS | SUPPLY_KINDS:
        return None
    token = scene.grammar.tokens[i]
    as_noun = operator.kind == "refuse" and token.dep == "dobj"
    as_adjective = operator.kind == "consider" and token.dep == "acomp"
    if not (scene.grammar.is_verb(i) or as_noun or as_adjective) or not _takes_up(scene, operator, i):
        return None
    agent = answering_party(scene, stacking, i)
    op = stacking.applied(Stacked(operator, i, i))
    op = replace(op, agent=op.agent or stacking.party(agent))
    if op.agent is None:
        return None
    before = find_answered(scene, i, op, operator.kind, readings)
    if before is None or (operator.kind == "deny" and _turns_down(scene, stacking, i, before)):
        return None
    told = _under_its_name(scene, stacking, i, before.meaning)
    meaning = replace(told, answer=None, stance=None, dropped=None, top=i)
    if operator.kind in SUPPLY_KINDS:
        meaning = replace(meaning, supplier=meaning.supplier or op.agent)
    made = replace(answer_with(operator.kind, meaning, op), top=i, said_at=i)
    rule = f"answer:{operator.kind}:{operator.id}"
    made = traced_operator(scene, meaning, made, rule, answering_words(scene, op))
    return replace(before.candidate, meaning=made, holder=agent if operator.kind in STATEMENT_KINDS else None)


def _turns_down(scene: Scene, stacking: Stacking, i: int, before: Reading) -> bool:
    """ "denied the request": nothing that was reported, unless it was asked for."""
    asked = (op.kind == "request" for obj in _objects(scene, i) for op in stacking.operators.at(scene.grammar, obj))
    return before.meaning.stage is not Stage.REQUEST and any(asked)


def _under_its_name(scene: Scene, stacking: Stacking, i: int, m: Meaning) -> Meaning:
    """The reading at the stage by which the answer calls it: who confirms "the purchase" confirms no delivery."""
    for obj in _objects(scene, i):
        for frame in stacking.frames.at(scene.grammar, obj) if not scene.grammar.is_verb(obj) else ():
            if m.stage in {Stage.DELIVERY, Stage.AGREEMENT} and m.stage is m.base:
                named = replace(m, stage=Stage(frame.stage), base=Stage(frame.stage))
                return traced(scene, m, named, f"frame:{frame.id}", Words(obj))
    return m


def _objects(scene: Scene, i: int) -> list[int]:
    grammar = scene.grammar
    behind = grammar.behind(i, scene.language.prepositions.answered)
    shared = grammar.kids(grammar.tokens[i].head, "dobj") if grammar.tokens[i].dep == "conj" else []
    further = [o for c in grammar.kids(i, "conj") for o in grammar.kids(c, "dobj")]
    found = [*grammar.kids(i, "dobj", "nsubjpass"), *behind] or shared or further
    return [obj for part in found for obj in (part, *whole_of(scene, part))]


def _takes_up(scene: Scene, operator: Operator, i: int) -> bool:
    """True where the operator's object is "it", "the report", or is left out as in "declined to comment"."""
    grammar, language = scene.grammar, scene.language
    if operator.kind == "decline_comment":
        return (
            not _keeps_back_details(scene, i) and not _is_of_a_meeting(scene, i) and _is_about_what_was_said(scene, i)
        )
    objects = _objects(scene, i)
    if operator.kind in STATEMENT_KINDS and (_is_about_the_clause_before(scene, objects) or _is_so_much(scene, i)):
        return True
    if not objects and grammar.tokens[i].dep == "relcl":
        # "a charge Abu Dhabi denies": the noun that the clause hangs on.
        return grammar.tokens[grammar.tokens[i].head].lemma in language.statement_nouns
    nouns = {*language.event_nouns, *(language.statement_nouns if operator.kind in STATEMENT_KINDS else ())}
    return any(
        grammar.word(obj) in language.pronouns.statements
        or (grammar.tokens[obj].lemma in nouns and is_known(scene, obj) and not tells_its_own(scene, obj))
        for obj in objects
    )


def _is_about_the_clause_before(scene: Scene, objects: Sequence[int]) -> bool:
    """ "sent drones to Mali, which Oslo denies": a clause behind a comma about all that stands before it."""
    grammar = scene.grammar
    return any(grammar.tokens[o].tag == "WDT" and o > 0 and grammar.word(o - 1) == "," for o in objects)


def _is_so_much(scene: Scene, i: int) -> bool:
    """ "confirmed as much", "admitted this much"; not "as much as 20 million"."""
    grammar, phrases = scene.grammar, scene.language.answers.so_much_phrases
    much = (c for c in grammar.children[i] if i < c < len(grammar.tokens) - 1)
    return any(f"{grammar.word(c - 1)} {grammar.word(c)}" in phrases and grammar.word(c + 1) != "as" for c in much)


def _is_of_a_meeting(scene: Scene, i: int) -> bool:
    """ "The presidents did not discuss the matter": two parties, each with the other, and nobody was asked."""
    grammar, language = scene.grammar, scene.language
    talked = any(grammar.tokens[i].lemma in op.verbs for op in language.operators if op.kind == "consider")
    if not talked:
        return False
    past = not grammar.is_present(i) and not set(grammar.auxiliaries(i)) & {*language.future_modals}
    known = any(grammar.has_determiner(o, language.determiners.pointing) for o in grammar.kids(i, "dobj"))
    return (past and known) or any(o in scene.actor_at for o in grammar.behind(i, language.prepositions.audience))


def _is_about_what_was_said(scene: Scene, i: int) -> bool:
    """ "declined to comment on the report", "did not answer questions"; not "on the election"."""
    grammar, language = scene.grammar, scene.language
    said = [i, *grammar.kids(i, "xcomp"), *grammar.kids(i, "dobj")]
    about = [
        (word, obj)
        for at in said
        for word, obj in grammar.prepositions(at)
        if word in language.prepositions.answered and not grammar.is_verb(obj)
    ]
    # "referred questions to the ministry"
    return all(o in scene.actor_at or _can_be_topic(scene, o, told=w in language.prepositions.told) for w, o in about)


def _can_be_topic(scene: Scene, i: int, *, told: bool) -> bool:
    """ "the report", "questions", "the purchase"; not "Kenya's request for tanks", which is left unanswered.

    `told` is what one responds to: a report or a question, never a supply.
    """
    grammar, language = scene.grammar, scene.language
    lemma, answers = grammar.tokens[i].lemma, language.answers
    if lemma in answers.inquiry_nouns:
        return not any(o in scene.item_at for o in grammar.behind(i, language.prepositions.content))
    if told:
        return lemma in {*language.statement_nouns, *language.document_nouns}
    known = {*language.event_nouns, *language.statement_nouns, *language.document_nouns, *answers.topic_nouns}
    return (
        names_a_supply(scene, i)
        or lemma in known
        or grammar.word(i) in language.pronouns.statements
        or i in scene.item_at
    )


def _keeps_back_details(scene: Scene, i: int) -> bool:
    """ "declined to say what the deal was worth", "would not disclose the price": the supply itself is no secret."""
    grammar = scene.grammar
    said = [i, *grammar.kids(i, "xcomp")]
    if any(grammar.tokens[o].lemma in scene.language.detail_nouns for at in said for o in _objects(scene, at)):
        return True
    behind = (grammar.tokens[at + 1] for at in said if at + 1 < len(grammar.tokens))
    # "declined to comment when asked": that is no detail.
    asked = scene.language.asking_verbs
    return any(t.tag in {"WP", "WRB", "WDT"} and grammar.tokens[t.head].lemma not in asked for t in behind)
