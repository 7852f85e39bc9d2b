"""What of an article is told by its cleaned text, as versions of it are held against each other."""

from __future__ import annotations

import json

from armswire.model.document import Document
from armswire.model.identity import text_digest
from armswire.model.version import Outline


def outline(document: Document) -> Outline:
    """The sentences of a document as spans of its article's text, and a digest of headline and sentences.

    Spaces and line ends do not count in the digest.
    """
    spans = [document.source_span(sentence.span) for sentence in document.sentences]
    words = [" ".join(sentence.span.of(document.text).split()) for sentence in document.sentences]
    headline = " ".join((document.article.title or "").split())
    return Outline(text_digest(json.dumps([headline, words], ensure_ascii=False)), tuple(spans))
