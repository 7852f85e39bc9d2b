"""What class of source a phrase is: an official, a body, a watchdog, the daily, a leaked paper, somebody private."""

from __future__ import annotations

from armswire.claims.attribution.callings import Callings
from armswire.claims.attribution.phrases import Phrases
from armswire.claims.attribution.press import Press
from armswire.claims.parties.antecedents import Resolved
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention
from armswire.model.attribution import SourceClass

CLASS_OF_KIND = {
    ActorKind.PERSON: SourceClass.NAMED_OFFICIAL,
    ActorKind.OFFICIAL: SourceClass.ANONYMOUS_OFFICIAL,
    ActorKind.BODY: SourceClass.GOVERNMENT_BODY,
    ActorKind.STATE: SourceClass.GOVERNMENT_BODY,
    ActorKind.DEMONYM: SourceClass.GOVERNMENT_BODY,
    ActorKind.GROUP: SourceClass.GOVERNMENT_BODY,
    ActorKind.ORGANISATION: SourceClass.ORGANISATION,
    ActorKind.MEDIA: SourceClass.MEDIA,
    ActorKind.EXPERT: SourceClass.EXPERT,
    ActorKind.OTHER: SourceClass.OTHER,
}
# By which entry a firm was found that no file knows.
FIRM_ENTRY = "described/firm"


class Classes:
    """Tells for the phrases of one document what class of source each is."""

    def __init__(self, scene: Scene, participants: Participants, phrases: Phrases) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.participants = participants
        self.phrases = phrases
        self.press = Press(scene)
        self.callings = Callings(scene)

    # -- phrases that the annotations found -----------------------------------------------------------------------

    def of_mention(self, mention: ActorMention, i: int) -> SourceClass:
        """The class of a mention, asked for at its token `i`: by its kind, but for what its words say against it."""
        if mention.kind is ActorKind.STATE and mention.actors and i != mention.head:
            return SourceClass.GOVERNMENT_BODY
        if self.callings.is_outside(mention) or _is_of_firm(mention):
            return SourceClass.ORGANISATION
        kind = CLASS_OF_KIND.get(mention.kind, SourceClass.OTHER)
        beside = self.phrases.name_beside(mention.head)
        if mention.kind is ActorKind.OFFICIAL and self.tokens[mention.head].lemma in self.language.executive_nouns:
            return SourceClass.ORGANISATION
        former = mention.span.of(self.scene.annotated.document.text).lower().startswith(self.language.former_words)
        if mention.kind is ActorKind.OFFICIAL and not former and self._can_be_told(mention):
            return SourceClass.NAMED_OFFICIAL
        if beside is not None and kind is SourceClass.ANONYMOUS_OFFICIAL:
            return SourceClass.NAMED_OFFICIAL
        lemmas = {token.lemma for token in self.tokens[mention.first : mention.last + 1]}
        if kind is SourceClass.OTHER and lemmas & set(self.language.organisation_nouns):
            return SourceClass.ORGANISATION
        return kind

    def _can_be_told(self, mention: ActorMention) -> bool:
        """An office that one person holds, or one whose name follows: "a lawmaker, Kari Holm,"."""
        one_of_many = mention.anonymous or self._is_one_of_many(mention.head)
        return not one_of_many or any(map(self._is_name, self.grammar.kids(mention.head, "appos")))

    def _is_one_of_many(self, i: int) -> bool:
        """ "two ministers": which of them is not told."""
        return bool(self.grammar.kids(i, "nummod"))

    def _is_name(self, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        return self.tokens[i].pos == "PROPN" if mention is None else mention.kind is ActorKind.PERSON

    # -- other phrases --------------------------------------------------------------------------------------------

    def of_noun(self, i: int) -> SourceClass | None:
        """What kind of source the noun names: "a watchdog", "the daily", "a leaked memo"; None for other nouns."""
        language, lemma = self.language, self.tokens[i].lemma
        if self.press.is_named_like_one(i):
            return self.press.of_phrase(i)
        if lemma in {*language.organisation_nouns, *language.executive_nouns}:
            return SourceClass.ORGANISATION
        if lemma in language.insider_nouns:
            return SourceClass.ANONYMOUS_OFFICIAL
        if lemma in language.document_nouns and (lemma not in language.press_nouns or self.press.is_plural(i)):
            return self._of_writer(i)
        if lemma in language.document_nouns and self.press.is_secret(i):
            return SourceClass.DOCUMENT
        press = self.press.of_phrase(i)
        if press is not None:
            return press
        if lemma in language.report_nouns and self.grammar.kids(i, "det", "poss", "amod"):
            return self._of_writer(i)
        return SourceClass.MEDIA if lemma in language.report_nouns else None

    def _of_writer(self, i: int) -> SourceClass:
        """ "a note by analysts" is the word of experts, every other paper its own."""
        writers = self.grammar.behind(i, self.language.prepositions.sender)
        by_expert = any(
            mention.kind is ActorKind.EXPERT for w in writers if (mention := self.scene.actor_at.get(w)) is not None
        )
        return SourceClass.EXPERT if by_expert else SourceClass.DOCUMENT

    def of_resolved(self, i: int, resolved: Resolved) -> SourceClass:
        """The class of the phrase at token `i` that takes an actor up: that of the actor, but for "her counterpart"."""
        token = self.tokens[i]
        if token.lemma in self.language.passing_on.rank_nouns:
            return SourceClass.ANONYMOUS_OFFICIAL
        if token.lemma in self.language.passing_on.counterpart_nouns:
            return SourceClass.NAMED_OFFICIAL
        of_person = resolved.kind is ActorKind.PERSON and token.pos != "PRON"
        known = None if of_person or resolved.kind is None else CLASS_OF_KIND.get(resolved.kind)
        return known or SourceClass.GOVERNMENT_BODY

    def is_private(self, i: int) -> bool:
        """True for people who speak for nobody: "two dockers", "a smuggler"."""
        words, lemma = self.language.passing_on, self.tokens[i].lemma
        public = {*words.rank_nouns, *words.counterpart_nouns, *words.head_nouns}
        one_of_many = self.tokens[i].tag == "NNS" or self.participants.is_indefinite(i)
        of_trade = one_of_many and lemma.endswith(words.private_endings) and lemma not in public
        return lemma in words.private_nouns or of_trade


def _is_of_firm(mention: ActorMention) -> bool:
    """ "a spokesman of the shipyard Astimar": of who stands with its home state, or was described as a firm."""
    of_group = mention.kind in {ActorKind.OFFICIAL, ActorKind.PERSON} and mention.actors[:1] != ()
    known = len(mention.actors) > 1 or FIRM_ENTRY in mention.entry
    return of_group and mention.actors[0].startswith("org:") and known
