"""An article repeats itself."""

from __future__ import annotations

from dataclasses import replace

from factories import make_claim, make_dates, make_item, make_source

from armswire.claims.repetition import merge_repetitions, told


def test_the_same_statement_counts_once() -> None:
    assert len(merge_repetitions([make_claim(), make_claim(start=200)])) == 1


def test_of_a_headline_and_the_text_the_text_stays() -> None:
    headline, text = make_claim(attribution=[make_source("Daily", None, "media")]), make_claim(start=200)
    assert merge_repetitions([headline, text], headlines=[(0, 80)]) == [text]


def test_a_headline_that_says_something_else_stays() -> None:
    headline, text = make_claim("pledge"), make_claim(start=200)
    assert merge_repetitions([headline, text], headlines=[(0, 80)]) == [headline, text]


def test_the_one_that_tells_most_stays() -> None:
    plain = make_claim()
    full = make_claim(items=[make_item(quantity=500)], start=200)
    assert merge_repetitions([plain, full]) == [full]
    assert merge_repetitions([full, plain]) == [full]


def test_other_parties_stages_days_and_speakers_are_other_statements() -> None:
    claim = make_claim()
    others = [
        make_claim("delivery"),
        make_claim(polarity="negated"),
        make_claim(supplier="POL"),
        make_claim(recipient="MDA"),
        make_claim(intermediary="ROU"),
        make_claim(items=[make_item("tanks", "ML6")]),
        make_claim(attribution=[make_source("officials", "KOR")]),
        replace(claim, date=make_dates("2031-03-01")),
    ]
    assert len(merge_repetitions([claim, *others])) == 1 + len(others)


def test_merging_twice_changes_nothing() -> None:
    claims = [make_claim(), make_claim("pledge"), make_claim(start=200), make_claim("pledge", start=300)]
    once = merge_repetitions(claims)
    assert merge_repetitions(once) == once


def test_how_much_a_claim_tells() -> None:
    bare = make_claim(recipient="")
    assert told(make_claim()) == told(bare) + 1
    assert told(make_claim(attribution=[make_source("officials", "KOR")])) == told(make_claim()) + 1
