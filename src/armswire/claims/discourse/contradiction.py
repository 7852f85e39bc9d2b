"""A policy stated against a report is a denial: "It armed the rebels", says one; "We do not arm them", the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.meaning import TOWARD, Meaning, share
from armswire.claims.parse.grammar import Mood
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.model.claim import Answer, Polarity, Stage

# How many sentences back what is contradicted may stand.
REACH = 3


def mark_contradictions(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each present refusal of what another is said to do as the denial of it."""
    return [_contradicting(scene, c, candidates) for c in candidates]


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
