"""Who refuses where the refusal names nobody: "'No tanks will be sent to either side,' says Peru's president"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.meaning import Meaning, Party, share
from armswire.claims.parties.participants import Participants
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.model.claim import Polarity, Stage

# How long the code of a state is: only states refuse on their own word.
STATE_CODE = 3
# Stages of what is done.
DONE = frozenset({Stage.DELIVERY, Stage.AGREEMENT})


def fill_from_speakers(scene: Scene, participants: Participants, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each refusal in the passive without "by" with the state for which its speaker speaks.

    So is it with "no missiles were supplied to Iran", where nobody else is told who would have.
    """
    return [_of_speaker(scene, participants, c, candidates) for c in candidates]


def _of_speaker(
    scene: Scene, participants: Participants, candidate: Candidate, others: Sequence[Candidate]
) -> Candidate:
    m, grammar = candidate.meaning, scene.grammar
    only_said = all(s.operator.kind == "say" for s in candidate.stack.operators)
    none_given = m.polarity is Polarity.NEGATED and m.stage in DONE and not _has_known_giver(m, others)
    if not (m.stage is Stage.REFUSAL or none_given) or m.supplier is not None or not only_said:
        return candidate
    reduced = scene.is_headline(m.anchor) and grammar.tokens[m.anchor].dep == "acl"
    if not grammar.is_verb(m.anchor) or not (grammar.is_passive(m.anchor) or reduced):
        return candidate
    # Who gets nothing may say so too: it must be told that it is somebody else.
    told_to_whom = m.recipient is not None or any(grammar.behind(m.anchor, scene.language.prepositions.destination))
    speaker = Party(participants.speaker_at(m.anchor), m.anchor, "who speaks, as nobody else is named")
    of_state = bool(speaker.actors) and all(len(code) == STATE_CODE for code in speaker.actors)
    if not told_to_whom or not of_state or speaker.shares(m.recipient):
        return candidate
    return replace(candidate, meaning=replace(m, supplier=speaker))


def _has_known_giver(m: Meaning, others: Sequence[Candidate]) -> bool:
    """True where the article tells who gives to the same: that is who is meant to have given nothing."""
    return any(o.meaning.supplier is not None and share(o.meaning.recipient, m.recipient) for o in others)
