from __future__ import annotations

from collections.abc import Sequence

import pytest

from armswire.model.attribution import Source
from armswire.model.claim import Claim
from armswire.model.standing import Standing
from armswire.register.facts import ArticleFacts
from armswire.register.sketches import sketch
from tests.factories import make_claim, make_source
from tests.register.cases import article, only_transfer

MINISTRY = make_source("the defence ministry", "KOR")
MINISTER = make_source("Minister Han", "KOR", "named_official")
OFFICIAL = make_source("an official", "KOR", "anonymous_official")
WIRE = make_source("Gulf Wire", None, "media")


def standing(*claims: Claim, articles: Sequence[ArticleFacts] = ()) -> Standing:
    return only_transfer(list(claims), *articles).standing


def test_a_party_that_says_so_confirms() -> None:
    transfer = only_transfer([make_claim(attribution=[MINISTRY])])
    assert transfer.standing is Standing.CONFIRMED
    assert transfer.standing_reason == "acknowledged by ⟦KOR⟧, a party to it"
    assert transfer.standing_claims == transfer.claims


@pytest.mark.parametrize("speaker", ["UKR", "USA"])
def test_recipient_and_go_between_are_parties_too(speaker: str) -> None:
    told = make_claim(intermediary="USA", attribution=[WIRE, make_source("a minister", speaker, "named_official")])
    assert standing(told) is Standing.CONFIRMED


@pytest.mark.parametrize(
    "source",
    [OFFICIAL, make_source("the ministry", "POL"), WIRE, make_source("an analyst", "KOR", "expert")],
    ids=["without a name", "a third state", "an outlet", "an expert"],
)
def test_others_do_not_confirm(source: Source) -> None:
    assert standing(make_claim(attribution=[source])) is Standing.REPORTED


def test_an_answer_of_a_party_confirms_even_without_a_name() -> None:
    assert standing(make_claim(attribution=[OFFICIAL], answer="confirms")) is Standing.CONFIRMED


def test_a_hedged_word_of_a_party_does_not_confirm() -> None:
    assert standing(make_claim(attribution=[MINISTRY], certainty="possible")) is Standing.REPORTED


def test_who_confirms_a_promise_does_not_confirm_the_delivery() -> None:
    promise = make_claim("pledge", document="a", attribution=[MINISTRY])
    assert standing(promise, make_claim("delivery", document="b")) is Standing.REPORTED


def test_two_outlets_corroborate() -> None:
    transfer = only_transfer([make_claim(document="a"), make_claim(document="b")])
    assert transfer.standing is Standing.CORROBORATED
    assert [origin.name for origin in transfer.origins] == ["The a Post", "The b Post"]


def test_two_that_retell_one_report_do_not() -> None:
    retelling = [make_claim(document=name, attribution=[WIRE]) for name in "ab"]
    transfer = only_transfer(retelling)
    assert transfer.standing is Standing.REPORTED
    assert [(origin.name, len(origin.claims)) for origin in transfer.origins] == [("Gulf Wire", 2)]


def test_the_report_itself_and_its_retelling_are_one_origin() -> None:
    claims = [make_claim(document="a", attribution=[OFFICIAL]), make_claim(document="b", attribution=[WIRE, OFFICIAL])]
    transfer = only_transfer(claims, article("a", outlet="The Gulf Wire"))
    assert len(transfer.origins) == 1


def test_one_government_is_one_origin_whoever_reports_it() -> None:
    claims = [make_claim(document="a", attribution=[MINISTRY]), make_claim(document="b", attribution=[MINISTER])]
    assert [origin.name for origin in only_transfer(claims).origins] == ["KOR"]


def test_one_government_is_one_origin_whichever_outlet_passes_its_word_on() -> None:
    claims = [make_claim(document="a", attribution=[MINISTRY]), make_claim(document="b", attribution=[WIRE, MINISTER])]
    assert [origin.name for origin in only_transfer(claims).origins] == ["KOR"]


def test_of_outlets_that_pass_a_report_on_the_last_is_the_origin() -> None:
    daily = make_source("Sudmark Daily", None, "media")
    claims = [
        make_claim(document="a", attribution=[WIRE, OFFICIAL]),
        make_claim(document="b", attribution=[daily, WIRE]),
    ]
    assert [origin.name for origin in only_transfer(claims).origins] == ["Gulf Wire"]


def test_articles_of_many_outlets_that_credit_one_agency_are_one_origin() -> None:
    claims = [make_claim(document=f"d{n}", attribution=[WIRE]) for n in range(40)]
    facts = [article(f"d{n}", outlet=f"Paper {n}") for n in range(40)]
    assert [origin.name for origin in only_transfer(claims, *facts).origins] == ["Gulf Wire"]


def test_copies_of_one_text_are_one_origin() -> None:
    words = "Norland has agreed to sell thousands of shells to Sudmark, three people who know of the deal say. " * 3
    copies = [
        article("a", "2031-03-10", sketch=sketch(words)),
        article("b", "2031-03-11", sketch=sketch(words + "More.")),
    ]
    transfer = only_transfer([make_claim(document="a"), make_claim(document="b")], *copies)
    assert [origin.name for origin in transfer.origins] == ["The a Post"]
    assert transfer.standing is Standing.REPORTED


def test_what_a_party_denies_is_disputed_whoever_confirms_it() -> None:
    claims = [
        make_claim("delivery", document="a", attribution=[make_source("Kyiv's ministry", "UKR")]),
        make_claim("delivery", document="b", polarity="negated", answer="denies", attribution=[MINISTRY]),
    ]
    transfer = only_transfer(claims)
    assert transfer.standing is Standing.DISPUTED
    assert transfer.standing_reason == "denied by ⟦KOR⟧, a party to it"


def test_what_a_bystander_denies_is_not() -> None:
    claims = [
        make_claim("delivery", document="a"),
        make_claim("delivery", document="b", polarity="negated", attribution=[make_source("a ministry", "POL")]),
    ]
    transfer = only_transfer(claims)
    assert transfer.standing is Standing.REPORTED
    assert len(transfer.disputes) == 1


def test_only_denials_make_it_denied() -> None:
    transfer = only_transfer([make_claim("delivery", polarity="negated", attribution=[MINISTRY])])
    assert (transfer.standing, transfer.stage, transfer.stages) == (Standing.DENIED, None, ())


def test_no_comment_is_neither() -> None:
    claims = [make_claim("consideration", polarity="uncommitted", answer="declines", attribution=[MINISTRY])]
    assert standing(*claims) is Standing.REPORTED


def test_no_comment_takes_nothing_away() -> None:
    claims = [
        make_claim("delivery", document="a"),
        make_claim(
            "delivery", document="a", polarity="uncommitted", answer="declines", attribution=[MINISTRY], start=90
        ),
    ]
    assert standing(*claims) is Standing.REPORTED


def test_sent_denied_and_admitted_ends_as_confirmed() -> None:
    claims = [
        make_claim("delivery", document="a"),
        make_claim("delivery", document="b", polarity="negated", answer="denies", attribution=[MINISTRY]),
        make_claim("delivery", document="c", answer="confirms", attribution=[MINISTER]),
    ]
    days = [article("a", "2031-03-01"), article("b", "2031-03-02"), article("c", "2031-03-20")]
    transfer = only_transfer(claims, *days)
    assert transfer.standing is Standing.CONFIRMED
    assert transfer.disputes
    assert standing(*claims[:2], articles=days[:2]) is Standing.DISPUTED


def test_a_party_that_names_another_end_user_disputes_it() -> None:
    claims = [
        make_claim(intermediary="USA", items=()),
        make_claim("end_use", recipient="USA", start=80, attribution=[MINISTRY]),
    ]
    shells = [make_claim(intermediary="USA"), claims[1]]
    transfer = only_transfer(shells)
    assert transfer.standing is Standing.DISPUTED
    assert "end users" in transfer.standing_reason
