"""Quotations with who says them, whether or not they hold a claim."""

from __future__ import annotations

import pytest
from conftest import TextReader

LONG = "Nobody in the room believed that it could be done"


@pytest.mark.parametrize(
    ("text", "speaker", "exclusive"),
    [
        (f'Norland sold guns to Sudmark. "{LONG}," a diplomat who asked not to be named said.', "a diplomat", True),
        (f"French President Emmanuel Macron spoke in Paris. “{LONG},” Macron said.", "Macron", False),
        (f'"{LONG}. We tried for years," one of the officials said on Monday.', "the officials", True),
        (f'The official said: "{LONG}."', "The official", True),
    ],
)
def test_the_speaker_of_a_quotation(reader: TextReader, text: str, speaker: str, exclusive: bool) -> None:
    [(annotated, extraction)] = reader.read(text)
    [quoted] = extraction.quotations
    assert quoted.words.startswith(LONG)
    assert LONG in quoted.span.of(annotated.document.article.text)
    assert (quoted.source.source, quoted.is_exclusive) == (speaker, exclusive)


def test_short_quotations_and_those_of_nobody_are_left_out(reader: TextReader) -> None:
    [(_, extraction)] = reader.read(f'The "urgent need" is known. "{LONG}" stands on a wall in Oslo.')
    assert extraction.quotations == ()
