"""One document as the claims see it: its grammar, and which mention stands at which token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from armswire.claims.parse.grammar import Grammar
from armswire.claims.stand_ins import root, take_up_items
from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import (
    ActorMention,
    AnnotatedDocument,
    DateMention,
    ItemMention,
    MoneyMention,
    QuantityMention,
    Token,
)
from armswire.model.claim import Evidence, Step
from armswire.model.span import Span

Placed = TypeVar("Placed", DateMention, MoneyMention, QuantityMention)


@dataclass(frozen=True, slots=True)
class Scene:
    """The annotated document with its grammar and look-ups by token."""

    annotated: AnnotatedDocument
    language: LanguageFile
    grammar: Grammar
    actor_at: dict[int, ActorMention]
    item_at: dict[int, ItemMention]
    ranges: dict[int, range]
    antecedents: Mapping[ItemMention, ItemMention]

    def sentence_of(self, token: int) -> int:
        """The number of the sentence in which the token stands."""
        return self.annotated.tokens[token].sentence

    def sentence_tokens(self, token: int) -> list[Token]:
        """The tokens of the sentence in which the token stands."""
        return self.tokens_of(self.sentence_of(token))

    def tokens_of(self, sentence: int) -> list[Token]:
        """The tokens of a sentence."""
        own = self.ranges[sentence]
        return list(self.grammar.tokens[own.start : own.stop])

    def actors_near(self, i: int, reach: int) -> list[ActorMention]:
        """The actors of the sentence of token `i` and of `reach` sentences before, in the order of the text."""
        last = self.sentence_of(i)
        first = next(s for s in range(max(0, last - reach), last + 1) if s in self.ranges)
        return list(
            dict.fromkeys(
                self.actor_at[k] for k in range(self.ranges[first].start, self.ranges[last].stop) if k in self.actor_at
            )
        )

    def in_sentence(self, found: Sequence[Placed], token: int) -> Sequence[Placed]:
        """Those of `found`, in the order of the text, that stand in the sentence of the token."""
        span = self.annotated.document.sentences[self.sentence_of(token)].span
        first = bisect_left(found, span.start, key=lambda one: one.span.start)
        last = bisect_left(found, span.end, key=lambda one: one.span.start)
        return [one for one in found[first:last] if one.span.end <= span.end]

    def same_goods(self, one: Sequence[ItemMention], two: Sequence[ItemMention]) -> bool:
        """True where an item of both is the same, or stands for the same."""
        return bool({root(self.antecedents, m) for m in one} & {root(self.antecedents, m) for m in two})

    def is_headline(self, token: int) -> bool:
        """True in a headline or subhead."""
        return self.annotated.document.sentences[self.sentence_of(token)].headline

    def words(self, first: int, last: int) -> str:
        """The text from one token to another."""
        tokens = self.annotated.tokens
        return self.annotated.document.text[tokens[first].span.start : tokens[last].span.end]

    def name_span(self, token: int) -> Span:
        """Where the words stand that name the actor at a token; the token's own span where none is named."""
        mention = self.actor_at.get(token)
        return self.annotated.tokens[token].span if mention is None else mention.span

    def name_at(self, token: int) -> str:
        """Those words."""
        return self.name_span(token).of(self.annotated.document.text)

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
        return self.step_at(slot, rule, note, self.annotated.tokens[token].span, entry)

    def step_at(self, slot: str, rule: str, note: str, span: Span, entry: str | None = None) -> Step:
        """A step of the trace that the words of a span of the cleaned text told."""
        place = self.source_span(span)
        return Step(slot, rule, note, place.start, place.end, entry)


def set_scene(annotated: AnnotatedDocument, language: LanguageFile) -> Scene:
    """The scene of one document, with the items that its words only stand for."""
    grammar = Grammar(annotated.tokens, language)
    taken_up = take_up_items(annotated, grammar, language)
    annotated = replace(annotated, items=taken_up.items)
    actor_at = {i: mention for mention in annotated.actors for i in range(mention.first, mention.last + 1)}
    item_at = {i: mention for mention in annotated.items for i in range(mention.first, mention.last + 1)}
    return Scene(annotated, language, grammar, actor_at, item_at, _ranges(annotated), taken_up.antecedents)


def _ranges(annotated: AnnotatedDocument) -> dict[int, range]:
    """The token numbers of each sentence that has any."""
    ranges: dict[int, range] = {}
    for token in annotated.tokens:
        begun = ranges.get(token.sentence, range(token.index, token.index))
        ranges[token.sentence] = range(begun.start, token.index + 1)
    return ranges
