"""What becomes of articles that come in: what is known is not read again, what fails is named, the rest is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from armswire.adding import add_articles
from armswire.errors import ArticleError
from armswire.model.article import Article
from armswire.model.identity import text_digest
from armswire.pipeline import Reader
from armswire.register import queries
from armswire.register.listing.articles import ArticleFilter
from armswire.register.store import open_register


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


def test_reports_come_in_order_and_known_articles_are_not_read_again(reader: Reader, tmp_path: Path) -> None:
    bad = ArticleError("no text", place="line 1")
    incoming: list[Article | ArticleError] = [sale(0), bad, make_article(2, "A fair was held."), sale(3)]
    with open_register(tmp_path / "r.db") as register:
        reports = list(add_articles(register, reader, incoming))
        assert [(report.outcome, report.claims) for report in reports] == [
            ("added", 1),
            ("failed", 0),
            ("added", 0),
            ("added", 1),
        ]
        assert reports[1].error is bad
        again = list(add_articles(register, reader, incoming))
        assert [report.outcome for report in again] == ["unchanged", "failed", "unchanged", "unchanged"]
        assert queries.count(register).claims == 2
        assert queries.count(register).irrelevant == 1


GERMAN = "Norland liefert vierzig Panzer und 12 Haubitzen an Sudmark, teilte das Ministerium am Dienstag mit. " * 2


def test_an_article_in_a_language_that_is_not_read_is_kept_and_reported(reader: Reader, tmp_path: Path) -> None:
    german = make_article(7, GERMAN)
    with open_register(tmp_path / "r.db") as register:
        (report,) = add_articles(register, reader, [german])
        assert (report.outcome, report.foreign, report.relevant) == ("added", "de", False)
        assert queries.count(register).foreign == 1
        (kept,) = queries.list_articles(register, ArticleFilter(state="foreign"))
        assert (kept.state, kept.written_in, kept.article.language) == ("foreign", "de", None)


def test_what_an_article_says_of_its_translation_is_kept(reader: Reader, tmp_path: Path) -> None:
    text = "Norland sold 40 rifles to Sudmark, officials said.\n\nTranslated from Korean by A. Writer"
    with open_register(tmp_path / "r.db") as register:
        list(add_articles(register, reader, [make_article(8, text)]))
        translation = queries.get_article(register, "a8").translation
    assert translation is not None
    assert (translation.language, translation.span.of(text)) == ("ko", "Translated from Korean by A. Writer")


def test_another_text_of_the_same_id_is_named(reader: Reader, tmp_path: Path) -> None:
    with open_register(tmp_path / "r.db") as register:
        list(add_articles(register, reader, [sale(1)]))
        (report,) = add_articles(register, reader, [make_article(1, "Another text altogether.")])
        assert report.outcome == "failed"
        assert report.error is not None
        assert "a1" in report.error.message


def test_a_fault_in_one_article_costs_no_other(tmp_path: Path) -> None:
    class FaultyReader(Reader):
        """Stumbles over one article, as a fault in any room would make it."""

        def read_articles(self, articles):  # type: ignore[no-untyped-def]
            for article, reading in zip(articles, super().read_articles(articles), strict=True):
                if article.id == "a1":
                    raise ZeroDivisionError("a fault")
                yield reading

    with open_register(tmp_path / "r.db") as register:
        reports = list(add_articles(register, FaultyReader(), [sale(0), sale(1), sale(2)]))
    assert [report.outcome for report in reports] == ["added", "failed", "added"]
    assert reports[1].error is not None
    assert "ZeroDivisionError: a fault" in reports[1].error.message
