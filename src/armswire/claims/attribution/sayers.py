"""Who says what: the verbs of speech of one document with those who do them, whatever the parser made of them."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.attribution.marked import SPEECH
from armswire.claims.attribution.speakers import Speakers
from armswire.claims.cues import CueBook
from armswire.claims.parties.arguments import Arguments
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator
from armswire.model.annotation import ActorKind

# Operators of which whoever does them may speak the quotation beside them.
TOLD = frozenset({"say", "address"})
COMMAS = frozenset({",", "”", '"'})


class Sayers:
    """Finds who does the saying at the verbs of one document."""

    def __init__(self, scene: Scene, operators: CueBook[Operator], arguments: Arguments, speakers: Speakers) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.operators = operators
        self.arguments = arguments
        self.speakers = speakers

    def kinds(self, i: int) -> set[str]:
        """The kinds of the operators at token `i`."""
        return {op.kind for op in self.operators.at(self.grammar, i)}

    def speaks(self, i: int) -> bool:
        """True for a verb of speech."""
        return self.grammar.is_verb(i) and bool(self.kinds(i) & SPEECH)

    def sayer(self, verb: int) -> int | None:
        """The token of who says it."""
        if self.grammar.is_passive(verb):
            return self.grammar.passive_agent(verb)
        token, papers = self.tokens[verb], {*self.language.document_nouns, *self.language.passing_on.deed_nouns}
        if token.dep == "acl" and token.tag == "VBG" and self.tokens[token.head].lemma in papers:
            # "a certificate showing that": the paper, not whoever has it.
            return token.head
        subject = self.arguments.subject(verb)
        if subject is not None and self.is_inside_quotation(subject) and not self.is_inside_quotation(verb):
            # "'No tanks for Kenya,' says ...": what is said was taken for the one who says it.
            subject = next((s for s in self.grammar.kids(verb, "nsubj", "npadvmod") if s > verb), None)
        return subject if subject is not None else self._named_before(verb)

    def _named_before(self, verb: int) -> int | None:
        """ "..., a spokesman for the economy ministry said": whom the parser took for an apposition."""
        named: int | None = None
        # A comma right before the verb closes the apposition: "Kari Holm, the minister, said".
        end = verb - 1 if verb > 0 and self.tokens[verb - 1].text == "," else verb
        for token in reversed(self.tokens[:end]):
            if token.sentence != self.tokens[verb].sentence or token.text in {",", ";", "”", '"'}:
                break
            mention = self.scene.actor_at.get(token.index)
            named = self.speakers.speaking(mention) if mention is not None else named
        return named if named is not None else self._office_before(end)

    def _office_before(self, end: int) -> int | None:
        """ "printed by X, the head of the guard, Kari Holm, said": the office before the name that ends at `end`."""
        first = end
        while first > 0 and self.tokens[first - 1].pos == "PROPN":
            first -= 1
        if first == end or first < 2 or self.tokens[first - 1].text != ",":
            return None
        for token in reversed(self.tokens[: first - 1]):
            mention = self.scene.actor_at.get(token.index)
            if token.text == "," or token.sentence != self.tokens[end].sentence:
                return None
            if mention is not None and (mention.kind is ActorKind.OFFICIAL or token.index > mention.head):
                return self.speakers.speaking(mention)
        return None

    # -- clauses put in -------------------------------------------------------------------------------------------

    def put_in(self, i: int) -> Iterator[int]:
        """Who speaks in a clause that is put in without saying anything: "Rome, he went on, has ..."."""
        for token in self.scene.sentence_tokens(i):
            verb = token.index
            if not self.grammar.is_verb(verb) or i in set(self.grammar.subtree(verb)):
                continue
            subject = next((s for s in reversed(self.grammar.kids(verb, "nsubj")) if s < verb), None)
            if self.is_inserted(verb) and subject is not None and self._is_between_commas(subject, verb):
                yield subject
            if token.lemma in self.language.citing_verbs and self.grammar.own_subject(verb) is not None:
                yield from self._quoted_as(verb)

    def is_inserted(self, verb: int) -> bool:
        """ "went on", which says something only where it is put in, or closes what is said."""
        follows = self.grammar.word(verb + 1) if verb + 1 < len(self.tokens) else ""
        forms = (self.tokens[verb].lemma, f"{self.tokens[verb].lemma} {follows}")
        after = self.tokens[verb + 1 : verb + 3]
        closed = any(t.pos == "PUNCT" for t in after)
        return closed and any(form in self.language.passing_on.inserted_verbs for form in forms)

    def _is_between_commas(self, subject: int, verb: int) -> bool:
        """ ", the former officer went on,": nothing else stands in the clause."""
        first = min(self.grammar.subtree(subject))
        before = self.tokens[first - 1].text if first else ""
        after = [t.text for t in self.tokens[verb + 1 : verb + 3]]
        return before in COMMAS and bool({*COMMAS, "."} & {*after})

    def _quoted_as(self, verb: int) -> Iterator[int]:
        """ "..., the weekly quoted a diplomat as saying": the diplomat, where nothing is said behind it."""
        for preposition in self.grammar.kids(verb, "prep"):
            for c in self.grammar.kids(preposition, "pcomp"):
                if self.speaks(c) and not self.grammar.kids(c, "ccomp", "xcomp", "dobj"):
                    yield from self.grammar.kids(verb, "dobj")

    def is_put_in(self, verb: int) -> bool:
        """ "At no point, the minister insisted, did Oslo ask": a comma closes the clause before anything is said."""
        closed = verb + 1 < len(self.tokens) and self.tokens[verb + 1].text == ","
        return closed and not self.grammar.kids(verb, "ccomp", "xcomp", "dobj")

    # -- quotations -----------------------------------------------------------------------------------------------

    def says_outside_quotation(self, i: int) -> bool:
        """True for a verb whose subject may speak a quotation beside it."""
        return self.grammar.is_verb(i) and not self.is_inside_quotation(i) and bool(self.kinds(i) & TOLD)

    def is_inside_quotation(self, i: int) -> bool:
        """True between quotation marks."""
        span = self.tokens[i].span
        return any(q.span.covers(span) for q in self.scene.annotated.document.quotations)
