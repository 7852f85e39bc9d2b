"""To whom nothing is given, where only what it is said about tells: "not a shell to either side, he said of Ukraine".

A refusal or a denial often speaks of "anyone" or of "parties to a conflict"; the speech around it names the war.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from armswire.claims.cues import CueBook
from armswire.claims.meaning import Meaning, Party
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator
from armswire.model.annotation import ActorKind, ActorMention
from armswire.model.claim import Polarity, Stage

# Where a noun stands of which something is said ("the war in Yemen is no exception").
SAID_OF = frozenset({"nsubj", "pobj"})


def fill_from_topics(scene: Scene, operators: CueBook[Operator], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each refusal or denial to nobody in particular with the states that it is said about."""
    return [replace(c, meaning=_with_topic(scene, operators, c.meaning)) for c in candidates]


def _with_topic(scene: Scene, operators: CueBook[Operator], m: Meaning) -> Meaning:
    withheld = m.stage is Stage.REFUSAL or m.polarity is Polarity.NEGATED
    if not withheld or m.recipient is not None or m.supplier is None:
        return m
    for token in _topics(scene, operators, m.anchor):
        actors = tuple(actor for mention in _states_in(scene, token) for actor in mention.actors)
        if actors and not set(actors) & set(m.supplier.actors):
            how = f"“{scene.name_at(token)}” is what it is said about"
            return replace(m, recipient=Party(tuple(dict.fromkeys(actors)), token, how))
    return m


def _topics(scene: Scene, operators: CueBook[Operator], anchor: int) -> Iterator[int]:
    """What the speech around the claim is about, then the war that its sentence says is no exception."""
    grammar, language = scene.grammar, scene.language
    own = [token.index for token in scene.sentence_tokens(anchor)]
    for i in own:
        if grammar.is_verb(i) and any(op.kind == "say" for op in operators.at(grammar, i)):
            yield from grammar.behind(i, language.prepositions.topic)
            for speaker in grammar.kids(i, "nsubj"):
                # "says Peru's president on Chile, Bolivia": the parser hangs the topic on who speaks.
                yield from grammar.behind(
                    speaker, [w for w in language.prepositions.topic if w not in language.prepositions.owner]
                )
    for i in own:
        if grammar.tokens[i].lemma in language.exception_nouns:
            yield from grammar.kids(grammar.tokens[i].head, "nsubj")


def _states_in(scene: Scene, i: int) -> Iterator[ActorMention]:
    """The states that a topic names: themselves, or by a war in them or between them."""
    grammar, language = scene.grammar, scene.language
    at_war = grammar.tokens[i].lemma in language.foe_nouns
    inside = [*grammar.behind(i, language.prepositions.of_war), *grammar.kids(i, "compound", "amod")] if at_war else []
    listed = grammar.kids(i, "appos") if i in scene.actor_at else []
    for place in (p for one in (i, *listed, *inside) for p in grammar.conjuncts(one)):
        mention = scene.actor_at.get(place)
        if mention is not None and mention.kind in {ActorKind.STATE, ActorKind.DEMONYM}:
            yield mention
