"""From a noun phrase to the actors it identifies.

"South Korean manufacturers" and "Seoul's army" are KOR by their modifiers, "it" and "the country" by what was named
before, "Kyiv's allies" are not UKR. Words that identify nobody give no actor: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention

WEST = "grp:west"
PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
THINGS = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "their", "them", "themselves"})
OURS = frozenset({"we", "our", "us", "i", "my", "me", "ours"})
SPEAKING_FOR = {"alliance": "NATO", "bloc": "EU"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """The actors of a phrase, the token that told, and how."""

    actors: tuple[str, ...]
    token: int
    how: str
    kind: ActorKind | None = None


class Participants:
    """Resolves phrases of one document; remembers nothing between documents."""

    def __init__(self, scene: Scene) -> None:
        # Who acts in the clause of a verb; set by `Arguments`, which knows control and passives.
        self.subject_of: Callable[[int], int | None] = lambda verb: None
        # Who speaks the words at a token; set by the attribution.
        self.speaker_at: Callable[[int], tuple[str, ...]] = lambda token: ()
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language

    def resolve(self, i: int, *, speaker: tuple[str, ...] = ()) -> Resolved | None:
        """The actors of the phrase headed by token `i` with what is coordinated, or None.

        `speaker` are the actors of who says the sentence, for "we" and "our".
        """
        found: dict[str, None] = {}
        first: Resolved | None = None
        for part in self.grammar.conjuncts(i):
            one = self._resolve_one(part, speaker)
            if one is not None:
                first = first or one
                found.update(dict.fromkeys(one.actors))
        return None if first is None else Resolved(tuple(found), first.token, first.how, first.kind)

    def _resolve_one(self, i: int, speaker: tuple[str, ...]) -> Resolved | None:
        token = self.tokens[i]
        mention = self.scene.actor_at.get(i)
        if mention is not None:
            return self._from_mention(mention, i)
        lower = token.text.lower()
        if lower in THINGS | MANY | PERSONAL:
            return self._antecedent(i)
        if lower in OURS:
            speaker = speaker or self.speaker_at(i)
            return Resolved(speaker, i, f"“{token.text}” is who speaks") if speaker else None
        if token.lemma in self.language.ally_nouns and self.grammar.is_verb(i) is False:
            return self._allies(i)
        owner = self._owner(i)
        if token.lemma in self.language.foe_nouns and owner is not None:
            return None
        if owner is not None:
            return owner
        if token.lemma in SPEAKING_FOR and self._is_definite(i):
            return Resolved((SPEAKING_FOR[token.lemma],), i, f"“the {token.lemma}”")
        if token.lemma in {*self.language.country_nouns, "government", "ministry"} and self._is_definite(i):
            return self._antecedent(i)
        for apposed in self.grammar.kids(i, "appos"):
            other = self._resolve_one(apposed, speaker)
            if other is not None:
                return other
        return None

    def _from_mention(self, mention: ActorMention, i: int) -> Resolved | None:
        if not mention.actors:
            if mention.kind in {ActorKind.BODY, ActorKind.OFFICIAL}:
                owner = self._owner(mention.head)
                if owner is None and self._is_indefinite(mention.head):
                    return None
                if owner is None and (mention.kind is ActorKind.BODY or self._is_definite(mention.head)):
                    return self._owner_before(mention) or self._in_focus(mention)
                return owner
            return self._in_focus(mention) if mention.kind is ActorKind.PERSON else None
        return Resolved(mention.actors, i, f"“{mention.span.of(self.scene.annotated.document.text)}”", mention.kind)

    def _allies(self, i: int) -> Resolved | None:
        """ "Western allies", "Kyiv's partners": a group, never the state whose friends they are."""
        states = [
            self.scene.actor_at[c].actors
            for c in self.grammar.kids(i, "amod", "compound", "nmod")
            if c in self.scene.actor_at
        ]
        demonyms = tuple(a for actors in states for a in actors if a.startswith(("grp:", "NATO", "EU")))
        if demonyms:
            return Resolved(demonyms, i, "a group of states")
        if self.tokens[i].tag in {"NNS", "NNPS"}:
            return Resolved((WEST,), i, f"“{self.tokens[i].text}” of a state at war")
        return None

    def _owner(self, i: int) -> Resolved | None:
        """The state that owns the phrase: possessor, demonym, "of X"."""
        for c in self.grammar.kids(i, "poss", "amod", "compound", "nmod", "npadvmod"):
            mention = self.scene.actor_at.get(c)
            if mention is not None and mention.actors and mention.kind is not ActorKind.MEDIA:
                return Resolved(
                    mention.actors, c, f"“{self.tokens[c].text}” before “{self.tokens[i].text}”", mention.kind
                )
            if self.tokens[c].text.lower() in THINGS | MANY | PERSONAL:
                return self._antecedent(c)
            if self.tokens[c].lemma in SPEAKING_FOR:
                return Resolved((SPEAKING_FOR[self.tokens[c].lemma],), c, f"“the {self.tokens[c].lemma}”")
            if self.tokens[c].lemma in self.language.country_nouns and self._is_definite(c):
                return self._antecedent(c)
            if self.tokens[c].dep == "poss":
                inner = self._owner(c)
                if inner is not None:
                    return inner
        for word, obj in self.grammar.prepositions(i):
            if word in {"of", "in", "for"} and obj in self.scene.actor_at and self.scene.actor_at[obj].actors:
                mention = self.scene.actor_at[obj]
                return Resolved(
                    mention.actors, obj, f"“{self.tokens[i].text} {word} {self.tokens[obj].text}”", mention.kind
                )
        return None

    def _owner_before(self, mention: ActorMention) -> Resolved | None:
        """ "the ministry", "the official": the same office named before with its owner, else the last state that acts."""
        earlier = [m for m in self.scene.annotated.actors if m.first < mention.first and m.actors]
        root = mention.entry.split(" of ")[0]
        for other in reversed(earlier):
            if other.entry.split(" of ")[0] == root or (
                mention.kind is ActorKind.OFFICIAL and other.kind in {ActorKind.OFFICIAL, ActorKind.PERSON}
            ):
                return Resolved(other.actors, mention.head, "named before with its state", other.kind)
        if not self._is_definite(mention.head) or mention.kind is not ActorKind.BODY:
            return None
        for other in reversed(earlier):
            if other.kind in {ActorKind.STATE, ActorKind.BODY, ActorKind.PERSON} and self._is_subject(other.head):
                return Resolved(other.actors, mention.head, "of the state that acts before", other.kind)
        return None

    def _in_focus(self, mention: ActorMention) -> Resolved | None:
        """ "Prime Minister X announced": of the state that acts in the sentence, or in the one before."""
        sentence = self.tokens[mention.head].sentence
        states = [
            m
            for m in self.scene.annotated.actors
            if m.kind in {ActorKind.STATE, ActorKind.BODY, ActorKind.ORGANISATION}
            and m.actors
            and 0 <= sentence - self.tokens[m.head].sentence <= 2
            and m is not mention
        ]
        acting = [m for m in states if self.tokens[m.head].dep in {"nsubj", "nsubjpass", "npadvmod"}]
        if not acting:
            same = [m for m in states if self.tokens[m.head].sentence == sentence and m.last < mention.first]
            return (
                Resolved(same[0].actors, mention.head, "of the state named before it", mention.kind) if same else None
            )
        best = max(acting, key=lambda m: (self.tokens[m.head].sentence, -m.first))
        return Resolved(best.actors, mention.head, "of the state that acts", mention.kind)

    def _is_indefinite(self, i: int) -> bool:
        return any(self.tokens[c].text.lower() in {"a", "an", "another", "some"} for c in self.grammar.kids(i, "det"))

    def _is_definite(self, i: int) -> bool:
        return any(self.tokens[c].text.lower() in {"the", "that", "this"} for c in self.grammar.kids(i, "det"))

    def _is_subject(self, i: int) -> bool:
        return self.tokens[i].dep in {"nsubj", "nsubjpass", "npadvmod", "poss", "ROOT", "agent"}

    def _antecedent(self, i: int) -> Resolved | None:
        """What a pronoun or "the country" takes up: a subject before it, near first; persons for "he"."""
        token = self.tokens[i]
        word = token.text.lower()
        wants_person = word in PERSONAL
        bound = self._bound(i) if token.tag in {"PRP$", "PRP"} and not wants_person else None
        if bound is not None:
            return bound
        excluded = self._actors_of_subject(i) if token.tag != "PRP$" else ()
        candidates = [
            m
            for m in self.scene.annotated.actors
            if m.last < i
            and m.actors
            and m.kind is not ActorKind.MEDIA
            and token.sentence - self.tokens[m.head].sentence <= 2
            and m.actors not in excluded
            and (not wants_person or m.kind in {ActorKind.PERSON, ActorKind.OFFICIAL, ActorKind.EXPERT})
            and (wants_person or m.kind not in {ActorKind.EXPERT, ActorKind.DEMONYM})
        ]
        if not candidates:
            return None
        best = max(candidates, key=lambda m: self._prominence(m, i))
        text = best.span.of(self.scene.annotated.document.text)
        return Resolved(best.actors, i, f"“{token.text}” takes up “{text}”", best.kind)

    def _bound(self, i: int) -> Resolved | None:
        """The subject of the pronoun's own clause, where the pronoun is not that subject: "urged Seoul to lift its ban"."""
        if self.tokens[i].dep in {"nsubj", "nsubjpass"}:
            return None
        if self.tokens[i].tag == "PRP":
            return None
        subject = self.subject_of(self.grammar.clause_verb(i))
        if subject is None or subject == i or i in set(self.grammar.subtree(subject)):
            return None
        mention = self.scene.actor_at.get(subject)
        if mention is None or not mention.actors:
            return None
        text = mention.span.of(self.scene.annotated.document.text)
        return Resolved(mention.actors, i, f"“{self.tokens[i].text}” takes up the subject “{text}”", mention.kind)

    def _actors_of_subject(self, i: int) -> tuple[tuple[str, ...], ...]:
        """An object pronoun is somebody else than the subject of its clause ("Poland has provided the country ...")."""
        subject = self.subject_of(self.grammar.clause_verb(i))
        if subject is None or subject == i:
            return ()
        mention = self.scene.actor_at.get(subject)
        return (mention.actors,) if mention is not None else ()

    def _prominence(self, mention: ActorMention, i: int) -> tuple[int, int, int, int]:
        """Nearer sentences first; in a sentence states before who speaks for them, the subject first, then the nearer."""
        head = self.tokens[mention.head]
        distance = self.tokens[i].sentence - head.sentence
        subject = head.dep in {"nsubj", "nsubjpass", "npadvmod"}
        owner = head.dep in {"poss"}
        person = mention.kind in {ActorKind.PERSON, ActorKind.OFFICIAL} and self.tokens[i].text.lower() not in PERSONAL
        return (-distance, 0 if person else 1, 2 if subject else 1 if owner else 0, mention.first)
