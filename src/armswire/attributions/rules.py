"""Attributions by rules on the parse alone, for who wants to read without the trained network.

Verbs of saying with their subject and what they govern, "according to", and quotations beside their only speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import AnnotatedDocument, Token
from armswire.model.arcs import Arcs
from armswire.model.attribution import Attribution
from armswire.model.span import Span

# Operators whose verbs say something.
SPEECH = frozenset({"say", "confirm", "deny", "accuse"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES = ("ccomp", "xcomp")
HELPERS = frozenset({"aux", "auxpass", "neg", "prt"})
MARKS = frozenset({",", ";", ":", "-", "–", "—", ".", "that"})


class Rules:
    """Reads attributions out of parsed documents; built once for a language."""

    def __init__(self, language: LanguageFile) -> None:
        self._verbs = frozenset(form.split()[0] for op in language.operators if op.kind in SPEECH for form in op.verbs)
        self._according = frozenset(language.prepositions.according)

    def read(self, annotated: AnnotatedDocument) -> list[Attribution]:
        """The attributions of a document, in the order of their cues."""
        tree = _Tree(annotated.tokens)
        found = [a for token in annotated.tokens if (a := self._at(tree, token)) is not None]
        return sorted(_with_quotations(annotated, found), key=lambda a: a.cue[0])

    def _at(self, tree: _Tree, token: Token) -> Attribution | None:
        if token.text.lower() in self._according:
            return _according(tree, token)
        if token.lemma not in self._verbs or token.pos != "VERB":
            return None
        said = next((set(tree.subtree(c)) for c in tree.kids(token.index, *CLAUSES)), set())
        source = next((set(tree.subtree(c)) for c in tree.kids(token.index, *SUBJECTS)), set())
        if not said or (not source and token.dep not in {"advcl", "acl", "conj"}):
            return None
        cue = {c for c in tree.children[token.index] if tree.tokens[c].dep in HELPERS and abs(c - token.index) <= 2}
        cue -= {c for c in cue if any(tree.tokens[i].dep not in HELPERS for i in _between(c, token.index))}
        # What is said may hang around who says it: "Norway, officials said, sent tanks".
        said -= source | cue | {token.index}
        return Attribution(tree.spans(source), tree.spans(cue | {token.index}), tree.spans(said))


class _Tree(Arcs):
    """The parse of one document, with the stretches of text that its tokens make up."""

    def spans(self, indexes: Iterable[int]) -> tuple[Span, ...]:
        """The stretches of neighbouring tokens, without marks at their ends."""
        return tuple(span for run in _runs(sorted(indexes)) if (span := self._trimmed(run)) is not None)

    def _trimmed(self, run: list[int]) -> Span | None:
        while run and self.tokens[run[0]].text in MARKS:
            run = run[1:]
        while run and self.tokens[run[-1]].text in MARKS:
            run = run[:-1]
        return self.tokens[run[0]].span.join(self.tokens[run[-1]].span) if run else None


def _according(tree: _Tree, token: Token) -> Attribution | None:
    """ "according to X": all else in the sentence is on X's word."""
    prepositions = tree.kids(token.index, "prep")
    source = {i for p in prepositions for c in tree.kids(p, "pobj") for i in tree.subtree(c)}
    cue = {token.index, *prepositions}
    sentence = {t.index for t in tree.tokens if t.sentence == token.sentence}
    if not source:
        return None
    return Attribution(tree.spans(source), tree.spans(cue), tree.spans(sentence - source - cue))


def _with_quotations(annotated: AnnotatedDocument, found: list[Attribution]) -> Iterator[Attribution]:
    """The attributions, each with the quotations of its paragraph where nobody else speaks in it."""
    document = annotated.document
    for one in found:
        paragraph = _paragraph(annotated, one.cue[0])
        alone = sum(paragraph.covers(other.cue[0]) for other in found) == 1
        beside = [q.span for q in document.quotations if alone and paragraph.covers(q.span)]
        content = [*one.content]
        for span in beside:
            overlapping = [c for c in content if c.overlaps(span)]
            for part in overlapping:
                content.remove(part)
                span = span.join(part)
            if not any(span.overlaps(s) for s in (*one.source, *one.cue)):
                content.append(span)
            else:
                content += overlapping
        yield Attribution(one.source, one.cue, tuple(sorted(content)))


def _paragraph(annotated: AnnotatedDocument, at: Span) -> Span:
    sentences = annotated.document.sentences
    here = next((s.paragraph for s in sentences if s.span.overlaps(at)), None)
    spans = [s.span for s in sentences if s.paragraph == here]
    return spans[0].join(spans[-1]) if spans else at


def _between(one: int, other: int) -> range:
    return range(min(one, other) + 1, max(one, other))


def _runs(indexes: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for i in indexes:
        if run and i != run[-1] + 1:
            yield run
            run = []
        run.append(i)
    if run:
        yield run
