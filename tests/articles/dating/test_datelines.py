from __future__ import annotations

import pytest

from armswire.articles.dating.datelines import find_dateline, read_dateline
from armswire.articles.dating.told import read_told
from armswire.lexicon.dating_words import DatelineExample, bundled_dating_words


@pytest.mark.parametrize("example", bundled_dating_words().datelines, ids=lambda example: example.line)
def test_a_dateline_is_read(example: DatelineExample) -> None:
    dateline = read_dateline(example.line)
    assert dateline is not None
    assert (dateline.day.month, dateline.day.day) == (example.month, example.day)


@pytest.mark.parametrize("line", bundled_dating_words().no_datelines)
def test_an_opening_without_dateline_is_left(line: str) -> None:
    assert read_dateline(line) is None


def test_it_may_stand_below_a_caption_but_not_deep_in_the_text() -> None:
    caption = "Crates with guns wait on a quay of the port of Lima for the ship to Togo."
    told = "LIMA, March 3 (Andean News) - Peru has sold 12 guns to Togo, officials said."
    assert find_dateline(read_told(f"{caption}\n{told}")) is not None
    fill = "\n".join(f"{n} guns lay on the quay and waited for the ship that was to take them." for n in range(5))
    assert find_dateline(read_told(f"{fill}\n{told}")) is None
