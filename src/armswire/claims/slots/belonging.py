"""Whether a date or a sum that stands in a claim's sentence is the claim's, or that of something else told there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from armswire.claims.parse.grammar import Grammar
from armswire.claims.scene import Scene
from armswire.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands: its word of transfer or of an answer, and all words that are its own.

    `spoken` are the verbs of speech of the sentence, whose day is that of the report ("said on Tuesday"); `others` are
    the words of other transfers, which have dates and sums of their own.
    """

    anchor: int
    own: Collection[int]
    spoken: Collection[int] = ()
    others: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """How near it stands: 0 at the claim's own words, 1 in its clause, 2 beside it; and the claim's word it hangs on.

    `to_come` says that this word tells of what is still to happen.
    """

    rank: int
    to_come: bool = False


def nearness(scene: Scene, span: Span, place: Place) -> Near | None:
    """How near the words of a span stand to the claim, or None where they are another's.

    They belong to the words on the way up from them to the root, the nearest first.
    """
    grammar = scene.grammar
    at = next((t.index for t in scene.sentence_tokens(place.anchor) if span.overlaps(t.span)), None)
    if at is None:
        return None
    verb: int | None = None
    while True:
        if at == place.anchor or at in place.own:
            own = verb is None or grammar.own_subject(verb) is None
            return Near(0 if verb is None else 1, _is_to_come(grammar, at)) if own else None
        if at in place.others or (verb is None and at in place.spoken):
            return None
        if verb is None and grammar.is_verb(at):
            verb = at
        if grammar.tokens[at].head == at:
            return Near(2)
        at = grammar.tokens[at].head


def _is_to_come(grammar: Grammar, i: int) -> bool:
    """ "will arrive on Tuesday", but not "pledged on Tuesday"."""
    return not grammar.is_verb(i) or grammar.is_to_come(i)
