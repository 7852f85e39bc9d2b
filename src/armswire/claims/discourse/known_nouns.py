"""Nouns for what was told before: "the report", "some details of it", "the Polish offer"; not "the weather report"."""

from __future__ import annotations

from armswire.claims.scene import Scene


def whole_of(scene: Scene, i: int) -> list[int]:
    """What the noun at `i` is a part of: "some details [of the report]"; empty where it is no such noun."""
    if scene.grammar.tokens[i].lemma not in scene.language.answers.part_nouns:
        return []
    return [obj for _, obj in scene.grammar.prepositions(i)]


def tells_its_own(scene: Scene, i: int) -> bool:
    """ "the claim that the mayor stole", "the request for talks", "the weather report": not what was told before."""
    grammar, language = scene.grammar, scene.language
    if any(grammar.is_verb(c) for c in grammar.kids(i, "acl", "ccomp")):
        return True
    press = {*language.press_nouns, *language.report_nouns, *language.outlet_words}
    names = (c for c in grammar.kids(i, "compound", "nmod") if c not in scene.actor_at and c not in scene.item_at)
    if any(grammar.tokens[c].lemma not in press and grammar.tokens[c].pos == "NOUN" for c in names):
        return True
    behind = grammar.behind(i, (*language.prepositions.content, *language.prepositions.topic))
    return any(not _is_of_a_supply(scene, o) for o in behind)


def _is_of_a_supply(scene: Scene, i: int) -> bool:
    """What is said of arms, their supply, its parties or its day."""
    known = i in scene.actor_at or i in scene.item_at or scene.grammar.tokens[i].pos in {"PROPN", "PRON", "NUM"}
    return known or names_a_supply(scene, i) or any(k in scene.item_at for k in scene.grammar.subtree(i))


def names_a_supply(scene: Scene, i: int) -> bool:
    """True for "sale", "purchase", "offer" and the like, arms or none."""
    lemma = scene.grammar.tokens[i].lemma
    return any(lemma in cue.nouns for cue in (*scene.language.frames, *scene.language.operators))


def is_known(scene: Scene, i: int) -> bool:
    """ "the report", "their request", "the Polish offer": a noun for something told before."""
    grammar = scene.grammar
    definite = grammar.has_determiner(i, scene.language.determiners.pointing)
    of_actor = any(c in scene.actor_at for c in grammar.kids(i, "compound", "amod"))
    return definite or of_actor or bool(grammar.kids(i, "poss"))
