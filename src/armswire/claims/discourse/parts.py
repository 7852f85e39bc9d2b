"""Answers to a part of what was told: "confirmed shells but no missiles", "denied that missiles were among them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from armswire.claims.algebra.composition import apply
from armswire.claims.discourse.answerable import Reading, answering_words
from armswire.claims.meaning import Meaning, Party, share
from armswire.claims.operators.operator_roles import Stacked
from armswire.claims.operators.stacking import Stacking
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words, traced, traced_operator
from armswire.model.annotation import ItemMention
from armswire.model.claim import Answer, Polarity, Stage

# How many sentences before an answer to a part the whole may be told.
REACH = 2
PART_OF = {Answer.CONFIRMS: Answer.CONFIRMS_PART, Answer.DENIES: Answer.DENIES_PART}
ANSWERS = frozenset({"deny", "confirm"})
# Stages of what is done, which a report and its answer may call either way.
DONE = frozenset({Stage.DELIVERY, Stage.AGREEMENT})
# The kind of "weapons" with nothing said of which: all of a report.
ANY_ARMS = "ARMS"


def leave_out(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """For each candidate that "but not missiles" limits, the candidate about what is left out, as denied."""
    return [replace(c, meaning=_without(scene, c.meaning, item)) for c in candidates for item in _left_out(scene, c)]


def _left_out(scene: Scene, candidate: Candidate) -> Iterator[ItemMention]:
    """ "acknowledged sending shells to Kenya but [not missiles]": items that the list of the clause denies."""
    m, grammar = candidate.meaning, scene.grammar
    if m.polarity is not Polarity.AFFIRMED or m.dropped is not None or not m.items or m.answer is None:
        return
    own = set(grammar.subtree(m.anchor)) | {i for item in m.items for i in grammar.subtree(item.head)}
    for item in scene.annotated.items:
        denied = item.first > 0 and grammar.word(item.first - 1) in scene.language.negations
        if denied and item not in m.items and item.head in own and grammar.tokens[item.head].dep in {"conj", "appos"}:
            yield item


def _without(scene: Scene, m: Meaning, item: ItemMention) -> Meaning:
    words = scene.words(item.first - 1, item.last)
    step = scene.step("items", "left out", f"“{words}” is left out", item.first)
    answer = Answer.DENIES if m.answer is Answer.CONFIRMS else m.answer
    denied = replace(m, items=(item,), polarity=Polarity.NEGATED, answer=answer, trace=(*m.trace, step))
    return traced(scene, m, denied, "left out", Words(item.first - 1))


def find_parts(scene: Scene, stacking: Stacking, readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Answers that say of one of the goods told before whether it was among them."""
    grammar = scene.grammar
    for item in scene.annotated.items:
        be = grammar.tokens[item.head].head
        verb = grammar.tokens[be].head
        if grammar.tokens[item.head].dep != "nsubj" or grammar.tokens[be].dep != "ccomp" or not _is_among(scene, be):
            continue
        operator = next((op for op in stacking.operators.at(grammar, verb) if op.kind in ANSWERS), None)
        if operator is None:
            continue
        op = stacking.applied(Stacked(operator, verb, be))
        before = [r for r in readings if _tells_of(scene, r, item) or _is_deal_of(scene, r, op.agent, be)]
        if before:
            told = replace(before[-1].meaning, items=(item,), answer=None, stance=None, top=verb)
            made = apply(operator.kind, told, op)
            answer = made.answer if made.answer is None else PART_OF.get(made.answer, made.answer)
            made = replace(made, answer=answer, said_at=verb)
            rule = f"answer:{operator.kind}:{operator.id}"
            made = traced_operator(scene, told, made, rule, answering_words(scene, op))
            yield replace(before[-1].candidate, meaning=made, holder=stacking.agent(verb))


def _is_among(scene: Scene, be: int) -> bool:
    """ "were among them", "were part of the cargo"."""
    grammar, language = scene.grammar, scene.language
    if grammar.tokens[be].lemma not in language.copula_verbs:
        return False
    whole = [*grammar.behind(be, language.prepositions.among)]
    whole += [obj for c in grammar.kids(be, "attr") for obj in _whole_of(scene, c)]
    wholes = {*language.pronouns.items, *language.answers.whole_nouns}
    return any({grammar.word(o), grammar.tokens[o].lemma} & wholes or o in scene.item_at for o in whole)


def _is_deal_of(scene: Scene, reading: Reading, party: Party | None, be: int) -> bool:
    """True where "the deal" that the goods were part of is that of the answering party told in the same sentence."""
    m = reading.meaning
    own = share(m.supplier, party) or share(m.recipient, party)
    return own and m.anchor < be and scene.sentence_of(be) == scene.sentence_of(m.anchor) and m.answer is None


def _whole_of(scene: Scene, i: int) -> list[int]:
    if scene.grammar.tokens[i].lemma not in scene.language.answers.part_nouns:
        return []
    return [obj for _, obj in scene.grammar.prepositions(i)]


def _tells_of(scene: Scene, reading: Reading, item: ItemMention) -> bool:
    m = reading.meaning
    near = m.anchor < item.head and scene.sentence_of(item.head) - scene.sentence_of(m.anchor) <= REACH
    return near and m.answer is None and any(other.ml == item.ml for other in m.items)


def mark_parts(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each confirmation and denial of one party in one sentence as answers to parts of a report."""
    return [_as_part(scene, c, candidates) for c in candidates]


def _as_part(scene: Scene, candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    m = candidate.meaning
    part = None if m.answer is None else PART_OF.get(m.answer)
    beside = any(_is_other_part(scene, candidate, other) or _is_fuller(scene, candidate, other) for other in others)
    if part is None or not (beside or _is_limited(scene, candidate, others)):
        return candidate
    at = m.anchor if m.stance is None else m.stance
    return replace(candidate, meaning=traced(scene, m, replace(m, answer=part), "answers a part", Words(at)))


def _is_one_voice(one: Candidate, two: Candidate) -> bool:
    """True where no two holders are known: "it had indeed sent them" is told under plain speech."""
    return one.holder == two.holder or one.holder is None or two.holder is None


def _is_fuller(scene: Scene, one: Candidate, report: Candidate) -> bool:
    """True where somebody's report, before the answer or beside it, tells of the same event with further goods."""
    m, other = one.meaning, report.meaning
    told = other.answer is None and other.polarity is Polarity.AFFIRMED
    told = told and any(s.operator.kind in {"say", "accuse"} for s in report.stack.operators)
    apart = scene.sentence_of(m.anchor) - scene.sentence_of(other.anchor)
    same_event = m.stage is other.stage or {m.stage, other.stage} <= DONE
    same = same_event and share(m.supplier, other.supplier) and share(m.recipient, other.recipient)
    return told and same and 0 <= apart <= REACH and _is_part_of(scene, m, other)


def _is_part_of(scene: Scene, m: Meaning, report: Meaning) -> bool:
    """True where the report tells of the goods of the answer and of others: "boats" of "boats and rifles"."""
    kinds, theirs = {i.ml for i in m.items}, {i.ml for i in report.items}
    if not kinds or ANY_ARMS in kinds or not kinds <= theirs:
        return False
    words, others = ({scene.grammar.tokens[i.head].lemma for i in one.items} for one in (m, report))
    return kinds < theirs or words < others


def _is_other_part(scene: Scene, one: Candidate, two: Candidate) -> bool:
    """True where the same party denies in the same sentence what of the same event the other confirms."""
    m, other = one.meaning, two.meaning
    answers = {PART_OF.get(a, a) for a in (m.answer, other.answer) if a} == {*PART_OF.values()}
    same_breath = scene.sentence_of(m.anchor) == scene.sentence_of(other.anchor) and _is_one_voice(one, two)
    kinds, theirs = {i.ml for i in m.items}, {i.ml for i in other.items}
    same_event = share(m.supplier, other.supplier) and (m.recipient is None or share(m.recipient, other.recipient))
    # "confirmed that talks had been held but said that no decision had been taken"
    only_talks = Stage.CONSIDERATION in {m.stage, other.stage} and m.stage is not other.stage
    return answers and same_breath and same_event and (only_talks or (bool(kinds and theirs) and not kinds & theirs))


def _is_limited(scene: Scene, candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """ "confirmed talks but said that no decision had been taken", "conceded shells but knew nothing of the rifles"."""
    m, grammar = candidate.meaning, scene.grammar
    if m.answer is not Answer.CONFIRMS or m.stance is None:
        return False
    for verb in grammar.kids(m.stance, "conj"):
        contrast = any(grammar.word(c) in scene.language.answers.contrast_words for c in grammar.kids(m.stance, "cc"))
        for clause in grammar.kids(verb, "ccomp") if contrast and not grammar.kids(verb, "nsubj") else ():
            denied = grammar.is_negated(clause) or grammar.denies_object(clause)
            further = _names_further_goods(scene, m, clause) or _is_undecided(scene, m, clause, others)
            if denied and further:
                return True
    return False


def _names_further_goods(scene: Scene, m: Meaning, clause: int) -> bool:
    named = {scene.item_at[k].ml for k in scene.grammar.subtree(clause) if k in scene.item_at}
    return bool(named) and not named & {i.ml for i in m.items}


def _is_undecided(scene: Scene, m: Meaning, clause: int, others: Sequence[Candidate]) -> bool:
    """ "no decision had been taken", where nobody reported no more than the talks that are confirmed."""
    decided = {*scene.language.answers.decision_nouns}
    undecided = any(scene.grammar.tokens[s].lemma in decided for s in scene.grammar.kids(clause, "nsubjpass", "dobj"))
    reported = any(o.meaning.anchor < m.anchor and o.meaning.stage is m.stage for o in others if o.holder is None)
    return undecided and m.stage is Stage.CONSIDERATION and not reported
