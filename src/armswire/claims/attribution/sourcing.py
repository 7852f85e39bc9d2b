"""Clauses that tell on whose word something rests: "its information came from X", "he had been told so by X".

Such a clause tells of no transfer itself, but of what was told before. Who is meant by "it" is found elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.attribution.told_before import TOPICS, Basis, ToldBefore


class Sourcing(ToldBefore):
    """Finds the clauses of one document that tell on whose word something rests."""

    def find(self) -> list[Basis]:
        """All of them, in the order of the text."""
        rules = (
            self._traced, self._coming, self._handed_on, self._informed, self._named, self._called, self._on_the_basis,
        )  # fmt: skip
        return [basis for v in self.verbs() for rule in rules for basis in rule(v) if basis.inner]

    def _traced(self, v: int) -> Iterator[Basis]:
        """ "attributed the information to X", "had this from X", "the story is attributed to X"."""
        links = self.words.tracing_verbs.get(self.tokens[v].lemma)
        subject = None if links is None else self.subject(v)
        if links is None or subject is None:
            return
        if self.grammar.is_passive(v):
            if self.is_word(subject, links):
                yield Basis(v, self.owner(subject), self.voices(self.links(v, links, subject)), subject)
            return
        told = [o for o in self.grammar.kids(v, "dobj") if self._is_news(o, links)]
        told += [o for o in self.grammar.behind(v, [word for word in TOPICS if word not in links]) if self.takes_up(o)]
        if told:
            yield Basis(v, subject, self.voices(self.links(v, links, *told)), new=True)

    def _coming(self, v: int) -> Iterator[Basis]:
        """ "its information came from X", "the account rests on the testimony of X"."""
        links = self.words.coming_verbs.get(self.tokens[v].lemma)
        subject = None if links is None or self.grammar.is_passive(v) else self.subject(v)
        if links is not None and subject is not None and self.is_word(subject, links):
            yield Basis(v, self.owner(subject), self.voices(self.links(v, links)), subject)

    def _handed_on(self, v: int) -> Iterator[Basis]:
        """ "the information was passed to the newspaper by X"."""
        subject, agent = self.grammar.own_subject(v), self.grammar.passive_agent(v)
        if self.tokens[v].lemma not in self.words.showing_verbs or subject is None or agent is None:
            return
        if self.is_word(subject):
            press = self.publications.press_among([*self.grammar.behind(v, ("to",))])
            yield Basis(v, press[0] if press else self.owner(subject), self.voices([agent]), subject)

    def _informed(self, v: int) -> Iterator[Basis]:
        """ "he had been informed of it by X", "X had told him so"."""
        if self.tokens[v].lemma not in self.words.informing_verbs:
            return
        objects = self.grammar.kids(v, "dobj", "dative")
        topics = (*self.links(v, TOPICS, *objects), *self.grammar.kids(v, "advmod", "oprd"))
        told = [o for o in topics if self.takes_up(o)] or [o for o in objects if self._is_small(o)]
        subject = self.subject(v) if told else None
        if subject is None:
            return
        if self.grammar.is_participle(v):
            yield Basis(v, subject, self.voices(self.links(v, ("by",), *told)), new=True)
            return
        pronouns = self.language.pronouns
        for hearer in objects:
            who = self.grammar.word(hearer)
            known = who in {*pronouns.persons, *pronouns.several, *pronouns.things}
            if hearer not in told and (known or self.publications.is_press(hearer)):
                yield Basis(v, hearer, self.voices([subject]))

    def _named(self, v: int) -> Iterator[Basis]:
        """ "named X as its source", "X was given as the source"."""
        sources = [o for o in self.grammar.behind(v, ("as",)) if self.tokens[o].lemma in self.words.source_nouns]
        if not sources or self.tokens[v].lemma not in self.words.naming_verbs:
            return
        owner = self.owner(sources[0])
        passive = self.grammar.kids(v, "nsubjpass")
        named = passive or [o for o in self.grammar.kids(v, "dobj", "oprd") if o not in sources]
        outer = owner if owner is not None or passive else self.subject(v)
        yield Basis(v, outer, self.voices(named), sources[0])

    def _called(self, v: int) -> Iterator[Basis]:
        """ "its source was X", "X were the source of the report"."""
        if self.tokens[v].lemma not in self.language.copula_verbs:
            return
        ends = (self.grammar.kids(v, "nsubj"), self.grammar.kids(v, "attr"))
        for source, others in (ends, ends[::-1]):
            for s in source:
                if self.tokens[s].lemma in self.words.source_nouns:
                    yield Basis(v, self.owner(s), self.voices(others), s)

    def _on_the_basis(self, v: int) -> Iterator[Basis]:
        """ "it did so on the strength of a memo"."""
        so = any(self._is_small(c) for c in self.grammar.kids(v, "advmod", "dobj"))
        subject = self.subject(v) if so else None
        for o in self.grammar.behind(v, ("on",)) if subject is not None else ():
            if self.tokens[o].lemma in self.words.basis_nouns:
                yield Basis(v, subject, self.voices(self.links(o, self.language.prepositions.counted)))

    def _is_news(self, i: int, links: tuple[str, ...]) -> bool:
        """ "had the news from", "attributed it to"."""
        return self._is_small(i) or self.is_word(i, links) or self.tokens[i].lemma in self.words.news_nouns

    def _is_small(self, i: int) -> bool:
        return self.grammar.word(i) in self.words.taken_up_words
