"""Who refuses where the refusal names nobody: "'No tanks will be sent to either side,' says Peru's president"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.meaning import Party
from armswire.claims.parties.participants import Participants
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.model.claim import Stage

# How long the code of a state is: only states refuse on their own word.
STATE_CODE = 3


def fill_from_speakers(scene: Scene, participants: Participants, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each refusal in the passive without "by" with the state for which its speaker speaks."""
    return [_of_speaker(scene, participants, c) for c in candidates]


def _of_speaker(scene: Scene, participants: Participants, candidate: Candidate) -> Candidate:
    m, grammar = candidate.meaning, scene.grammar
    only_said = all(s.operator.kind == "say" for s in candidate.stack.operators)
    if m.stage is not Stage.REFUSAL or m.supplier is not None or not only_said:
        return candidate
    if not grammar.is_verb(m.anchor) or not grammar.is_passive(m.anchor):
        return candidate
    # Who gets nothing may say so too: it must be told that it is somebody else.
    told_to_whom = m.recipient is not None or any(grammar.behind(m.anchor, scene.language.prepositions.destination))
    speaker = Party(participants.speaker_at(m.anchor), m.anchor, "who speaks, as nobody else is named")
    of_state = bool(speaker.actors) and all(len(code) == STATE_CODE for code in speaker.actors)
    if not told_to_whom or not of_state or speaker.shares(m.recipient):
        return candidate
    return replace(candidate, meaning=replace(m, supplier=speaker))
