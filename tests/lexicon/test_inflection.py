"""Forms of a lemma, for the cheap test of words."""

from __future__ import annotations

import pytest

from armswire.lexicon.inflection import bundled_irregular_forms, inflect


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("supply", ["supply", "supplies", "supplied", "supplying"]),
        ("donate", ["donate", "donates", "donated", "donating"]),
        ("ship", ["ship", "ships", "shipped", "shipping"]),
        ("dispatch", ["dispatches", "dispatched"]),
        ("buy", ["buys", "buying", "bought"]),
        ("give", ["gives", "giving", "gave", "given"]),
        ("hand over", ["hand over", "hands over", "handed over", "handing over"]),
        ("end user", ["end users"]),
    ],
)
def test_forms_that_news_uses_are_made(lemma: str, forms: list[str]) -> None:
    assert set(forms) <= set(inflect(lemma, bundled_irregular_forms()))


def test_a_vowel_before_y_stays() -> None:
    assert "deploies" not in inflect("deploy", {})
