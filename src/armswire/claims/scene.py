"""One document as the claims see it: its grammar, and which mention stands at which token."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.claims.grammar import Grammar
from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import ActorMention, AnnotatedDocument, ItemMention, Token
from armswire.model.claim import Evidence, Step
from armswire.model.span import Span


@dataclass(frozen=True, slots=True)
class Scene:
    """The annotated document with its grammar and look-ups by token."""

    annotated: AnnotatedDocument
    language: LanguageFile
    grammar: Grammar
    actor_at: dict[int, ActorMention]
    item_at: dict[int, ItemMention]

    def sentence_of(self, token: int) -> int:
        """The number of the sentence in which the token stands."""
        return self.annotated.tokens[token].sentence

    def sentence_tokens(self, token: int) -> list[Token]:
        """The tokens of the sentence in which the token stands."""
        return [t for t in self.grammar.tokens if t.sentence == self.sentence_of(token)]

    def is_headline(self, token: int) -> bool:
        """True in a headline or subhead."""
        return self.annotated.document.sentences[self.sentence_of(token)].headline

    def words(self, first: int, last: int) -> str:
        """The text from one token to another."""
        tokens = self.annotated.tokens
        return self.annotated.document.text[tokens[first].span.start : tokens[last].span.end]

    def source_span(self, span: Span) -> Span:
        """A span of the cleaned text as one of the article's text."""
        return self.annotated.document.source_span(span)

    def evidence(self, token: int) -> Evidence:
        """The sentence of the token as it stands in the article's text."""
        document = self.annotated.document
        span = document.source_span(document.sentences[self.sentence_of(token)].span)
        return Evidence(span.start, span.end, document.article.text[span.start : span.end])

    def step(self, slot: str, rule: str, note: str, token: int, entry: str | None = None) -> Step:
        """A step of the trace that the word at `token` told."""
        span = self.source_span(self.annotated.tokens[token].span)
        return Step(slot, rule, note, span.start, span.end, entry)


def set_scene(annotated: AnnotatedDocument, language: LanguageFile) -> Scene:
    """The scene of one document."""
    actor_at = {i: mention for mention in annotated.actors for i in range(mention.first, mention.last + 1)}
    item_at = {i: mention for mention in annotated.items for i in range(mention.first, mention.last + 1)}
    return Scene(annotated, language, Grammar(annotated.tokens, language), actor_at, item_at)
