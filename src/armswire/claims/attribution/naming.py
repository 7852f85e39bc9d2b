"""How much the article tells of who a source is: by name, by office only, or not at all."""

from __future__ import annotations

from dataclasses import replace

from armswire.claims.attribution.anonymity import Anonymity
from armswire.claims.attribution.press import PRESS, Press
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention
from armswire.model.attribution import Naming, Source, SourceClass

# Who is named wherever it is mentioned: there is one of it.
NAMED_KINDS = frozenset({ActorKind.PERSON, ActorKind.STATE, ActorKind.DEMONYM, ActorKind.ORGANISATION, ActorKind.GROUP})
# What a person cannot be whose name is kept back, whatever its words look like.
OPEN_CLASSES = frozenset({SourceClass.NAMED_OFFICIAL, SourceClass.GOVERNMENT_BODY})
# Whose pronoun stands for a name: "it said" of a state.
PUBLIC_CLASSES = frozenset({SourceClass.GOVERNMENT_BODY, SourceClass.ORGANISATION, SourceClass.NAMED_OFFICIAL, *PRESS})


class Namings:
    """Tells for the sources of one document how they are named."""

    def __init__(self, scene: Scene, participants: Participants) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.words = scene.language.anonymity
        self.participants = participants
        self.anonymity = Anonymity(scene, participants)
        self.press = Press(scene)

    def told(self, source: Source, i: int) -> Source:
        """The source that stands at token `i` with its naming and terms.

        Who speaks on condition of anonymity is no named official, whatever the office.
        """
        terms = None if source.source_class in PRESS else self.anonymity.terms(i)
        if terms is None:
            return replace(source, naming=self._naming(source, self.anonymity.people.head(i)))
        kind = SourceClass.ANONYMOUS_OFFICIAL if self._is_official(source, i) else source.source_class
        return replace(source, source_class=kind, naming=Naming.ANONYMOUS, terms=terms)

    def _is_official(self, source: Source, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        of_office = mention is not None and mention.kind is ActorKind.OFFICIAL
        return source.source_class in OPEN_CLASSES or (of_office and source.source_class is SourceClass.OTHER)

    def _naming(self, source: Source, head: int) -> Naming:
        if self.participants.is_pronoun(head):
            before = self.anonymity.people.antecedent(head)
            if before is not None:
                return self._of_words(before)
            return Naming.NAMED if source.source_class in PUBLIC_CLASSES else Naming.DESCRIBED
        if source.source_class is SourceClass.DOCUMENT:
            return Naming.DESCRIBED
        if source.source_class in PRESS and self.participants.is_definite(head) and self._has_outlet_before(head):
            # "The newspaper" has been named.
            return Naming.NAMED
        if source.source_class in PRESS and self.press.is_named_like_one(head):
            return Naming.NAMED
        if source.source_class is SourceClass.GOVERNMENT_BODY and self._is_body(head):
            return Naming.NAMED
        return self._of_words(head)

    def _is_body(self, head: int) -> bool:
        """ "South Korean intelligence", "Norway's export inspectorate", whose kind of body no list holds."""
        nouns = self.scene.language.passing_on.body_nouns
        unlisted = head not in self.scene.actor_at and self.tokens[head].lemma.lower() in nouns
        return unlisted and not self.participants.is_indefinite(head)

    def _of_words(self, head: int) -> Naming:
        """By the words at `head`."""
        mention = self.scene.actor_at.get(head)
        adjectives = {self.tokens[c].lemma for c in self.grammar.kids(head, "amod")}
        if adjectives & {*self.words.unnamed_adjectives} or self._opens_unnamed(mention):
            return Naming.ANONYMOUS
        if mention is not None and self._is_public(mention):
            return Naming.NAMED
        if any(self._is_name(c) for c in (head, *self.grammar.kids(head, "appos"))):
            return Naming.NAMED
        if self.tokens[head].lemma in self.words.unnamed_nouns:
            before = self.anonymity.people.antecedent(head)
            # "The official" who was told by name or office before is no less known now.
            return Naming.ANONYMOUS if before is None else self._of_words(before)
        return Naming.DESCRIBED

    def _is_public(self, mention: ActorMention) -> bool:
        if mention.kind is ActorKind.BODY:
            return not (self.participants.is_indefinite(mention.head) or self._is_vague(mention))
        return mention.kind in NAMED_KINDS or mention.entry.startswith("outlet/")

    def _is_vague(self, mention: ActorMention) -> bool:
        """ "the ministry", "the military" alone, and "the opposition", wherever it is."""
        language = self.scene.language
        words = {self.grammar.word(k) for k in range(mention.first, mention.last + 1)}
        if words & {*language.passing_on.outside_words}:
            return True
        beside = {*self.grammar.kids(mention.head, "amod", "compound", "nmod", "poss"), *self.grammar.behind(
            mention.head, (*language.prepositions.owner, *language.prepositions.inside)
        )}  # fmt: skip
        told = bool(mention.actors) or bool(beside - {*range(mention.first, mention.last + 1)})
        return not told and words <= {*language.passing_on.vague_bodies, *language.determiners.definite}

    def _has_outlet_before(self, head: int) -> bool:
        outlets = (m for m in self.scene.annotated.actors if m.entry.startswith("outlet/"))
        return any(m.head < head for m in outlets) or any(map(self.press.is_named_like_one, range(head)))

    def _is_name(self, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        if mention is not None and mention.head == i and mention.kind not in {ActorKind.PERSON, ActorKind.MEDIA}:
            return mention.kind in {ActorKind.OTHER, ActorKind.EXPERT} and self.tokens[i].pos == "PROPN"
        return self.tokens[i].pos == "PROPN"

    def _opens_unnamed(self, mention: ActorMention | None) -> bool:
        """ "an unnamed official", where the adjective is part of the phrase that was found."""
        if mention is None:
            return False
        words = {self.grammar.word(k) for k in range(mention.first, mention.last + 1)}
        return bool(words & {*self.words.unnamed_adjectives})
