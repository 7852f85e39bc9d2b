"""The contract of a grammatical analyser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from armswire.model.annotation import Token
from armswire.model.document import Document


class Analyzer(Protocol):
    """Gives tokens with lemma, part of speech, and a dependency parse."""

    def analyze(self, documents: Iterable[Document]) -> Iterator[tuple[Token, ...]]:
        """One tuple of tokens for each document, in order.

        Tokens cover the sentences of `document` in its own sentence boundaries; heads never cross a sentence.
        """
        ...
