"""The rooms in their order: batches, languages that are not read, and texts that mean no good."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armswire.errors import ArticleError
from armswire.model.article import Article
from armswire.model.identity import text_digest
from armswire.pipeline import BATCH_SIZE, Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One reader for all tests; it holds nothing of what it read."""
    return Reader()


def make_article(number: int, text: str) -> Article:
    """An article of a Monday."""
    return Article(
        id=f"a{number}", text=text, sha256=text_digest(text), published=date(2024, 5, 13), place=f"line {number}"
    )


def sale(number: int) -> Article:
    """An article with one claim, unlike the others."""
    return make_article(number, f"Norway has sold {number + 20} howitzers to Kenya, the ministry in Oslo said.")


def test_readings_come_in_the_order_of_articles_across_batches(reader: Reader) -> None:
    articles = [sale(i) if i % 3 else make_article(i, "A fair was held.") for i in range(2 * BATCH_SIZE + 5)]
    readings = list(reader.read_articles(articles))
    assert [reading.relevant for reading in readings] == [bool(i % 3) for i in range(len(articles))]
    for article, reading in zip(articles, readings, strict=True):
        assert reading.document is None or reading.document.article is article
        assert all(claim.document == article.id for claim in reading.claims)


def test_one_article_reads_as_it_does_in_a_batch(reader: Reader) -> None:
    articles = [sale(i) for i in range(5)]
    assert [reader.read_article(article).claims for article in articles] == [
        reading.claims for reading in reader.read_articles(articles)
    ]


GERMAN = "Norland liefert vierzig Panzer und 12 Haubitzen an Sudmark, teilte das Ministerium am Dienstag mit. " * 2


def test_an_article_in_a_language_that_is_not_read_is_never_read_as_english(reader: Reader) -> None:
    german = make_article(7, f"{GERMAN} Approval: arms sale, tank shipment, howitzers delivered.")
    reading = reader.read_article(german)
    assert (reading.document, reading.language, reading.foreign, reading.claims) == (None, "de", True, ())
    with pytest.raises(ArticleError, match="it is in German, which is not read yet"):
        reader.attribute(german)


WORDS = st.sampled_from(
    ["Norway", "sold", "tanks", "to", "Kenya", "“", "”", '"', "not", "155mm", "said", ",", ".", "\n", "\n\n", "will",
     "Seoul", "’s", "on Monday", "$3 bn", "\u0000", "\ud800", "İ", "\u2028", "Ð¿Ñ€Ð¸", "((((", "K9", "deny", "if"]
)  # fmt: skip
HOSTILE = st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=40).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=HOSTILE)
def test_no_text_breaks_the_reading_and_evidence_quotes_it(reader: Reader, text: str) -> None:
    reading = reader.read_article(make_article(0, text))
    for claim in reading.claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
        assert all(0 <= step.start <= step.end <= len(text) for step in claim.trace if step.start is not None)
        if claim.date is not None:
            assert claim.date.start <= claim.date.end
    for rejection in reading.rejections:
        assert text[rejection.start : rejection.end] == rejection.text
