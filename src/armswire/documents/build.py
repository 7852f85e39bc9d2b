"""The act of this room: an article in, a document out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from armswire.documents.cleaning import clean
from armswire.documents.credits import find_credits
from armswire.documents.furniture_rules import FurnitureRules
from armswire.documents.headlines import find_headlines
from armswire.documents.languages import identify_article
from armswire.documents.line import Line
from armswire.documents.paragraphs import join_paragraphs
from armswire.documents.quotations import find_quotations
from armswire.documents.sentences import SentenceSplitter
from armswire.lexicon.furniture import bundled_furniture
from armswire.lexicon.sentence_breaks import bundled_sentence_breaks
from armswire.model.article import Article
from armswire.model.document import Document, Furniture, Segment, Sentence
from armswire.model.span import Span

PARAGRAPH_BREAK = "\n\n"
LINE_JOINT = " "
CREDITED = "credited"
"""The rule by which a line is left out that says nothing but where the article is from."""


class DocumentBuilder:
    """Cleans, joins and splits with given rules; `build` is one with the rules that come with the program."""

    def __init__(self, rules: FurnitureRules, splitter: SentenceSplitter) -> None:
        self._rules = rules
        self._splitter = splitter

    def build(self, article: Article) -> Document:
        """The document of an article. Never raises, whatever its text; one without words has no sentences."""
        language = identify_article(article)
        cleaned = clean(article, self._rules, language)
        credited = find_credits(article, cleaned.lines, cleaned.furniture)
        lines = [line for line in cleaned.lines if line.span.start not in credited.lines]
        spent = (Furniture(line.span, CREDITED) for line in cleaned.lines if line.span.start in credited.lines)
        text, segments, paragraphs = _assemble(join_paragraphs(lines))
        return Document(
            article=article,
            language=language,
            text=text,
            segments=segments,
            sentences=self._sentences(text, paragraphs, article.title),
            quotations=find_quotations(text, paragraphs),
            furniture=tuple(sorted((*cleaned.furniture, *spent), key=lambda one: one.span.start)),
            credits=credited.credits,
            translation=cleaned.translation,
        )

    def _sentences(self, text: str, paragraphs: Sequence[Span], title: str | None) -> tuple[Sentence, ...]:
        headlines = find_headlines([paragraph.of(text) for paragraph in paragraphs], title, self._splitter)
        spans = [
            (span, number, headlines[number])
            for number, paragraph in enumerate(paragraphs)
            for span in self._splitter.split(text, paragraph)
        ]
        return tuple(Sentence(i, span, number, headline) for i, (span, number, headline) in enumerate(spans))


def build(article: Article) -> Document:
    """The document of an article, with the rules that come with the program. Never raises, whatever its text."""
    return bundled_builder().build(article)


@lru_cache(maxsize=1)
def bundled_builder() -> DocumentBuilder:
    """The builder with the bundled rules, made once. Raises LexiconError where their files are broken."""
    return DocumentBuilder(FurnitureRules(bundled_furniture()), SentenceSplitter(bundled_sentence_breaks()))


def _assemble(paragraphs: Sequence[Sequence[Line]]) -> tuple[str, tuple[Segment, ...], list[Span]]:
    """The cleaned text, where each part of it came from, and its paragraphs."""
    parts: list[str] = []
    segments: list[Segment] = []
    spans: list[Span] = []
    length = 0
    for paragraph in paragraphs:
        if parts:
            parts.append(PARAGRAPH_BREAK)
            length += len(PARAGRAPH_BREAK)
        start = length
        for i, line in enumerate(paragraph):
            if i:
                parts.append(LINE_JOINT)
                length += len(LINE_JOINT)
            for piece in line.pieces:
                segments.append(Segment(length, len(piece.text), piece.start, piece.length))
                parts.append(piece.text)
                length += len(piece.text)
        spans.append(Span(start, length))
    return "".join(parts), tuple(segments), spans
