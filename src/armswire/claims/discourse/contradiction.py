"""What is said against a report is a denial: "It armed the rebels", says one; "We do not arm them", the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.attribution.chain import Attribution
from armswire.claims.discourse.context import is_between_the_unnamed
from armswire.claims.meaning import TOWARD, Meaning, Party, share
from armswire.claims.parse.grammar import Mood
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words, traced
from armswire.model.claim import Answer, Polarity, Stage

# How many sentences back what is contradicted may stand.
REACH = 3
# Stages of what is done: who has sold nothing denies that it has delivered.
DONE = frozenset({Stage.DELIVERY, Stage.AGREEMENT})
# The kind of "weapons" with nothing said of which.
ANY_ARMS = "ARMS"


def mark_contradictions(scene: Scene, attribution: Attribution, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each present refusal of what another is said to do as the denial of it.

    So are "we have sent none" and "it had indeed sent them" answers, beside a report that says so of the speaker.
    """
    told = [_answering(scene, attribution, _contradicting(scene, c, candidates), candidates) for c in candidates]
    return [_with_policy(scene, attribution, c, candidates) for c in told]


def _with_policy(
    scene: Scene, attribution: Attribution, candidate: Candidate, others: Sequence[Candidate]
) -> Candidate:
    """A policy that somebody names when a report has said otherwise: "pointed to its policy of not supplying"."""
    m = candidate.meaning
    if m.stage is not Stage.REFUSAL or m.answer is not None or m.polarity is not Polarity.AFFIRMED:
        return candidate
    speakers = {*attribution.speaker_at(m.anchor)}
    if not _is_policy(scene, candidate) or (speakers and not speakers & _actors(m.supplier)):
        return candidate
    if not any(_is_report_on(scene, attribution, m, other) for other in others):
        return candidate
    policy = next((s.token for s in candidate.stack.operators if s.operator.kind == "policy"), m.anchor)
    restated = replace(m, answer=Answer.RESTATES_POLICY)
    return replace(candidate, meaning=traced(scene, m, restated, "answer:policy", Words(policy)))


def _actors(party: Party | None) -> set[str]:
    return set() if party is None else {*party.actors}


def _is_policy(scene: Scene, candidate: Candidate) -> bool:
    """ "its policy of not supplying", "does not supply countries at war": nothing that was decided on a day."""
    named = any(s.operator.kind == "policy" for s in candidate.stack.operators)
    return named or (_is_plainly_negated(scene, candidate) and is_between_the_unnamed(scene, candidate.meaning))


def _is_report_on(scene: Scene, attribution: Attribution, m: Meaning, other: Candidate) -> bool:
    """True for another's word, shortly before, of what the same would give or has given."""
    report = other.meaning
    apart = scene.sentence_of(m.anchor) - scene.sentence_of(report.anchor)
    gives = report.direction == TOWARD and report.stage is not Stage.REQUEST and share(report.supplier, m.supplier)
    if not gives or report.answer is not None or not 0 <= apart <= REACH or report.anchor >= m.anchor:
        return False
    tellers = {s.source.actor for s in attribution.chain(report.anchor, other.holder, report.stance)[-1:]}
    return bool(tellers) and not tellers & _actors(m.supplier)


def _answering(scene: Scene, attribution: Attribution, candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    m = candidate.meaning
    if m.answer is not None or m.direction != TOWARD or not _is_own_word(attribution, candidate):
        return candidate
    assuring = _assuring(scene, m) if m.polarity is Polarity.AFFIRMED else None
    if assuring is not None:
        confirmed = replace(m, answer=Answer.CONFIRMS)
        return replace(candidate, meaning=traced(scene, m, confirmed, "assured", Words(assuring)))
    if m.polarity is Polarity.NEGATED and any(
        _is_told_beside(scene, m, other) or _is_told_before(scene, attribution, m, other) for other in others
    ):
        denied = replace(m, answer=Answer.DENIES)
        words = Words(m.anchor, scene.grammar.negation_of(m.anchor))
        return replace(candidate, meaning=traced(scene, m, denied, "contradicts", words))
    return candidate


def _is_told_before(scene: Scene, attribution: Attribution, m: Meaning, other: Candidate) -> bool:
    """True where somebody else's word, in a sentence shortly before, tells of what `m` says no to."""
    report = other.meaning
    apart = scene.sentence_of(m.anchor) - scene.sentence_of(report.anchor)
    affirmed = report.polarity is Polarity.AFFIRMED and report.direction == TOWARD and report.answer is None
    same_event = report.stage is m.stage or {report.stage, m.stage} <= DONE
    same = same_event and share(report.supplier, m.supplier) and share(report.recipient, m.recipient)
    if not (affirmed and same and 0 < apart <= REACH) or not _is_of_the_same_goods(scene, m, report):
        return False
    tellers = {s.source.actor for s in attribution.chain(report.anchor, other.holder, report.stance)[-1:]}
    return bool(tellers) and not tellers & {*attribution.speaker_at(m.anchor)}


def _is_of_the_same_goods(scene: Scene, m: Meaning, report: Meaning) -> bool:
    """ "We sold no rifles" says nothing of tanks; "we sold no weapons" of all."""
    kinds, theirs = {i.ml for i in m.items}, {i.ml for i in report.items}
    return not kinds or not theirs or bool(kinds & {*theirs, ANY_ARMS}) or scene.same_goods(m.items, report.items)


def _is_own_word(attribution: Attribution, candidate: Candidate) -> bool:
    """True where nothing but speech stands over it, and a party to the supply speaks."""
    m = candidate.meaning
    said = all(s.operator.kind == "say" for s in candidate.stack.operators)
    teller = {*attribution.speaker_at(m.anchor)} if said else set()
    return any(teller & {*party.actors} for party in (m.supplier, m.recipient) if party is not None)


def _assuring(scene: Scene, m: Meaning) -> int | None:
    """ "it had [indeed] sent them"."""
    words = scene.language.answers.assuring_adverbs
    return next((c for c in scene.grammar.kids(m.anchor, "advmod") if scene.grammar.word(c) in words), None)


def _is_told_beside(scene: Scene, m: Meaning, other: Candidate) -> bool:
    """True where another's word in the same sentence says of the same parties what `m` says no to."""
    report = other.meaning
    same = share(report.supplier, m.supplier) and share(report.recipient, m.recipient)
    beside = scene.sentence_of(report.anchor) == scene.sentence_of(m.anchor)
    return same and beside and report.anchor != m.anchor and report.answer is None and _is_somebodys_word(other)


def _contradicting(scene: Scene, candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    m = candidate.meaning
    if m.stage is not Stage.REFUSAL or not _is_plainly_negated(scene, candidate):
        return candidate
    reports = (other.meaning for other in others if _is_somebodys_word(other))
    if not any(_is_contradicted(scene, m, report) for report in reports):
        return candidate
    denied = replace(m, stage=m.base, direction=TOWARD, polarity=Polarity.NEGATED, answer=Answer.DENIES)
    words = Words(m.anchor, scene.grammar.negation_of(m.anchor))
    return replace(candidate, meaning=traced(scene, m, denied, "contradicts", words))


def _is_plainly_negated(scene: Scene, candidate: Candidate) -> bool:
    """ "does not arm", under nothing but speech."""
    i, grammar = candidate.meaning.anchor, scene.grammar
    only_said = all(s.operator.kind == "say" for s in candidate.stack.operators)
    return only_said and grammar.is_verb(i) and grammar.mood(i) is Mood.REAL and grammar.is_negated(i)


def _is_somebodys_word(candidate: Candidate) -> bool:
    told = any(s.operator.kind in {"say", "accuse", "confirm"} for s in candidate.stack.operators)
    return told and candidate.meaning.polarity is Polarity.AFFIRMED


def _is_contradicted(scene: Scene, m: Meaning, report: Meaning) -> bool:
    """True where the report tells, shortly before, that the same did give to the same."""
    before = report.anchor < m.anchor
    near = scene.sentence_of(m.anchor) - scene.sentence_of(report.anchor) <= REACH
    gave = report.stage is m.base or report.stage is Stage.DELIVERY
    same = share(report.supplier, m.supplier)
    to_same = share(report.recipient, m.recipient)
    return before and near and gave and same and to_same
