"""Speakers carried over sentences: whom "she added", "the newspaper said" and "the official" take up.

Only who spoke before can be meant. Whoever is meant brings along its name, its class and the outlets that pass it on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from armswire.claims.attribution.naming import PUBLIC_CLASSES
from armswire.claims.attribution.press import PRESS
from armswire.claims.attribution.publications import Publications
from armswire.claims.attribution.speakers import Speaker
from armswire.claims.parties.antecedents import PERSONS
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind
from armswire.model.attribution import SourceClass

# How many sentences back a speaker is taken up.
REACH = 3
PLURAL = frozenset({"NNS", "NNPS"})
# Classes of speakers who are no persons, unless their words are those of one.
BODIES = frozenset({*PRESS, SourceClass.GOVERNMENT_BODY, SourceClass.ORGANISATION, SourceClass.DOCUMENT})


class Carrying:
    """Finds for the speakers of one document who is meant by them."""

    def __init__(
        self, scene: Scene, participants: Participants, publications: Publications, sayers: Callable[[], Iterator[int]]
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.participants = participants
        self.publications = publications
        self._sayers = sayers
        self._known: dict[int, int | None] = {}

    @cached_property
    def tellers(self) -> list[int]:
        """The tokens of all who speak, in the order of the text."""
        return sorted({*self._sayers()})

    def antecedents(self, i: int) -> list[int]:
        """Who is taken up at token `i`, the next before it first, whom that one takes up behind it."""
        path: list[int] = []
        at = self._before(i)
        while at is not None and at not in path:
            path.append(at)
            at = self._before(at)
        return path

    def _before(self, i: int) -> int | None:
        if i not in self._known:
            self._known[i] = None
            self._known[i] = self._find(i)
        return self._known[i]

    def _find(self, i: int) -> int | None:
        pronouns, word = self.language.pronouns, self.grammar.word(i)
        if word in pronouns.persons:
            return self._nearest(i, lambda s: self._is_person(s) and not self._is_plural(s.token))
        if word in pronouns.several:
            return self._nearest(i, lambda s: self._is_person(s) and self._is_plural(s.token))
        if word in pronouns.things:
            last = self._nearest(i, lambda s: not self._is_plural(s.token))
            return last if last is not None and self._is_of(last, PRESS) else None
        if self._is_bare_name(i):
            return self._nearest(i, lambda s: self._ends_in_name(s, i))
        return self._described(i) if self._is_known(i) else None

    def _nearest(self, i: int, fits: Callable[[Speaker], bool]) -> int | None:
        """The teller before token `i` that fits: of the nearest sentence the first one."""
        here = self.scene.sentence_of(i)
        near = (t for t in self.tellers if t < i and here - self.scene.sentence_of(t) <= REACH)
        said = self._said_by(i)
        before = [t for t in near if i not in self.grammar.subtree(t) and t not in said]
        for t in sorted(before, key=lambda t: (-self.scene.sentence_of(t), t)):
            speaker = self.publications.at(self.meant(t))
            if speaker is not None and fits(speaker):
                return t
        return None

    def _said_by(self, i: int) -> set[int]:
        """What the speaker at token `i` says in front of itself: "two dockers had seen it, [he] added"."""
        verb = self.grammar.tokens[i].head
        said = self.grammar.kids(verb, "ccomp") if self.grammar.tokens[i].dep == "nsubj" else []
        return {k for c in said if c < i for k in self.grammar.subtree(c)}

    def is_person(self, t: int) -> bool:
        """True where a person speaks at token `t`, taken up or told."""
        speaker = self.publications.at(self.meant(t))
        return speaker is not None and self._is_person(speaker)

    def meant(self, t: int) -> int:
        """The token at which whoever speaks at `t` was told first."""
        path = self.antecedents(t)
        return path[-1] if path else t

    # -- what kind of speaker -------------------------------------------------------------------------------------

    def _is_of(self, t: int, classes: frozenset[SourceClass]) -> bool:
        speaker = self.publications.at(self.meant(t))
        return speaker is not None and speaker.source.source_class in classes

    def _is_person(self, speaker: Speaker) -> bool:
        mention = self.scene.actor_at.get(speaker.token)
        if mention is not None and speaker.source.source_class is SourceClass.ORGANISATION:
            words = {self.tokens[k].lemma for k in range(mention.first, mention.last + 1)}
            if words & {*self.language.organisation_nouns}:
                # "the charity Peace Ledger"
                return False
        if mention is not None and not mention.entry.startswith("outlet/"):
            return mention.kind in PERSONS or speaker.source.source_class not in BODIES
        return speaker.source.source_class not in BODIES and not self.participants.is_pronoun(speaker.token)

    def _is_plural(self, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        head = i if mention is None else mention.head
        return self.tokens[head].tag in PLURAL or len(self.grammar.conjuncts(head)) > 1

    def _is_known(self, i: int) -> bool:
        """ "the official", "the alliance's deputy chief", "the former officer": told before, and not by name."""
        mention = self.scene.actor_at.get(i)
        head = i if mention is None else mention.head
        named = self.publications.speakers.phrases.is_by_name(i) or bool(self.grammar.kids(head, "appos"))
        if self.tokens[head].pos not in {"NOUN", "PROPN"} or named:
            return False
        if self.tokens[head].pos == "PROPN" and (mention is None or mention.kind is not ActorKind.BODY):
            return False
        owners = self.grammar.kids(head, "poss")
        return self.participants.is_definite(head) or any(self._is_taken_up(o) for o in owners)

    def _is_taken_up(self, owner: int) -> bool:
        return self.participants.is_definite(owner) or self.participants.is_pronoun(owner)

    def _is_bare_name(self, i: int) -> bool:
        """ "Holm": a surname alone."""
        mention = self.scene.actor_at.get(i)
        alone = mention is None or (mention.first == mention.last and mention.kind in PERSONS)
        beside = self.grammar.kids(i, "compound", "det", "appos", "amod", "poss")
        return alone and self.tokens[i].pos == "PROPN" and not beside

    def _ends_in_name(self, speaker: Speaker, i: int) -> bool:
        words = speaker.source.source.split()
        return len(words) > 1 and words[-1] == self.tokens[i].text and self._is_person(speaker)

    # -- descriptions ---------------------------------------------------------------------------------------------

    def _described(self, i: int) -> int | None:
        """Whom "the newspaper", "the ministry" or "the official" takes up."""
        mention = self.scene.actor_at.get(i)
        head = i if mention is None else mention.head
        lemma, plural = self.tokens[head].lemma.lower(), self._is_plural(head)

        def same_word(s: Speaker) -> bool:
            return lemma in self._lemmas(s.token) and self._is_plural(s.token) is plural and self._agrees(i, s)

        again = self._nearest(i, same_word)
        if again is not None or plural:
            return again
        if lemma in self.language.press_nouns:
            return self._nearest(i, lambda s: s.is_press)
        if lemma in self.language.organisation_nouns:
            return self._nearest(
                i, lambda s: s.source.source_class is SourceClass.ORGANISATION and not self._is_person(s)
            )
        of_person = mention is not None and mention.kind in PERSONS
        if not of_person and lemma not in self.language.anonymity.unnamed_nouns:
            return None
        found = {self.meant(t) for t in self._persons_before(i)}
        if len(found) != 1:
            return None
        [only] = found
        speaker = self.publications.at(only)
        return only if speaker is not None and self._is_plural(only) is plural and self._can_be(i, speaker) else None

    def _persons_before(self, i: int) -> Iterator[int]:
        here = self.scene.sentence_of(i)
        for t in self.tellers:
            if t < i and here - self.scene.sentence_of(t) <= REACH:
                speaker = self.publications.at(self.meant(t))
                if speaker is not None and self._is_person(speaker):
                    yield t

    def _agrees(self, i: int, speaker: Speaker) -> bool:
        """False where the description names another state than the speaker's."""
        mention = self.scene.actor_at.get(i)
        actors = mention.actors if mention is not None else ()
        return not actors or speaker.source.actor is None or speaker.source.actor in actors

    def _can_be(self, i: int, speaker: Speaker) -> bool:
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
