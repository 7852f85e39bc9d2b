"""Rules that a state says it keeps when it is asked about a supply: "complies with the embargo", "handles its exports
prudently", "takes a responsible approach to arms exports". It is a policy said again, neither a yes nor a no.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.parse.grammar import Mood
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene


def keeps_rules(scene: Scene, i: int) -> bool:
    """True where the verb at token `i` says that somebody keeps to rules or is careful with arms."""
    grammar, words = scene.grammar, scene.language.answers
    if not grammar.is_verb(i) or grammar.mood(i) is not Mood.REAL or grammar.is_negated(i) or grammar.is_passive(i):
        return False
    lemma = grammar.tokens[i].lemma
    objects = grammar.kids(i, "dobj")
    if lemma in words.handling_verbs and any(_is_trade_in_arms(scene, o) for o in objects):
        return any(grammar.word(c) in words.careful_words for c in grammar.kids(i, "advmod"))
    if lemma in words.attitude_verbs and any(_is_careful_attitude(scene, o) for o in objects):
        return True
    behind = [o for _, o in grammar.prepositions(i)]
    return lemma in words.keeping_rules_verbs and any(_is_rule(scene, o) for o in (*objects, *behind))


def without_kept_rules(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those dropped that are only what such rules are about ("a careful approach to arms exports")."""
    return [_without(scene, c) for c in candidates]


def _without(scene: Scene, candidate: Candidate) -> Candidate:
    anchor = candidate.meaning.anchor
    verb = scene.grammar.clause_verb(anchor)
    about = verb != anchor and keeps_rules(scene, verb)
    return replace(candidate, meaning=candidate.meaning.drop("a rule that is kept, no event")) if about else candidate


def _is_rule(scene: Scene, i: int) -> bool:
    """ "the embargo", "UN sanctions", "its international obligations"; not what it owes by a contract."""
    grammar, words = scene.grammar, scene.language.answers
    for noun in grammar.conjuncts(i):
        if grammar.tokens[noun].lemma in words.rule_nouns:
            return True
        bound = grammar.tokens[noun].lemma in words.duty_nouns
        if bound and any(grammar.word(c) in words.lawful_words for c in grammar.kids(noun, "amod", "compound")):
            return True
    return False


def _is_trade_in_arms(scene: Scene, i: int) -> bool:
    """ "arms exports", "the sale of weapons", "military trade"."""
    grammar, language = scene.grammar, scene.language
    trade = grammar.tokens[i].lemma in {*language.event_nouns, *language.answers.trade_nouns}
    of_arms = any(k in scene.item_at or grammar.tokens[k].lemma in language.military_words for k in grammar.subtree(i))
    return trade and of_arms


def _is_careful_attitude(scene: Scene, i: int) -> bool:
    """ "a prudent and responsible attitude to arms exports"."""
    grammar, words = scene.grammar, scene.language.answers
    named = grammar.tokens[i].lemma in words.attitude_nouns
    careful = any(grammar.word(c) in words.careful_words for a in grammar.kids(i, "amod") for c in grammar.conjuncts(a))
    return named and careful
