"""The quotations of an article with who says them, whether or not they hold a claim.

Two articles that quote the same words of an unnamed source have them from one place; the register looks for such pairs.
"""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.attribution.quotation_sources import QuotationSources
from armswire.claims.scene import Scene
from armswire.model.sourcing import QuotedWords

# Shorter ones are phrases that anybody may use.
LEAST_WORDS = 5
_MARKS = " \t\n“”„«»″\"‘’'`,.;"


def find_quoted(scene: Scene, sources: QuotationSources) -> Iterator[QuotedWords]:
    """The longer quotations of a document whose speaker is told, in the order of the text."""
    document = scene.annotated.document
    for quotation in document.quotations:
        words = quotation.span.of(document.text).strip(_MARKS)
        if len(words.split()) < LEAST_WORDS:
            continue
        for speaker in sources.of(quotation):
            yield QuotedWords(words, document.source_span(quotation.span), speaker.source)
