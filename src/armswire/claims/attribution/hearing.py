"""By whom a word is passed on: "quoted by X", "seen by X", "told X", "in an interview with X", "showed to X"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from armswire.claims.attribution.publications import Publications, is_body
from armswire.claims.scene import Scene

RELATIVE = frozenset({"WDT", "WP", "WP$"})
# Before the outlet, or the interview, in which something is said.
PLACES = frozenset({"in", "on", "during", "for", "from"})
# Before the outlet that has the interview.
HEARERS = ("to", "with", "for", "by", "on", "in")
Pair = tuple[int, int]


class Hearing:
    """Finds who hears, carries, sees and publishes what others say in one document."""

    def __init__(
        self, scene: Scene, publications: Publications, sayer: Callable[[int], int | None], says: Callable[[int], bool]
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.words = scene.language.passing_on
        self.publications = publications
        self.sayer = sayer
        self.says = says

    # -- by whom it is passed on ----------------------------------------------------------------------------------

    def _done_by(self, v: int) -> Iterator[Pair]:
        """ "officials quoted by X", "a memo seen by X", "in a statement broadcast by X", "which X has published"."""
        lemma = self.tokens[v].lemma
        quoting, seeing = self.language.quoting_verbs, self.language.seeing_verbs
        publishing = lemma in self.words.publishing_verbs
        if not publishing and lemma not in {*quoting, *seeing}:
            return
        noun = self._noun_of(v)
        if noun is None:
            return
        agents = self._agents(v)
        if publishing:
            self.publications.outlets.update(a for a in agents if self.tokens[a].pos == "PROPN")
        for agent in agents:
            passes = self.publications.is_press(agent)
            speaker = self.publications.at(agent)
            if lemma in quoting and speaker is not None:
                passes = not is_body(speaker)
            if passes:
                yield from ((agent, voice) for voice in self._carried(noun) if voice != agent)

    def _agents(self, v: int) -> list[int]:
        """Who does it: behind "by", or the subject of a clause that hangs on what it is done to."""
        # "was quoted as saying by X"
        below = [c for p in self.grammar.kids(v, "prep") for c in self.grammar.kids(p, "pcomp")]
        # "printed in the Courier"
        places = [o for o in self.grammar.behind(v, ("in", "on")) if self.publications.is_press(o)]
        links = [p for k in (v, *below) for p in self.grammar.kids(k, "agent", "prep") if self.grammar.word(p) == "by"]
        by = [o for p in links for o in self.grammar.kids(p, "pobj")]
        placed = {*self.words.publishing_verbs, *self.language.quoting_verbs}
        if self.tokens[v].lemma in placed and self.tokens[v].tag == "VBN":
            by = by or places
        if by:
            return [one for o in by for one in self.grammar.conjuncts(o)]
        active = not self.grammar.is_passive(v) and self.tokens[v].dep in {"relcl", "acl"}
        return [s for s in self.grammar.kids(v, "nsubj") if self.tokens[s].tag not in RELATIVE] if active else []

    def _noun_of(self, v: int) -> int | None:
        """What is quoted, seen or published: the noun that the participle or the relative clause hangs on."""
        token = self.tokens[v]
        if token.dep in {"acl", "relcl"}:
            seeing = token.lemma in self.language.seeing_verbs and token.tag == "VBN"
            return self.publications.paper_over(token.head) if seeing else token.head
        if token.dep == "advcl" and token.tag == "VBN" and token.lemma in self.language.quoting_verbs:
            # "Interviewed by X, the minister said"
            return self.sayer(token.head) if self.grammar.is_verb(token.head) else token.head
        if token.lemma in self.language.quoting_verbs and self.grammar.kids(v, "auxpass"):
            return next(iter(self.grammar.kids(v, "nsubjpass")), None)
        before = self.tokens[v - 1] if v else None
        if token.dep == "conj" and before is not None and before.dep == "cc":
            # "obtained by X and cited by Y": Y passes on what X has.
            return self._noun_before(v)
        return None

    def _noun_before(self, v: int) -> int | None:
        """The first of two participles, whatever the parser lists the second with."""
        verbs = {*self.language.quoting_verbs, *self.language.seeing_verbs, *self.words.publishing_verbs}
        for k in range(v - 1, -1, -1):
            token = self.tokens[k]
            if token.sentence != self.tokens[v].sentence:
                first = self.tokens[self.tokens[v].head]
                # "a cable dated 3 May and obtained by X"
                return first.head if first.dep == "acl" and first.tag == "VBN" else None
            if token.lemma in verbs and token.dep == "acl" and token.tag == "VBN":
                agents = self._agents(k)
                return agents[-1] if agents else token.head
        return None

    def _carried(self, noun: int) -> list[int]:
        """Whose word is passed on with the noun: of who speaks in it, of who stands behind it, or its own."""
        noun = self.publications.owner_of_part(noun)
        if not self.publications.is_one(noun):
            speaking = self._speaks_in(noun) if self.publications.is_document(noun) else None
            if speaking is not None:
                return [speaking]
            return [noun] if self.publications.can_speak(noun) else []
        speaking = self._speaks_in(noun)
        return [speaking] if speaking is not None else self.publications.voices(noun)

    def _speaks_in(self, noun: int) -> int | None:
        """ "X said in a statement", "X, in findings first published by": who speaks in what was published."""
        token = self.tokens[noun]
        if token.dep != "pobj" or self.grammar.word(token.head) not in {"in", "during", "through", "to"}:
            return None
        above = self.tokens[token.head].head
        if self.grammar.word(above) in self.language.prepositions.according:
            # "according to a report": nobody speaks in it but its own.
            return None
        if self.grammar.is_verb(above):
            return self.sayer(above)
        return above if self.publications.can_speak(above) and not self.publications.is_one(above) else None

    # -- who shows and who tells ----------------------------------------------------------------------------------

    def _showing(self, v: int) -> Iterator[Pair]:
        """ "papers that Y showed to X", "a memo described to X by Y", "an interview that Y gave to X"."""
        token = self.tokens[v]
        made = [c for c in self.grammar.kids(v, "oprd", "acomp") if self.grammar.word(c) in self.words.available_words]
        if token.dep not in {"acl", "relcl"} or not (made or token.lemma in self.words.showing_verbs):
            return
        # "a list made available to X"
        hearers = [o for c in made for o in self.grammar.behind(c, ("to",))]
        press = self.publications.press_among([*self._audience(v, ("to",)), *hearers])
        owners = [a for a in self._agents(v) if self.publications.can_speak(a)]
        paper = self.publications.owner_of_part(self.publications.paper_over(token.head))
        inner = [] if paper == token.head and token.lemma == "give" else self._carried(paper)
        if self.tokens[paper].lemma in self.language.interview_nouns:
            inner = []
        if not press:
            return
        for owner in owners:
            yield press[0], owner
            yield from ((owner, one) for one in inner if one != owner)
        if not owners:
            yield from ((press[0], one) for one in inner)

    def _telling(self, v: int) -> Iterator[Pair]:
        """ "Y told X", "Y said in an interview with X", "X, to which Y had spoken", "X, whose reporters met Y"."""
        if self.grammar.is_passive(v) and self.tokens[v].lemma not in self.language.talking_verbs:
            return
        lemma = self.tokens[v].lemma
        if lemma in self.language.citing_verbs:
            return
        telling = {*self.language.telling_verbs, *self.language.talking_verbs, *self.language.addressing_verbs}
        if lemma not in telling and not self.says(v):
            return
        teller = self._teller(v)
        if teller is None:
            return
        if lemma in self.language.talking_verbs and self.publications.is_press(teller):
            outlet = self._outlet_of(teller)
            heard = [o for o in self._audience(v, ("to", "with")) if self.publications.can_speak(o)]
            yield from ((outlet, one) for one in heard if one != outlet and not self.publications.is_press(one))
            return
        for outlet in self._outlets(v):
            if outlet != teller:
                yield outlet, teller

    def _teller(self, v: int) -> int | None:
        """Who tells: the subject, of a participle that of its clause."""
        token = self.tokens[v]
        own = [s for s in self.grammar.kids(v, "nsubj") if self.tokens[s].tag not in RELATIVE]
        if own:
            return own[0]
        if token.dep in {"relcl", "acl"} and not self.grammar.is_verb(token.head):
            return token.head
        return self.sayer(v)

    def _outlet_of(self, i: int) -> int:
        """ "whose reporters", "the paper's reporters": the outlet for which they work."""
        for c in self.grammar.kids(i, "poss"):
            if self.tokens[c].tag == "WP$":
                verb = self.tokens[i].head
                if self.tokens[verb].dep == "relcl":
                    return self.tokens[verb].head
            elif self.publications.is_press(c):
                return c
        found = self.publications.outlet(i)
        return i if found is None else found

    def _outlets(self, v: int) -> list[int]:
        """The outlets that hear or carry what is said at the verb."""
        found = [*self._audience(v, ("to", "with"))]
        for word, place in self.grammar.prepositions(v):
            if word not in PLACES:
                continue
            if self.publications.is_one(place) and word != "on":
                found += self.grammar.behind(place, HEARERS)
                found += self.grammar.kids(place, "poss")
                found += [c for c in self.grammar.kids(place, "compound", "nmod") if self.tokens[c].pos == "PROPN"]
            elif self.tokens[place].lemma not in self.language.statement_nouns:
                # "comment on reports": what is answered carries nothing.
                found.append(place)
        # "on its website": its own word all the same.
        heard = [o for o in found if not any(self.tokens[c].tag == "PRP$" for c in self.grammar.kids(o, "poss"))]
        press = self.publications.press_among(heard)
        return [o for o in press if not self.publications.is_reporter(o)] or press

    def _audience(self, v: int, links: Iterable[str]) -> Iterator[int]:
        """Who hears it: an object, behind "to", or the word before a clause "to whom"."""
        if self.tokens[v].lemma in {*self.language.addressing_verbs, *self.words.showing_verbs}:
            yield from self.grammar.kids(v, "dobj", "dative")
        for o in self.grammar.behind(v, (*links,)):
            if self.tokens[o].tag in RELATIVE and self.tokens[v].dep == "relcl":
                yield self.tokens[v].head
            else:
                yield o
        for c in self.grammar.kids(v, "dobj"):
            yield from self.grammar.behind(c, (*links,))
