"""Which words gave which slot: the steps of a trace, written where a slot gets another value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from armswire.claims.meaning import Meaning, Party
from armswire.claims.scene import Scene
from armswire.model.claim import Step

# The slot of a step of an operator that stands over a reading and leaves all its values as they are.
OPERATOR = "operator"
# The slots of a reading that words set beside its parties and goods.
SET_BY_WORDS = ("stage", "polarity", "certainty", "answer")


@dataclass(frozen=True, slots=True)
class Words:
    """The token of the word that tells, and those beside it that deny it ("not") or say how sure it is ("may")."""

    token: int
    denial: int | None = None
    modal: int | None = None


def traced(scene: Scene, before: Meaning, after: Meaning, rule: str, words: Words) -> Meaning:
    """`after`, with a step for each slot in which it differs from `before`."""
    steps = [step for slot in SET_BY_WORDS for step in _steps(scene, slot, before, after, rule, words)]
    return replace(after, trace=(*after.trace, *steps))


def traced_operator(scene: Scene, before: Meaning, after: Meaning, rule: str, words: Words) -> Meaning:
    """`after`, with the steps of an operator: one at least, also where it leaves all as it is."""
    out = traced(scene, before, after, rule, words)
    if out.trace != after.trace:
        return out
    note = f"“{_word(scene, words.token)}” stands over it"
    return replace(out, trace=(*out.trace, scene.step(OPERATOR, rule, note, words.token)))


def party_steps(scene: Scene, role: str, party: Party) -> Iterator[Step]:
    """Which words tell of a party: each that names one of several, and the name that a pronoun takes up."""
    for token in party.places or (party.token,):
        mention = scene.actor_at.get(token)
        name = scene.name_at(token)
        beside = f"“{name}” is named here" if party.taken_up else f"“{name}” stands beside it"
        note = party.how if token == party.token else beside
        entry = None if mention is None else mention.entry
        yield scene.step_at(role, f"role:{role}", note, scene.name_span(token), entry)


def _steps(scene: Scene, slot: str, before: Meaning, after: Meaning, rule: str, words: Words) -> Iterator[Step]:
    value = getattr(after, slot)
    if value is None or value is getattr(before, slot):
        return
    if slot == "stage" and value is after.base:
        # "asked to stop the supply": what is to stop is a supply after all, as its own word says.
        yield scene.step(slot, rule, _note(slot, _word(scene, after.anchor), value), after.anchor)
    told_by = {"polarity": (words.denial,), "certainty": (words.modal,)}.get(slot, (words.token, words.denial))
    at = [token for token in dict.fromkeys(told_by) if token is not None] or [words.token]
    yield from (scene.step(slot, rule, _note(slot, _word(scene, i), value), i) for i in sorted(at))


def _note(slot: str, word: str, value: StrEnum) -> str:
    made = "an answer: " if slot == "answer" else ""
    return f"“{word}” makes it {made}{value.value}"


def _word(scene: Scene, token: int) -> str:
    return scene.grammar.tokens[token].text
