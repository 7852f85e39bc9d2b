"""What every test may ask for: the rooms that read, put together once."""

from __future__ import annotations

import os
from datetime import date

import pytest
from factories import make_article
from hypothesis import settings

from armswire.annotations.annotate import Annotator
from armswire.claims.extract import ClaimReader, Extraction
from armswire.documents.build import build
from armswire.lexicon.language import LanguageFile, load_language
from armswire.lexicon.loader import Lexicon, load_lexicon
from armswire.lexicon.numbers import load_numbers
from armswire.model.annotation import AnnotatedDocument

# A gate must give the same answer twice; new counterexamples are looked for wherever CI is not set.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")


class TextReader:
    """Documents, annotations and claims in a row, without the cheap test of words that the pipeline puts first."""

    def __init__(self) -> None:
        self.lexicon: Lexicon = load_lexicon()
        self.language: LanguageFile = load_language()
        self.annotator = Annotator(self.lexicon, load_numbers(), self.language)
        self.claim_reader = ClaimReader(self.language)

    def read(
        self, *texts: str, published: date | str | None = "2024-05-15"
    ) -> list[tuple[AnnotatedDocument, Extraction]]:
        """What is found in each text, parsed together."""
        day = published.isoformat() if isinstance(published, date) else published
        articles = [make_article(f"text-{n}", text, published=day) for n, text in enumerate(texts)]
        annotated = self.annotator.annotate(build(article) for article in articles)
        return [(one, self.claim_reader.extract(one)) for one in annotated]


@pytest.fixture(scope="session")
def reader() -> TextReader:
    """One reader for all tests; it remembers nothing of what it read."""
    return TextReader()
