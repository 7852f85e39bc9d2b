from __future__ import annotations

import pytest

from armswire.model.article import Article
from armswire.model.origin import Likeness, Precedence
from armswire.wording.copies import say_likeness, say_precedence
from tests.factories import make_article

ORIGINAL = make_article("a", title="Barges go south", published="2031-03-10")
COPY = make_article("b", title="Norland lends barges", published="2031-03-11")
UNDATED = make_article("c", title="The barges go south", published=None)


@pytest.mark.parametrize(
    ("share", "length", "copy", "told"),
    [
        (1.0, 1.0, UNDATED, "the same text (1.00)"),
        (0.93, 1.02, COPY, "nearly the same text, under another headline (0.93)"),
        (0.99, 0.4, UNDATED, "the same text, cut to 40% (0.99)"),
        (0.7, 1.3, UNDATED, "much of the same text, 30% longer (0.70)"),
    ],
)
def test_how_like_it_is(share: float, length: float, copy: Article, told: str) -> None:
    original = ORIGINAL if copy is COPY else UNDATED
    assert say_likeness(Likeness(share, length, Precedence.DAY), copy, original) == told


def test_which_came_first_and_why() -> None:
    def say(first_by: Precedence, copy: Article = COPY) -> str:
        return say_precedence(Likeness(1.0, 1.0, first_by), copy, ORIGINAL)

    assert say(Precedence.DAY) == "published a day earlier"
    assert say(Precedence.DAY, make_article("d", published="2031-03-13")) == "published 3 days earlier"
    assert say(Precedence.DAY, UNDATED) == "its day is known, that of this one is not"
    assert say(Precedence.CREDIT) == "of the same day, and this one says that it is taken from others"
    assert say(Precedence.RETRIEVED) == "of the same day, and fetched earlier"
    assert say(Precedence.UNKNOWN) == "of the same day, and nothing tells which was first"
