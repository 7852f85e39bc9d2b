"""What can be answered, and which reading of those before an answer it takes up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from armswire.claims.algebra.applied import Applied
from armswire.claims.algebra.composition import apply
from armswire.claims.meaning import TOWARD, Meaning, Party, share
from armswire.claims.operators.stacking import Stacking
from armswire.claims.readings.candidate import Candidate
from armswire.claims.readings.finishing import ASKED
from armswire.claims.readings.judging import why_no_reading
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words
from armswire.model.claim import Answer, Polarity, Stage

# How many sentences back an answer reaches.
REACH = 2
# How long the code of a state is; organisations and groups have others.
STATE_CODE = 3
# Answers that say neither yes nor no, or that confirm.
UNCOMMITTED_KINDS = frozenset({"decline_comment", "confirm", "evade"})
# Answers of somebody who was asked about what is said of itself.
SILENT_KINDS = frozenset({"decline_comment", "evade"})
# All that answers a question.
ANSWERING_KINDS = frozenset({*UNCOMMITTED_KINDS, "deny"})
SUPPLY_KINDS = frozenset({"refuse", "consider", "approve", "halt"})
# What can be refused, considered, approved or halted later on.
OPEN_STAGES = frozenset({Stage.REQUEST, Stage.CONSIDERATION, Stage.PLEDGE, Stage.AGREEMENT})


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading that can be answered; `asked` where it is only a question, `reported` where somebody said it.

    `answered_by` is who confirms, denies or declines in it.
    """

    candidate: Candidate
    asked: bool
    reported: bool
    answered_by: Party | None = None

    @property
    def meaning(self) -> Meaning:
        """What it says."""
        return self.candidate.meaning


def find_answerable(scene: Scene, stacking: Stacking, candidates: Sequence[Candidate]) -> list[Reading]:
    """The readings among the candidates, in the order of the text, and what somebody was only asked."""
    known = [replace(c, meaning=_open(c.meaning)) for c in candidates]
    good = {c.meaning.anchor: c for c in known if why_no_reading(scene, c) is None}
    asked = {c.meaning.anchor for c in candidates if c.meaning.dropped == ASKED}
    return [
        Reading(c, anchor in asked, _is_reported(c), stacking.party(c.holder)) for anchor, c in sorted(good.items())
    ]


def _is_reported(candidate: Candidate) -> bool:
    return any(s.operator.kind in {"say", "accuse"} for s in candidate.stack.operators)


def _open(m: Meaning) -> Meaning:
    """What somebody was asked as a reading: the answer makes it one."""
    return replace(m, dropped=None) if m.dropped == ASKED else m


def find_answered(scene: Scene, i: int, op: Applied, kind: str, readings: Sequence[Reading]) -> Reading | None:
    """The last reading before the answer that the answering party can answer.

    A question can be answered before the sentence of the answer ends, and everything may be answered with a "no".
    """
    here = scene.sentence_of(i)
    readings = _not_answered_by(op, readings)
    if kind in SILENT_KINDS:
        readings = [r for r in readings if not _has_no_part(r.meaning, op) or _names(scene, here, r.meaning)]
    near = [r for r in readings if r.meaning.anchor < i and here - scene.sentence_of(r.meaning.anchor) <= REACH]
    if kind in SUPPLY_KINDS:
        near = [r for r in near if (r.asked or r.meaning.stage in OPEN_STAGES) and not _asks(r.meaning, op)]
    if kind == "deny":
        near = [r for r in near if not _is_between_others(r.meaning, op)]
    behind = _asked_behind(scene, i, kind, readings)
    if behind is not None:
        return behind
    if kind in UNCOMMITTED_KINDS:
        near = _questioned(scene, readings, near, i)
    return near[-1] if near else None


def _asked_behind(scene: Scene, i: int, kind: str, readings: Sequence[Reading]) -> Reading | None:
    """What the speech around the answer says was asked: "'No comment,' he said when asked whether Oslo sold tanks"."""
    if kind not in ANSWERING_KINDS:
        return None
    here = scene.sentence_of(i)
    behind = (r for r in readings if r.asked and r.meaning.anchor > i)
    return next((r for r in behind if scene.sentence_of(r.meaning.anchor) == here), None)


def _not_answered_by(op: Applied, readings: Sequence[Reading]) -> list[Reading]:
    """What somebody else said: "denied it, calling the reports false" is one denial; of another's, what it denied."""
    fresh = [r for r in readings if r.meaning.answer is None]
    return fresh or [_restored(r) for r in readings if not share(r.answered_by, op.agent)]


def _restored(reading: Reading) -> Reading:
    """The reading as it was before it was answered."""
    m = replace(reading.meaning, polarity=Polarity.AFFIRMED, answer=None, stance=None)
    return replace(reading, candidate=replace(reading.candidate, meaning=m, holder=None))


def answer_with(kind: str, m: Meaning, op: Applied) -> Meaning:
    """The reading under an answer; a party that has said no and calls the reports false says no once more."""
    made = apply(kind, m, op)
    own = share(m.supplier, op.agent) or share(m.recipient, op.agent)
    again = own and m.polarity is Polarity.NEGATED and made.answer is Answer.DENIES
    return replace(made, polarity=Polarity.NEGATED) if again else made


def answering_words(scene: Scene, op: Applied) -> Words:
    """The word of an answer, with what denies it."""
    return Words(op.token, scene.grammar.negation_of(op.token) if op.negated else None)


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
    sides = (party for party in (m.supplier, m.recipient) if party is not None)
    return _has_no_part(m, op) and all(len(code) == STATE_CODE for party in sides for code in party.actors)


def _has_no_part(m: Meaning, op: Applied) -> bool:
    """True where a state answers and both sides are told, neither of them the state nor a firm known as its own."""
    return op.agent is not None and _is_without_part(m, op.agent)


def _is_without_part(m: Meaning, who: Party) -> bool:
    if m.supplier is None or m.recipient is None:
        return False
    parties = (m.supplier, m.recipient, m.requester, m.intermediary, m.buyer)
    return all(len(code) == STATE_CODE for code in who.actors) and not any(who.shares(party) for party in parties)


def without_idle_silences(scene: Scene, stacking: Stacking, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those of states that are silent on what, now that its sides are known, is not theirs."""
    return [c for c in candidates if not _is_idle_silence(scene, c.meaning, stacking.party(c.holder))]


def _is_idle_silence(scene: Scene, m: Meaning, silent: Party | None) -> bool:
    if m.answer is not Answer.DECLINES or m.said_at is None or silent is None:
        return False
    return _is_without_part(m, silent) and not _names(scene, scene.sentence_of(m.said_at), m)


def _names(scene: Scene, sentence: int, m: Meaning) -> bool:
    """True where the sentence of the answer names a party of the reading: "would not comment on the Malian order"."""
    named = {a for t in scene.tokens_of(sentence) if t.index in scene.actor_at for a in scene.actor_at[t.index].actors}
    parties = (party for party in (m.supplier, m.recipient) if party is not None)
    return any(named & {*party.actors} for party in parties)


def _asks(m: Meaning, op: Applied) -> bool:
    return share(m.requester, op.agent)
