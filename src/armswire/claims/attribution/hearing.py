"""Who hears a word and carries it: "told X", "in an interview with X", "papers that Y showed to X"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from armswire.claims.attribution.publications import Publications
from armswire.claims.attribution.quoting import RELATIVE, Pair, Quoting
from armswire.claims.scene import Scene

# Before the outlet, or the interview, in which something is said.
PLACES = frozenset({"in", "on", "during", "for", "from"})
# Before the outlet that has the interview.
HEARERS = ("to", "with", "for", "by", "on", "in")


class Hearing:
    """Finds who hears and carries what others say, and is shown what they have, in one document."""

    def __init__(
        self,
        scene: Scene,
        publications: Publications,
        quoting: Quoting,
        sayer: Callable[[int], int | None],
        says: Callable[[int], bool],
    ) -> None:
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.words = scene.language.passing_on
        self.publications = publications
        self.quoting = quoting
        self.sayer = sayer
        self.says = says

    def showing(self, v: int) -> Iterator[Pair]:
        """ "papers that Y showed to X", "a memo described to X by Y", "an interview that Y gave to X"."""
        token = self.tokens[v]
        made = [c for c in self.grammar.kids(v, "oprd", "acomp") if self.grammar.word(c) in self.words.available_words]
        if token.dep not in {"acl", "relcl"} or not (made or token.lemma in self.words.showing_verbs):
            return
        # "a list made available to X"
        hearers = [o for c in made for o in self.grammar.behind(c, ("to",))]
        press = self.publications.press_among([*self._audience(v, ("to",)), *hearers])
        owners = [a for a in self.quoting.agents(v) if self.publications.can_speak(a)]
        paper = self.publications.owner_of_part(self.publications.paper_over(token.head))
        inner = [] if paper == token.head and token.lemma == "give" else self.quoting.carried(paper)
        if self.tokens[paper].lemma in self.language.interview_nouns:
            inner = []
        if not press:
            return
        for owner in owners:
            yield press[0], owner
            yield from ((owner, one) for one in inner if one != owner)
        if not owners:
            yield from ((press[0], one) for one in inner)

    def telling(self, v: int) -> Iterator[Pair]:
        """ "Y told X", "Y said in an interview with X", "X, to which Y had spoken", "X, whose reporters met Y"."""
        if self.grammar.is_passive(v) and self.tokens[v].lemma not in self.language.talking_verbs:
            return
        lemma = self.tokens[v].lemma
        if lemma in self.language.citing_verbs:
            return
        telling = {*self.language.telling_verbs, *self.language.talking_verbs, *self.language.addressing_verbs}
        if lemma not in telling and not self.says(v):
            return
        teller = self.teller(v)
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

    def teller(self, v: int) -> int | None:
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
