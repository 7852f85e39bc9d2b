"""Sums granted for somebody's forces, where the next sentence says what they buy: "The money will pay for drones"."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.frames.instances import FrameInstance
from armswire.claims.operators.stacking import Stack, Stacking
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Frame
from armswire.model.annotation import ActorKind, ItemMention

# What a sum can be the object of, to be granted.
GRANTING_KINDS = frozenset({"approve", "pledge", "agree", "announce"})


def find_grants(
    scene: Scene, stacking: Stacking, participants: Participants, frame: Frame
) -> Iterator[tuple[FrameInstance, Stack]]:
    """Each such sum as what is given, with the arms that it is said to buy and the operators over it."""
    for money in scene.annotated.money:
        at = max((t.index for t in scene.grammar.tokens if money.span.covers(t.span)), default=None)
        stack = stacking.over(at) if at is not None else None
        if at is None or stack is None or not any(s.operator.kind in GRANTING_KINDS for s in stack.operators):
            continue
        verb = stack.operators[0].token
        giver = stacking.party(stacking.agent(verb))
        places = [*scene.grammar.behind(at, scene.language.prepositions.destination)]
        places += scene.grammar.behind(verb, scene.language.prepositions.destination)
        for place in places:
            got = participants.resolve(place) if place in scene.actor_at else None
            if got is not None and giver is not None and got.kind in {ActorKind.BODY, ActorKind.STATE}:
                items = tuple(_bought(scene, at))
                if items and not giver.shares(got.party()):
                    yield FrameInstance(at, frame, {"recipient": got.party()}, items), stack
                break


def _bought(scene: Scene, money: int) -> Iterator[ItemMention]:
    """What "the money" of the next sentence pays for."""
    grammar, language = scene.grammar, scene.language
    following = scene.sentence_of(money) + 1
    for token in scene.tokens_of(following) if following in scene.ranges else []:
        verb = token.head
        spends = grammar.tokens[verb].lemma in language.spending_verbs and not grammar.is_negated(verb)
        definite = grammar.has_determiner(token.index, language.determiners.definite)
        if token.lemma not in language.sum_nouns or token.dep != "nsubj" or not spends or not definite:
            continue
        objects = [*grammar.kids(verb, "dobj"), *grammar.behind(verb, language.prepositions.destination)]
        for part in (part for obj in objects for part in grammar.conjuncts(obj)):
            if part in scene.item_at:
                yield scene.item_at[part]
