"""Speakers carried over sentences: whom "she added", "the newspaper said" and "the official" take up.

Only who spoke before can be meant. Whoever is meant brings along its name, its class and the outlets that pass it on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from armswire.claims.attribution.descriptions import Descriptions
from armswire.claims.attribution.press import PRESS
from armswire.claims.attribution.publications import Publications
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.parties.antecedents import PERSONS
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.attribution import SourceClass

# How many sentences back a speaker is taken up.
REACH = 3


class Carrying:
    """Finds for the speakers of one document who is meant by them."""

    def __init__(
        self, scene: Scene, participants: Participants, publications: Publications, sayers: Callable[[], Iterator[int]]
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.publications = publications
        self.descriptions = Descriptions(scene, participants, publications)
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

    def meant(self, t: int) -> int:
        """The token at which whoever speaks at `t` was told first."""
        path = self.antecedents(t)
        return path[-1] if path else t

    def is_person(self, t: int) -> bool:
        """True where a person speaks at token `t`, taken up or told."""
        speaker = self.publications.at(self.meant(t))
        return speaker is not None and self.descriptions.is_person(speaker)

    # -- whom a word takes up -------------------------------------------------------------------------------------

    def _before(self, i: int) -> int | None:
        if i not in self._known:
            self._known[i] = None
            self._known[i] = self._find(i)
        return self._known[i]

    def _find(self, i: int) -> int | None:
        pronouns, word = self.language.pronouns, self.grammar.word(i)
        kinds = self.descriptions
        if word in pronouns.persons:
            return self._nearest(i, lambda s: kinds.is_person(s) and not kinds.is_plural(s.token))
        if word in pronouns.several:
            return self._nearest(i, lambda s: kinds.is_person(s) and kinds.is_plural(s.token))
        if word in pronouns.things:
            last = self._nearest(i, lambda s: not kinds.is_plural(s.token))
            return last if last is not None and self._is_of(last, PRESS) else None
        if kinds.is_bare_name(i):
            return self._nearest(i, lambda s: kinds.ends_in_name(s, i))
        return self._described(i) if kinds.is_known(i) else None

    def _described(self, i: int) -> int | None:
        """Whom "the newspaper", "the ministry" or "the official" takes up."""
        kinds, mention = self.descriptions, self.scene.actor_at.get(i)
        head = kinds.head(i)
        lemma, plural = self.tokens[head].lemma.lower(), kinds.is_plural(head)
        again = self._nearest(i, lambda s: kinds.is_same_word(s, i))
        if again is not None or plural:
            return again
        if lemma in self.language.press_nouns:
            return self._nearest(i, lambda s: s.is_press)
        if lemma in self.language.organisation_nouns:
            return self._nearest(
                i, lambda s: s.source.source_class is SourceClass.ORGANISATION and not kinds.is_person(s)
            )
        of_person = mention is not None and mention.kind in PERSONS
        if not of_person and lemma not in self.language.anonymity.unnamed_nouns:
            return None
        found = {self.meant(t) for t in self._persons_before(i)}
        if len(found) != 1:
            return None
        [only] = found
        speaker = self.publications.at(only)
        return only if speaker is not None and kinds.is_plural(only) is plural and kinds.can_be(i, speaker) else None

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

    def _persons_before(self, i: int) -> Iterator[int]:
        here = self.scene.sentence_of(i)
        for t in self.tellers:
            if t < i and here - self.scene.sentence_of(t) <= REACH:
                speaker = self.publications.at(self.meant(t))
                if speaker is not None and self.descriptions.is_person(speaker):
                    yield t

    def _is_of(self, t: int, classes: frozenset[SourceClass]) -> bool:
        speaker = self.publications.at(self.meant(t))
        return speaker is not None and speaker.source.source_class in classes
