"""Papers that somebody has: "has seen a certificate showing that", "was shown the contract", "lists in its hands"."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.attribution.told_before import Basis, ToldBefore


class Holdings(ToldBefore):
    """Finds who has the papers of one document."""

    def find(self) -> list[Basis]:
        """All of them, in the order of the text."""
        return [basis for v in self.verbs() for basis in self._had(v)] + [*self._possessed()]

    def _had(self, v: int) -> Iterator[Basis]:
        """ "X has obtained invoices", "X was shown a contract"; "X published a certificate" too."""
        lemma, passive = self.tokens[v].lemma, self.grammar.is_passive(v)
        shown = passive and lemma in self.words.showing_verbs
        having = {*self.language.seeing_verbs, *self.words.holding_verbs, *self.words.publishing_verbs}
        outer = self.subject(v) if shown or (lemma in having and not passive) else None
        objects = self.grammar.kids(v, "dobj")
        means = (*objects, *self.grammar.behind(v, ("into",)))
        got = [o for o in means if self.tokens[o].lemma in self.words.access_nouns]
        # "has got hold of a contract", "was given access to a list"
        outer = self.subject(v) if got and outer is None else outer
        if outer is None:
            return
        objects = [p for o in got for p in self.grammar.behind(o, ("of", "to"))] or objects
        papers = [one for o in objects for one in self.grammar.conjuncts(o)]
        yield from (basis for one in papers if (basis := self._basis(v, outer, one)) is not None)

    def _possessed(self) -> Iterator[Basis]:
        """ "documents in its possession", "papers in the hands of X"."""
        for token in self.tokens:
            if token.lemma in self.words.possession_nouns and token.dep == "pobj":
                paper, owner = self.tokens[token.head].head, self.owner(token.index)
                basis = None if owner is None else self._basis(token.index, owner, paper)
                if basis is not None:
                    yield basis

    def _basis(self, at: int, outer: int, noun: int) -> Basis | None:
        paper = self.publications.owner_of_part(noun)
        if self.is_word(paper) or not self._is_paper(paper):
            # "has seen the report": what was told before is no paper beside it.
            return None
        own = self._tells(paper) or self._tells(noun)
        return Basis(at, outer, (paper,), holds=True, own=own) if own or self.is_about_it(paper) else None

    def _tells(self, paper: int) -> bool:
        """ "a certificate showing that", "a contract under which Oslo sold", "records show": it says something."""
        clauses = self.grammar.kids(paper, "acl", "relcl")
        within = any(self.kinds(c) & {"say", "confirm"} or self.publications.opens_in_paper(c) for c in clauses)
        above = self.tokens[paper].head
        return within or (self.tokens[paper].dep == "nsubj" and bool(self.kinds(above) & {"say", "confirm"}))

    def _is_paper(self, i: int) -> bool:
        """ "the contract" is a paper too where somebody has it in hand."""
        if self.tokens[i].lemma in self.words.deed_nouns and self.tokens[i].pos == "NOUN":
            self.publications.papers.add(i)
        return self.publications.is_document(i)
