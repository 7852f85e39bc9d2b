"""The act: a document's attributions, by the trained network or by rules alone."""

from __future__ import annotations

from enum import StrEnum

from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import AnnotatedDocument
from armswire.model.attribution import Attribution
from armswire.model.document import Document
from armswire.model.span import Span


class Method(StrEnum):
    """How attributions are found; `RULES` needs no weights, and finds half as many."""

    NETWORK = "network"
    RULES = "rules"


class Attributor:
    """Finds attributions in English documents; what it needs is loaded with the first document."""

    def __init__(self, language: LanguageFile, method: Method = Method.NETWORK) -> None:
        """Raises ModelError where the network that comes with the program cannot be loaded."""
        self.method = method
        if method is Method.NETWORK:
            from armswire.attributions.network import Network
            from armswire.attributions.tagger import Tagger

            self._tagger = Tagger(Network())
        else:
            from armswire.attributions.rules import Rules

            self._rules = Rules(language)

    @property
    def needs_parse(self) -> bool:
        """Whether documents must be annotated first; the network reads mere text."""
        return self.method is Method.RULES

    def attribute(self, document: Document, annotated: AnnotatedDocument | None = None) -> tuple[Attribution, ...]:
        """The attributions of a document, in the order of their cues; spans count in its cleaned text.

        Raises ValueError where rules are given no parse.
        """
        if self.method is Method.NETWORK:
            return tuple(self._tagger.read(document.text))
        if annotated is None:
            raise ValueError("rules on the parse need an annotated document")
        return tuple(self._rules.read(annotated))


def in_source(document: Document, attribution: Attribution) -> Attribution:
    """The attribution with spans that count in the article's text as it came in, not in the cleaned one."""

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(document.source_span(span) for span in spans)

    return Attribution(
        moved(attribution.source), moved(attribution.cue), moved(attribution.content), attribution.probability
    )
