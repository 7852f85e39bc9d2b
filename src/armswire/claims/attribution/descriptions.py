"""What kind of speaker stands at a token, and which other words fit him: "the official", "Holm", "the newspaper"."""

from __future__ import annotations

from armswire.claims.attribution.naming import PUBLIC_CLASSES
from armswire.claims.attribution.press import PRESS
from armswire.claims.attribution.publications import Publications
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.parties.antecedents import PERSONS
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind
from armswire.model.attribution import SourceClass

PLURAL = frozenset({"NNS", "NNPS"})
# Classes of speakers who are no persons, unless their words are those of one.
BODIES = frozenset({*PRESS, SourceClass.GOVERNMENT_BODY, SourceClass.ORGANISATION, SourceClass.DOCUMENT})


class Descriptions:
    """Tells of the speakers of one document how they can be described."""

    def __init__(self, scene: Scene, participants: Participants, publications: Publications) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.participants = participants
        self.publications = publications

    def head(self, i: int) -> int:
        """The token that carries the mention of `i`, or `i`."""
        mention = self.scene.actor_at.get(i)
        return i if mention is None else mention.head

    # -- what kind of speaker -------------------------------------------------------------------------------------

    def is_person(self, speaker: Speaker) -> bool:
        """True for persons; false for outlets, bodies and papers."""
        mention = self.scene.actor_at.get(speaker.token)
        if mention is not None and speaker.source.source_class is SourceClass.ORGANISATION:
            words = {self.tokens[k].lemma for k in range(mention.first, mention.last + 1)}
            if words & {*self.language.organisation_nouns}:
                # "the charity Peace Ledger"
                return False
        if mention is not None and not mention.entry.startswith("outlet/"):
            return mention.kind in PERSONS or speaker.source.source_class not in BODIES
        return speaker.source.source_class not in BODIES and not self.participants.is_pronoun(speaker.token)

    def is_plural(self, i: int) -> bool:
        """True where several speak at token `i`."""
        head = self.head(i)
        return self.tokens[head].tag in PLURAL or len(self.grammar.conjuncts(head)) > 1

    def is_known(self, i: int) -> bool:
        """ "the official", "the alliance's deputy chief", "the former officer": told before, and not by name."""
        mention, head = self.scene.actor_at.get(i), self.head(i)
        named = self.publications.speakers.phrases.is_by_name(i) or bool(self.grammar.kids(head, "appos"))
        if self.tokens[head].pos not in {"NOUN", "PROPN"} or named:
            return False
        if self.tokens[head].pos == "PROPN" and (mention is None or mention.kind is not ActorKind.BODY):
            return False
        owners = self.grammar.kids(head, "poss")
        return self.participants.is_definite(head) or any(self._is_taken_up(o) for o in owners)

    def _is_taken_up(self, owner: int) -> bool:
        return self.participants.is_definite(owner) or self.participants.is_pronoun(owner)

    def is_bare_name(self, i: int) -> bool:
        """ "Holm": a surname alone."""
        mention = self.scene.actor_at.get(i)
        alone = mention is None or (mention.first == mention.last and mention.kind in PERSONS)
        beside = self.grammar.kids(i, "compound", "det", "appos", "amod", "poss")
        return alone and self.tokens[i].pos == "PROPN" and not beside

    # -- which words fit ------------------------------------------------------------------------------------------

    def ends_in_name(self, speaker: Speaker, i: int) -> bool:
        """True for a person whose surname stands at token `i`."""
        words = speaker.source.source.split()
        return len(words) > 1 and words[-1] == self.tokens[i].text and self.is_person(speaker)

    def is_same_word(self, speaker: Speaker, i: int) -> bool:
        """True where the noun at token `i` stands in the speaker's own phrase: "the ministry" of one told before."""
        head = self.head(i)
        again = self.tokens[head].lemma.lower() in self._lemmas(speaker.token)
        return again and self.is_plural(speaker.token) is self.is_plural(head) and self._agrees(i, speaker)

    def _agrees(self, i: int, speaker: Speaker) -> bool:
        """False where the description names another state than the speaker's."""
        mention = self.scene.actor_at.get(i)
        actors = mention.actors if mention is not None else ()
        return not actors or speaker.source.actor is None or speaker.source.actor in actors

    def can_be(self, i: int, speaker: Speaker) -> bool:
        """Whether a description with another word than before fits: "the official", or one of the same actor."""
        mention = self.scene.actor_at.get(i)
        if not self._agrees(i, speaker):
            return False
        lemmas = (
            {self.tokens[k].lemma for k in range(mention.first, mention.last + 1)} if mention is not None else set()
        )
        if (
            lemmas & {*self.language.anonymity.unnamed_nouns}
            or self.tokens[i].lemma in self.language.anonymity.unnamed_nouns
        ):
            return True
        if mention is None:
            return False
        own, told = self.scene.actor_at.get(speaker.token), self.publications.at(i)
        # "the alliance's deputy chief": a word for any office, of whose office it is.
        same_actor = told is not None and told.source.actor is not None and told.source.actor == speaker.source.actor
        named_actor = same_actor and bool(lemmas & {*self.language.passing_on.head_nouns})
        same_role = own is not None and _role(own.entry) == _role(mention.entry)
        return (named_actor and speaker.source.source_class in PUBLIC_CLASSES) or same_role

    def _lemmas(self, i: int) -> set[str]:
        """The words of a speaker's phrase, those of an office beside the name among them."""
        mention = self.scene.actor_at.get(i)
        low, high = (i, i) if mention is None else (mention.first, mention.last)
        beside = [
            k for c in self.grammar.kids(i, "appos", "compound", "nmod") for k in (c, *self.grammar.kids(c, "compound"))
        ]
        return {self.tokens[k].lemma.lower() for k in (*range(low, high + 1), *beside)}


def _role(entry: str) -> str:
    return entry.split(" of ")[0]
