"""The people of a document, of whom "he", "they" and "the official" take one up."""

from __future__ import annotations

from armswire.claims.parties.antecedents import PERSONS
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind

# How many sentences back "the official" and "they" reach.
REACH = 3
PLURAL = frozenset({"NNS", "NNPS"})


class People:
    """Finds the heads of the phrases for persons in one document."""

    def __init__(self, scene: Scene, participants: Participants) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.words = scene.language.anonymity
        self.participants = participants
        self._heads = sorted(self._find())

    def is_one(self, head: int) -> bool:
        """True for the head of a phrase for persons."""
        return head in self._heads

    def has_name(self, head: int) -> bool:
        """True for a person who is told by name."""
        mention = self.scene.actor_at.get(head)
        return mention is not None and mention.kind is ActorKind.PERSON

    def antecedent(self, head: int) -> int | None:
        """Which person, told before, "he", "they" or "the official" at `head` takes up; None where none does."""
        pronouns, word = self.scene.language.pronouns, self.grammar.word(head)
        if word in pronouns.persons or word in pronouns.several:
            several = word in pronouns.several
            found = [p for p in self._before(head) if self._is_plural(p) is several]
            return found[-1] if found else None
        if not self.participants.is_definite(head) or not self.is_one(head):
            return None
        lemma = self.tokens[head].lemma
        return next((p for p in reversed(self._before(head)) if lemma in self._lemmas(p)), None)

    def head(self, i: int) -> int:
        """The token that carries the mention of `i`, or `i`."""
        mention = self.scene.actor_at.get(i)
        return i if mention is None else mention.head

    def _find(self) -> set[int]:
        """By the annotations, by nouns for people whose name is kept back, and by their verb of speech."""
        people = {mention.head for mention in self.scene.annotated.actors if mention.kind in PERSONS}
        unnamed = (t.index for t in self.tokens if t.lemma in self.words.unnamed_nouns and t.pos == "NOUN")
        return people | {self.head(i) for i in unnamed} | {t.index for t in self.tokens if self._speaks(t.index)}

    def _speaks(self, i: int) -> bool:
        """ "two drivers said": a noun that no list holds, for whoever speaks."""
        token, language = self.tokens[i], self.scene.language
        things = {*language.document_nouns, *language.press_nouns, *language.report_nouns, *language.organisation_nouns}
        if token.dep != "nsubj" or token.pos != "NOUN" or token.lemma in things or i in self.scene.actor_at:
            return False
        return self.tokens[token.head].lemma in self.words.speaking_verbs

    def _before(self, head: int) -> list[int]:
        first = self.scene.sentence_of(head) - REACH
        return [p for p in self._heads if p < head and self.scene.sentence_of(p) >= first]

    def _is_plural(self, head: int) -> bool:
        return self.tokens[head].tag in PLURAL or len(self.grammar.conjuncts(head)) > 1

    def _lemmas(self, head: int) -> set[str]:
        mention = self.scene.actor_at.get(head)
        own = (head, head) if mention is None else (mention.first, mention.last)
        return {token.lemma for token in self.tokens[own[0] : own[1] + 1]}
