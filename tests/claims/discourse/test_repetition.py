"""An article repeats itself."""

from __future__ import annotations

from dataclasses import replace

from factories import TEXT, make_claim, make_dates, make_item, make_source

from armswire.claims.discourse.repetition import merge_repetitions, told
from armswire.model.claim import Claim

NEXT, FAR = 200, 2000
ARTICLE = TEXT.ljust(NEXT) + TEXT.ljust(FAR - NEXT) + TEXT


def merge(*claims: Claim, headlines: tuple[tuple[int, int], ...] = ()) -> list[Claim]:
    """The claims of `ARTICLE` told apart."""
    return merge_repetitions(claims, ARTICLE, headlines)


def test_the_same_statement_counts_once() -> None:
    assert len(merge(make_claim(), make_claim(start=NEXT))) == 1
    assert len(merge(make_claim(), make_claim(start=FAR))) == 1


def test_of_a_headline_and_the_text_the_text_stays() -> None:
    headline, text = make_claim(attribution=[make_source("Daily", None, "media")]), make_claim(start=FAR)
    assert merge(headline, text, headlines=((0, len(TEXT)),)) == [text]


def test_a_headline_that_says_something_else_stays() -> None:
    headline, text = make_claim("pledge"), make_claim(start=FAR)
    assert merge(headline, text, headlines=((0, len(TEXT)),)) == [headline, text]


def test_the_one_that_tells_most_stays() -> None:
    plain, full = make_claim(), make_claim(items=[make_item(quantity=500)], start=FAR)
    assert merge(plain, full) == [full]
    assert merge(full, plain) == [full]


def test_neighbours_that_complete_each_other_become_one_with_both_sentences_as_evidence() -> None:
    counted = make_claim(items=[make_item(quantity=500)])
    dated = make_claim(attribution=[make_source("officials", "KOR")], date="2031-03-01", start=NEXT)
    [one] = merge(counted, dated)
    assert [item.quantity for item in one.items] == [item.quantity for item in counted.items]
    assert (one.date, one.attribution) == (dated.date, dated.attribution)
    assert one.evidence.text == ARTICLE[one.evidence.start : one.evidence.end]
    assert (one.evidence.start, one.evidence.end) == (0, NEXT + len(TEXT))


def test_neighbours_of_other_days_stay_apart() -> None:
    claim, other = make_claim(date="2031-03-01"), make_claim(date="2031-04-01", start=NEXT)
    assert merge(claim, other) == [claim, other]


def test_two_speakers_make_two_claims() -> None:
    one = make_claim(attribution=[make_source("Korean officials", "KOR")])
    two = make_claim(attribution=[make_source("Russian officials", "RUS")], start=NEXT)
    assert merge(one, two) == [one, two]


def test_other_parties_stages_items_and_polarities_are_other_statements() -> None:
    claim = make_claim()
    others = [
        make_claim("delivery", start=NEXT),
        make_claim(polarity="negated", start=NEXT),
        make_claim(supplier="POL", start=NEXT),
        make_claim(recipient="MDA", start=NEXT),
        make_claim(intermediary="ROU", start=NEXT),
        make_claim(items=[make_item("tanks", "ML6")], start=NEXT),
    ]
    assert len(merge(claim, *others)) == 1 + len(others)


def test_merging_twice_changes_nothing() -> None:
    once = merge(make_claim(), make_claim("pledge"), make_claim(start=NEXT), make_claim("pledge", start=FAR))
    assert merge(*once) == once


def test_how_much_a_claim_tells() -> None:
    bare = make_claim(recipient="")
    assert told(make_claim()) == told(bare) + 1
    assert told(make_claim(attribution=[make_source("officials", "KOR")])) == told(make_claim()) + 1
    assert told(replace(bare, date=make_dates("2031-03-01"))) == told(bare) + 1
