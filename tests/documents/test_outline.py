from __future__ import annotations

from armswire.documents.build import build
from armswire.documents.outline import outline
from armswire.model.version import Outline
from tests.factories import make_article

TEXT = "Norland has sold 20 howitzers to Sudmark.\n\nThe guns leave in May, an official said."


def outlined(text: str, title: str = "Guns for Sudmark") -> Outline:
    return outline(build(make_article(text=text, title=title)))


def test_sentences_are_spans_of_the_text() -> None:
    assert [span.of(TEXT) for span in outlined(TEXT).sentences] == TEXT.split("\n\n")


def test_furniture_and_spaces_do_not_count() -> None:
    around = f"Share this article\n\n{TEXT.replace(' ', '  ')}\n\nRead more: Ten ways to cook salmon"
    assert outlined(around).digest == outlined(TEXT).digest


def test_a_word_and_the_headline_count() -> None:
    digests = {outlined(TEXT).digest, outlined(TEXT.replace("20", "12")).digest, outlined(TEXT, "Guns").digest}
    assert len(digests) == 3
