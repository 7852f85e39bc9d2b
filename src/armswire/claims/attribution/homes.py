"""Whose institution speaks where the phrase does not tell: "citing two people in the economy ministry".

Every state has an economy ministry, a ruling party and a gazette. A reader takes the one of the state that acts in what
is told ("Bulgaria has approved ..."), or in whose press it stands ("the Sofia daily ..."), when it can be one state
only. Where two states act, or the press of a second one tells it, nobody is guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from armswire.claims.attribution.phrases import Phrases
from armswire.claims.attribution.press import NAMING, PLURALS, Press
from armswire.claims.parties.antecedents import REACH
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PLACES = frozenset({ActorKind.STATE, ActorKind.DEMONYM})
# Who acts for a state by saying or doing something: no outlet, no scholar.
ACTING = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.PERSON, ActorKind.OFFICIAL, ActorKind.ORGANISATION})
RELATIVE = frozenset({"WDT", "WP", "WP$"})


class Homes:
    """Finds the states of the home institutions that speak in one document."""

    def __init__(self, scene: Scene, participants: Participants, phrases: Phrases, press: Press) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.words = scene.language.passing_on
        self.participants = participants
        self.phrases = phrases
        self.press = press

    def state(self, i: int, *, paper: bool = False) -> str | None:
        """The state of the home institution in the phrase of the speaker at token `i`; None where it can be several.

        Of a `paper` kept secret nobody knows whose it is.
        """
        own = self._own_words(i)
        away = {*self.words.posted_nouns, *(self.words.secret_words if paper else ())}
        if not self._is_of_home(own, away) or self._tells_states(own):
            return None
        here = self.scene.sentence_of(i)
        for sentence in range(here, max(-1, here - REACH - 1), -1):
            known = sentence in self.scene.ranges
            states = set(self._states(sentence, own)) if known else set()
            if sentence == here and (place := self.place(i)) is not None:
                # "In Sofia, an official said that Turkey would ..."
                states.add(place)
            if states:
                [*rest, last] = sorted(states)
                return last if not rest and len(last) == 3 and last.isupper() else None
        return None

    def place(self, i: int) -> str | None:
        """The state in whose capital the speaker at token `i` says it: "In Sofia, the ministry said that ..."."""
        verb = self.tokens[i].head
        if self.tokens[i].dep != "nsubj" or not self.grammar.is_verb(verb):
            return None
        mentions = (
            self.scene.actor_at.get(o) for o in self.grammar.behind(verb, self.scene.language.prepositions.inside)
        )
        return next((m.actors[0] for m in mentions if m is not None and m.kind is ActorKind.STATE and m.actors), None)

    # -- which institution ----------------------------------------------------------------------------------------

    def _own_words(self, i: int) -> range:
        """The phrase of the speaker, without clauses on what else it does."""
        first, last = self.phrases.bounds(i)
        clause = (k for k in range(i + 1, last + 1) if self.tokens[k].dep in {"relcl", "acl"})
        return range(first, next(clause, last + 1))

    def _is_of_home(self, own: range, away: Collection[str]) -> bool:
        """ "in the economy ministry", "a ruling-party lawmaker"; not "a diplomat", who is sent to others."""
        # "seen by the Tripoli Gazette": an outlet's name tells of no gazette of the state.
        lemmas = {self.tokens[k].lemma.lower() for k in own if not self.press.is_named_like_one(k)}
        words = {self.grammar.word(k) for k in own}
        if (lemmas | words) & {*away}:
            return False
        single = {self.tokens[k].lemma.lower() for k in own if self.tokens[k].tag not in PLURALS}
        if words & {*self.words.home_adjectives} or single & {*self.words.home_nouns}:
            return True
        return any(self._is_home_body(self.scene.actor_at.get(k)) for k in own)

    def _tells_states(self, own: range) -> bool:
        """ "a Baltic defence minister": of one of those, whoever acts."""
        mentions = (self.scene.actor_at.get(k) for k in own)
        return any(mention is not None and mention.actors for mention in mentions)

    def _is_home_body(self, mention: ActorMention | None) -> bool:
        if mention is None or mention.kind is not ActorKind.BODY or mention.actors:
            return False
        words = {self.grammar.word(k) for k in range(mention.first, mention.last + 1)}
        return self.grammar.word(mention.last) not in self.words.armed_bodies and not words & {*self.words.buying_words}

    # -- which state ----------------------------------------------------------------------------------------------

    def _states(self, sentence: int, own: range) -> Iterator[str]:
        """The states that act in a sentence, and those in whose press it is told."""
        for token in self.scene.tokens_of(sentence):
            if token.index in own:
                continue
            if token.dep in SUBJECTS or self._is_agent(token.index):
                yield from self._acting(token.index)
            yield from self._telling(token.index)

    def _is_agent(self, i: int) -> bool:
        token = self.tokens[i]
        return token.dep == "pobj" and self.tokens[token.head].dep == "agent"

    def _acting(self, i: int) -> Iterator[str]:
        """The states, firms and groups of a subject: "Kenya", "it", "the Kenyan navy"; nobody for arms or the press."""
        token = self.tokens[i]
        if token.tag in RELATIVE or i in self.scene.item_at or self.press.of_phrase(i) is not None:
            return
        if self.grammar.word(i) in self.scene.language.pronouns.speaker:
            return
        for part in self.grammar.conjuncts(i):
            mention = self.scene.actor_at.get(part)
            if mention is not None and not mention.actors:
                # Another institution without a state tells nothing of this one.
                continue
            if mention is None or mention.kind in ACTING:
                resolved = self.participants.resolve_alone(part)
                yield from () if resolved is None else resolved.actors

    def _telling(self, i: int) -> Iterator[str]:
        """The state of the press at token `i`: "the Sofia daily", "Peruvian television"."""
        place = self.scene.actor_at.get(i)
        if place is None or place.kind not in PLACES or not place.actors:
            return
        above, before = self.tokens[place.head].head, self.tokens[place.head].dep in (*NAMING, "poss")
        if before and (self.press.of_phrase(above) is not None or self._is_kind_of_press(above)):
            yield place.actors[0]

    def _is_kind_of_press(self, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        return mention is not None and mention.kind is ActorKind.MEDIA
