"""What is said of nothing at all: "Nothing has been cancelled", "We have not stopped anything", "No deal was ended".

The verb tells no supply itself; it names what a report told has become of one, and says that it has not.
"""

from __future__ import annotations

from armswire.claims.operators.stacking import Stacking
from armswire.claims.parse.grammar import Mood
from armswire.claims.scene import Scene
from armswire.model.claim import Stage

# Which stage each kind of operator puts a supply in, by which it can be told that nothing has come there.
STAGE_OF = {
    "halt": Stage.HALT,
    "refuse": Stage.REFUSAL,
    "approve": Stage.APPROVAL,
    "pledge": Stage.PLEDGE,
    "agree": Stage.AGREEMENT,
    "conclude": Stage.AGREEMENT,
    "request": Stage.REQUEST,
}


def denied_stages(scene: Scene, stacking: Stacking, i: int) -> frozenset[Stage]:
    """The stages of which the verb at token `i` says that nothing has come there; mostly none."""
    grammar = scene.grammar
    told = {STAGE_OF[op.kind] for op in stacking.operators.at(grammar, i) if op.kind in STAGE_OF}
    past = grammar.tokens[i].tag in {"VBN", "VBD"} or (grammar.tokens[i].tag == "VB" and not grammar.is_present(i))
    if not told or not past or grammar.mood(i) is not Mood.REAL or grammar.is_unfulfilled(i):
        return frozenset()
    passive = grammar.is_passive(i)
    whats = grammar.kids(i, "nsubjpass") if passive else grammar.kids(i, "dobj")
    if not any(_is_nothing(scene, i, what) for what in whats) or _goes_on(scene, i):
        return frozenset()
    return frozenset(told)


def _is_nothing(scene: Scene, verb: int, i: int) -> bool:
    """ "nothing", "[did not stop] anything", "no contract"; not "no contract with Peru"."""
    grammar, words = scene.grammar, scene.language.answers
    if any(grammar.kids(i, "acl", "relcl", "prep")):
        return False
    if grammar.word(i) in words.any_words:
        return grammar.is_negated(verb)
    if grammar.tokens[i].lemma in scene.language.event_nouns and grammar.tokens[i].pos == "NOUN":
        return any(grammar.word(c) in scene.language.negations for c in grammar.kids(i, "det"))
    return grammar.word(i) in scene.language.pronouns.negative and grammar.tokens[i].pos != "PROPN"


def _goes_on(scene: Scene, i: int) -> bool:
    """ "Nothing was signed at the meeting", "nothing has been cancelled for now": it may come about all the same."""
    grammar = scene.grammar
    own = any(scene.grammar.word(c) in scene.language.unfulfilled_adverbs for c in grammar.children[i])
    return own or any(grammar.kids(i, "xcomp", "ccomp", "prep", "advcl"))
