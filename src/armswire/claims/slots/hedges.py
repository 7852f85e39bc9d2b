"""What holds a claim at a distance, and who holds it there: the article ("allegedly") or who speaks ("may").

The article's own distance says nothing about how sure a source is; where nobody else speaks, the article is the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from armswire.claims.attribution.speaker import Speaker
from armswire.claims.meaning import Meaning, weaken
from armswire.claims.operators.stacking import Stack
from armswire.claims.scene import Scene
from armswire.lexicon.language import HedgeWords
from armswire.model.claim import Certainty, Hedge, Hedger, Polarity, Step
from armswire.model.span import Span

# A quotation of so many words says how something is called, not what somebody said.
SCARE_WORDS = 3
# Arcs over which what stands above still speaks of what stands below.
CARRIED = frozenset(
    {
        "ccomp", "xcomp", "acomp", "attr", "oprd", "dobj", "nsubj", "nsubjpass", "csubj", "pobj", "pcomp", "prep",
        "acl", "compound", "amod", "parataxis", "dep",
    }
)  # fmt: skip
MODAL = "modal"


@dataclass(frozen=True, slots=True)
class Distance:
    """A hedge where it stands, from the first to the last token, with its rule and how far it weakens the claim."""

    hedge: Hedge
    first: int
    last: int
    rule: str
    certainty: Certainty | None = None


class Hedges:
    """Finds the hedges of the claims of one document."""

    def __init__(self, scene: Scene, speech: frozenset[int]) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.words = scene.language.hedges
        self.speech = speech

    def of(self, m: Meaning, stack: Stack, speakers: Sequence[Speaker]) -> tuple[Distance, ...]:
        """The hedges around the words of a claim on the word of `speakers`, in the order of the text."""
        if m.polarity is Polarity.UNCOMMITTED:
            return ()
        path = self._path(m, stack)
        near = path if m.said_at is not None else path | {i for item in m.items for i in (item.first, item.head)}
        found = [*self._said(m, path, near, speakers), *self._scare_quotes(m, near, speakers)]
        return tuple(sorted(found, key=lambda one: one.first))

    def _path(self, m: Meaning, stack: Stack) -> set[int]:
        """The word of transfer, the operators on it, and what stands over them up to who speaks."""
        start = m.anchor if m.said_at is None else m.said_at
        path = {start} if m.said_at is not None else {start, m.top, *(s.token for s in stack.operators)}
        for at in list(path):
            while self.tokens[at].head != at and self._is_carried(at):
                at = self.tokens[at].head
                path.add(at)
            path.update(c for c in self.grammar.kids(at, "parataxis") if c in self.speech)
        return path

    def _is_carried(self, i: int) -> bool:
        if self.tokens[i].dep == "conj":
            return not self.grammar.kids(i, "nsubj", "nsubjpass")
        return self.tokens[i].dep in CARRIED

    def _said(self, m: Meaning, path: set[int], near: set[int], speakers: Sequence[Speaker]) -> Iterator[Distance]:
        """Adverbs, adjectives and modals at those words, and verbs and nouns among them."""
        for token in self.scene.sentence_tokens(m.anchor if m.said_at is None else m.said_at):
            i, first = token.index, token.index
            if token.tag == "MD":
                possible = token.text.lower() in self.scene.language.possibility_modals
                if possible and token.head in path - self.speech and m.certainty is Certainty.POSSIBLE:
                    yield self._distance(first, i, MODAL, Hedger.SPEAKER, speakers, Certainty.POSSIBLE)
                continue
            joined = i >= 2 and self.tokens[i - 1].text == "-"
            word = f"{self.grammar.word(i - 2)}-{token.text.lower()}" if joined else token.text.lower()
            for entry in self.words:
                is_adverb = word in entry.adverbs and self._qualifies(i, path, near)
                first = i - 2 if is_adverb and joined else i
                if is_adverb or self._governs(i, entry, path):
                    certainty = None if entry.certainty is None else Certainty(entry.certainty)
                    yield self._distance(first, i, entry.id, Hedger(entry.by), speakers, certainty)
                    break

    def _qualifies(self, i: int, path: set[int], near: set[int]) -> bool:
        """An adverb or adjective of the claim's own words; "reported" as a verb is none."""
        token = self.tokens[i]
        as_verb = token.tag.startswith("VB") and token.dep not in {"amod", "advmod"}
        return not as_verb and (token.head in near or i in path)

    def _governs(self, i: int, entry: HedgeWords, path: set[int]) -> bool:
        token = self.tokens[i]
        if i not in path:
            return False
        forms = entry.verbs if self.grammar.is_verb(i) else entry.nouns
        return token.lemma in forms and (self.grammar.is_verb(i) or token.pos == "NOUN")

    def _distance(
        self, first: int, last: int, rule: str, by: Hedger, speakers: Sequence[Speaker], certainty: Certainty | None
    ) -> Distance:
        """The hedge with who makes it: what a speaker quotes is the speaker's, all else the article's own."""
        if not speakers:
            by = Hedger.ARTICLE
        elif by is Hedger.ARTICLE:
            by = Hedger.SPEAKER if self._is_quoted(last) else by
        elif not self._is_said(last):
            by = Hedger.ARTICLE
        weakens = by is Hedger.SPEAKER or not speakers
        return Distance(Hedge(self.scene.words(first, last), by), first, last, rule, certainty if weakens else None)

    def _is_quoted(self, i: int) -> bool:
        return any(q.span.covers(self.tokens[i].span) for q in self.scene.annotated.document.quotations)

    def _is_said(self, i: int) -> bool:
        """True within what somebody says; "will probably tell reporters that" hedges the telling."""
        if self._is_quoted(i) or (self.grammar.is_verb(i) and i in self.speech):
            return True
        at = i if self.grammar.is_verb(i) else self.tokens[i].head
        while self.tokens[at].head != at:
            at = self.tokens[at].head
            if at in self.speech:
                return True
        # "..., the minister said": the parser hangs the verb of speech below what is said.
        return any(c in self.speech for c in self.grammar.kids(at, "parataxis", "ccomp"))

    def _scare_quotes(self, m: Meaning, near: set[int], speakers: Sequence[Speaker]) -> Iterator[Distance]:
        """ "sent 'humanitarian' tanks": words that the article itself puts in quotation marks."""
        if speakers:
            return
        around = near | {c for i in near for c in self.grammar.kids(i, "amod", "compound", "nmod")}
        for quotation in self.scene.annotated.document.quotations:
            inside = [t for t in self.scene.sentence_tokens(m.anchor) if quotation.span.covers(t.span)]
            words = [t for t in inside if t.text[0].isalnum()]
            if any(t.text[0].isupper() for t in words):
                # A name: "Grom" rockets.
                continue
            named = any(t.index in around for t in words) and not any(self.grammar.is_verb(t.index) for t in words)
            if named and len(words) <= SCARE_WORDS:
                first, last = words[0].index, words[-1].index
                hedge = Hedge(self.scene.words(first, last), Hedger.ARTICLE)
                yield Distance(hedge, first, last, "scare quotes")

    def steps(self, found: Iterable[Distance]) -> Iterator[Step]:
        """What each hedge says and how far it weakens the claim, for the trace."""
        for one in found:
            whose = "the article's distance" if one.hedge.by is Hedger.ARTICLE else "the speaker's doubt"
            note = f"“{one.hedge.text}” is {whose}"
            span = Span(self.tokens[one.first].span.start, self.tokens[one.last].span.end)
            yield self.scene.step_at("hedges", f"hedge:{one.rule}", note, span)
            if one.certainty not in {None, Certainty.CERTAIN}:
                note = f"“{one.hedge.text}” makes it {one.certainty}"
                yield self.scene.step_at("certainty", f"hedge:{one.rule}", note, span)


def hedged(certainty: Certainty, found: Iterable[Distance]) -> Certainty:
    """How certain a claim is under its hedges."""
    for one in found:
        if one.certainty is not None:
            certainty = weaken(certainty, one.certainty)
    return certainty
