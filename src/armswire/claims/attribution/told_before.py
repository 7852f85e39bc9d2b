"""What takes up something told before, and whose word it is: "this", "its information", "the panel's account"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from armswire.claims.attribution.publications import Publications
from armswire.claims.attribution.quoting import RELATIVE
from armswire.claims.parse.grammar import Mood
from armswire.claims.scene import Scene

# Nobody has learned yet what he will or may learn.
UNREAL = frozenset({Mood.FUTURE, Mood.POSSIBLE, Mood.OBLIGED, Mood.IMPERATIVE})
# Before what somebody is told, or has heard, of.
TOPICS = ("of", "about", "on", "regarding", "concerning")
# What a paper is about, not whose it is.
SUBJECTS = TOPICS[1:]


@dataclass(frozen=True, slots=True)
class Basis:
    """On whose word something rests, by the verb at token `at`.

    `outer` is who relies on it, None where that is left to what was told before; `inner` are those relied on.
    `noun` is the word that takes up what was told ("the report"). `new` where the outer may be named here for the
    first time. `holds` where the outer has a paper, which only makes a source of the press and other organisations;
    `own` where the paper says something itself: that rests on it, not what was told before.
    """

    at: int
    outer: int | None
    inner: tuple[int, ...]
    noun: int | None = None
    new: bool = False
    holds: bool = False
    own: bool = False


class ToldBefore:
    """Tells of the words of one document whether they take up what was told before, and who speaks in them."""

    def __init__(
        self,
        scene: Scene,
        publications: Publications,
        sayer: Callable[[int], int | None],
        kinds: Callable[[int], set[str]],
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.words = scene.language.passing_on
        self.publications = publications
        self.sayer = sayer
        self.kinds = kinds

    def verbs(self) -> Iterator[int]:
        """The verbs that tell of what was done, not of what may be, was not or is to be done."""
        for token in self.tokens:
            v = token.index
            if self.grammar.is_verb(v) and not self.grammar.is_negated(v) and self.grammar.mood(v) not in UNREAL:
                yield v

    # -- what is taken up -----------------------------------------------------------------------------------------

    def takes_up(self, i: int, links: Collection[str] = ()) -> bool:
        """ "this", "so", "the information", "its report", "the sale": what was told before, not something else.

        What stands behind one of `links` belongs to the verb ("based its report on records").
        """
        if self.grammar.word(i) in self.words.taken_up_words:
            return True
        token = self.tokens[i]
        lemmas = {*self.words.word_nouns, *self.language.event_nouns, *self.language.statement_nouns, *self._moved}
        if token.pos not in {"NOUN", "PROPN"} or token.lemma not in lemmas:
            return False
        definite = self.grammar.has_determiner(i, self.language.determiners.definite)
        return (definite or bool(self.grammar.kids(i, "poss"))) and not self._is_another(i, links)

    def is_word(self, i: int, links: Collection[str] = ()) -> bool:
        """ "the information", "the panel's account": somebody's word, taken up; `links` as for `takes_up`."""
        return self.tokens[i].lemma in self.words.word_nouns and self.takes_up(i, links)

    @cached_property
    def _moved(self) -> set[str]:
        """Nouns of transfer: "the handover"."""
        return {noun for frame in self.language.frames for noun in frame.nouns}

    def _is_another(self, i: int, links: Collection[str]) -> bool:
        """ "the annual report", "the audit report on roads": not the one that was told of."""
        if self.grammar.kids(i, "amod") or self.publications.witnesses(i) or not self.is_about_it(i, links):
            return True
        known = {*self.language.press_nouns, *self.words.word_nouns}
        named = any(self.tokens[c].lemma not in known for c in self.grammar.kids(i, "compound", "nmod"))
        return named and self.tokens[i].lemma in self.words.word_nouns

    def is_about_it(self, i: int, links: Collection[str] = ()) -> bool:
        """False where the phrase at `i` tells of something else: "a letter about school meals"."""
        about = [word for word in SUBJECTS if word not in links]
        return all(self.takes_up(o) for o in self.grammar.behind(i, about))

    def owner(self, noun: int) -> int | None:
        """ "its information", "the panel's account", "the source of the report": whose it is, where that is told."""
        for owner in (*self.grammar.kids(noun, "poss"), *self.grammar.behind(noun, self.language.prepositions.counted)):
            pronoun = self.grammar.word(owner) in self.language.pronouns.things
            return self.owner(owner) if self.takes_up(owner) and not pronoun else owner
        return None

    # -- who speaks, who relies -----------------------------------------------------------------------------------

    def voices(self, tokens: Iterable[int]) -> tuple[int, ...]:
        """Whose word they are: the witness's in a testimony, of who was interviewed, a paper's own."""
        listed = [one for i in tokens for one in self.grammar.conjuncts(i)]
        spoken = (i for i in listed if not self.takes_up(i) and self.publications.can_witness(i))
        return tuple(dict.fromkeys(voice for i in spoken for voice in self.publications.voices(i)))

    def links(self, v: int, links: Iterable[str], *others: int) -> list[int]:
        """What stands behind these prepositions at the verb, or at what stands between."""
        return [o for i in (v, *others) for o in self.grammar.behind(i, (*links,))]

    def subject(self, v: int) -> int | None:
        """Who does it, or to whom it is done: at the verb itself, else the word or clause that its clause hangs on."""
        own, token = self.grammar.own_subject(v), self.tokens[v]
        if own is not None and self.tokens[own].tag not in RELATIVE:
            return own
        on_verb = self.grammar.is_verb(token.head)
        if token.dep in {"relcl", "acl"}:
            return None if on_verb else token.head
        return self.sayer(token.head) if token.dep in {"advcl", "conj"} and on_verb else None
