"""What is said against a report is a denial: "It armed the rebels", says one; "We do not arm them", the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.attribution.chain import Attribution
from armswire.claims.meaning import TOWARD, Meaning, share
from armswire.claims.parse.grammar import Mood
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.model.claim import Answer, Polarity, Stage

# How many sentences back what is contradicted may stand.
REACH = 3


def mark_contradictions(scene: Scene, attribution: Attribution, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each present refusal of what another is said to do as the denial of it.

    So are "we have sent none" and "it had indeed sent them" answers, beside a report that says so of the speaker.
    """
    return [_answering(scene, attribution, _contradicting(scene, c, candidates), candidates) for c in candidates]


def _answering(scene: Scene, attribution: Attribution, candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    m = candidate.meaning
    if m.answer is not None or m.direction != TOWARD or not _is_own_word(attribution, candidate):
        return candidate
    if m.polarity is Polarity.AFFIRMED and _is_assured(scene, m):
        return replace(candidate, meaning=replace(m, answer=Answer.CONFIRMS))
    if m.polarity is Polarity.NEGATED and any(_is_told_beside(scene, m, other) for other in others):
        return replace(candidate, meaning=replace(m, answer=Answer.DENIES))
    return candidate


def _is_own_word(attribution: Attribution, candidate: Candidate) -> bool:
    """True where nothing but speech stands over it, and a party to the supply speaks."""
    m = candidate.meaning
    said = bool(candidate.stack.operators) and all(s.operator.kind == "say" for s in candidate.stack.operators)
    teller = {*attribution.speaker_at(m.anchor)} if said else set()
    return any(teller & {*party.actors} for party in (m.supplier, m.recipient) if party is not None)


def _is_assured(scene: Scene, m: Meaning) -> bool:
    """ "it had indeed sent them"."""
    words = scene.language.answers.assuring_adverbs
    return any(scene.grammar.word(c) in words for c in scene.grammar.kids(m.anchor, "advmod"))


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
    return replace(candidate, meaning=denied)


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
