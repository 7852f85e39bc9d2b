"""Who cites whom, and who rests on whom: "X, citing Y", "X quoted Y as saying", "a report based on that of Y"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from armswire.claims.attribution.publications import Publications
from armswire.claims.attribution.quoting import RELATIVE, Pair, Quoting
from armswire.claims.parties.antecedents import PERSONS
from armswire.claims.scene import Scene

# How many words may stand between a verb of speech and the comma before "citing".
SAID_REACH = 4


class Citing:
    """Finds who cites others, by name or by what they published, in one document."""

    def __init__(
        self,
        scene: Scene,
        publications: Publications,
        quoting: Quoting,
        sayer: Callable[[int], int | None],
        says: Callable[[int], bool],
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.words = scene.language.passing_on
        self.publications = publications
        self.quoting = quoting
        self.sayer = sayer
        self.says = says

    def citing(self, v: int) -> Iterator[Pair]:
        """ "X, citing Y", "X, which quoted Y", "X quoted Y as saying", "X reported on an investigation by Y"."""
        if self.grammar.is_passive(v):
            yield from self._based(v)
            return
        objects = [o for one in self._cited(v) for o in self.grammar.conjuncts(one)]
        voices = [voice for o in objects for voice in self.publications.voices(o)]
        citer = self._citer(v) if voices else None
        for outer in () if citer is None else self.tellers(citer):
            yield from ((outer, voice) for voice in voices if outer != voice)

    def _based(self, v: int) -> Iterator[Pair]:
        """ "a report by X, based on interviews with Y": whose report it is rests on Y."""
        token = self.tokens[v]
        if token.dep != "acl" or token.lemma not in self.words.tracing_verbs or not self._is_published(token.head):
            return
        for o in self.grammar.behind(v, self.words.tracing_verbs[token.lemma]):
            if self._is_published(o):
                inner = self.publications.voices(o)
                yield from ((one, two) for one in self.tellers(token.head) for two in inner if one != two)

    def tellers(self, i: int) -> list[int]:
        """Who speaks at token `i`: in a report, who says something in it, or whose it is."""
        if not self.publications.is_one(i):
            return [i]
        speaking = next(iter(self.grammar.kids(i, "poss")), None) if self._is_its(i) else self.quoting.speaks_in(i)
        return [speaking] if speaking is not None else self.publications.voices(i) or [i]

    def _is_its(self, i: int) -> bool:
        """ "its report": of whom "its" takes up."""
        return any(self.tokens[c].tag == "PRP$" for c in self.grammar.kids(i, "poss"))

    # -- who is cited ---------------------------------------------------------------------------------------------

    def _cited(self, v: int) -> Iterator[int]:
        """What a verb of citing or of relying on others names."""
        lemma = self.tokens[v].lemma
        if lemma in {*self.language.citing_verbs, *self.language.quoting_verbs}:
            yield from self.grammar.kids(v, "dobj", "pobj")
            # "quoting from a letter"
            yield from (o for o in self.grammar.behind(v, ("from",)) if self._is_published(o))
        if lemma in self.words.learning_verbs:
            yield from (o for o in self.grammar.behind(v, ("from",)) if o not in self.scene.item_at)
        if lemma not in self.words.resting_verbs:
            return
        links = self.words.resting_verbs[lemma]
        behind = [o for one in self.grammar.behind(v, links) for o in (one, *self.grammar.kids(one, "conj"))]
        if any(self.grammar.word(c) in links for c in self.grammar.kids(v, "prt", "advmod")):
            behind += self.grammar.kids(v, "dobj")
        # "reported on exports": only what others have published passes a word on.
        spoken = {o for o in behind if self._is_published(o)}
        if lemma not in self.words.reporting_verbs:
            # "referring to the Herald", "relying on two officers"
            spoken |= {o for o in behind if self.publications.is_press(o) or self._is_relied_on(v, o)}
        yield from (o for o in behind if o in spoken)

    def _is_published(self, i: int) -> bool:
        return self.publications.is_one(i) or self.publications.is_document(i)

    def _is_relied_on(self, v: int, i: int) -> bool:
        """A witness, where that is all the clause tells: "relying on two officers, the paper reported"."""
        mention = self.scene.actor_at.get(i)
        person = mention.kind in PERSONS if mention is not None else self.publications.speakers.is_private(i)
        return person and self.tokens[v].tag == "VBG" and self.tokens[v].dep == "advcl"

    # -- who cites ------------------------------------------------------------------------------------------------

    def _citer(self, v: int) -> int | None:
        """Who cites: the subject of the verb or of the clause that the participle stands at."""
        token = self.tokens[v]
        own = [s for s in self.grammar.kids(v, "nsubj") if self.tokens[s].tag not in RELATIVE]
        if own:
            above = self.tokens[v].head
            within = token.dep == "ccomp" and self.says(above) and self.tokens[own[0]].pos == "PRON"
            return self.sayer(above) if within else own[0]
        cited = self._cited_before(v) if token.tag == "VBG" else None
        if cited is not None:
            return cited
        said = self._said_before(v) if token.tag == "VBG" else None
        if said is not None:
            return self.sayer(said)
        if token.dep in {"relcl", "acl"} and not self.grammar.is_verb(token.head):
            return token.head
        if token.dep == "advcl" and self.publications.can_speak(token.head) and not self.grammar.is_verb(token.head):
            return token.head
        if not self.grammar.is_verb(token.head) or token.head == v:
            return None
        above = token.head
        while not self.says(above) and self.tokens[above].dep == "ccomp" and token.tag == "VBG":
            # "says that Oslo sold tanks, citing a dealer": not Oslo cites.
            above = self.tokens[above].head
        return self.sayer(above if self.says(above) else token.head)

    def _cited_before(self, v: int) -> int | None:
        """ "according to X, citing Y,", "citing X, quoting Y": the outlet right before, which somebody has named."""
        first = v - 2 if v >= 2 and self.tokens[v - 1].text == "," else None
        if first is None or not self.publications.is_press(first):
            return None
        token = self.tokens[first]
        named = token.dep == "dobj" and self.tokens[token.head].lemma in self.language.citing_verbs
        above = self.tokens[self.tokens[token.head].head]
        according = token.dep == "pobj" and above.text.lower() in self.language.prepositions.according
        return first if named or according else None

    def _said_before(self, v: int) -> int | None:
        """ "said on Friday, citing": the verb of speech before the comma, whatever the parser made of it."""
        if v < 2 or self.tokens[v - 1].text != ",":
            return None
        near = range(v - 2, max(-1, v - 2 - SAID_REACH), -1)
        for k in near:
            if self.tokens[k].text == "," or self.tokens[k].sentence != self.tokens[v].sentence:
                return None
            if self.grammar.is_verb(k) and self.says(k):
                return k
        return None
