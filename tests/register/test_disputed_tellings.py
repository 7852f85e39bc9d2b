"""Disputes over what was told: kinds of thing, how far a step had come, in two articles or in one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from armswire.model.claim import Claim, Step
from armswire.register.phrasing import name_actors
from tests.factories import make_claim, make_item, make_source
from tests.register.cases import article, disputes, only_dispute, only_transfer, run

NAMES = {"KOR": "South Korea", "UKR": "Ukraine"}
WIRE = make_source("Gulf Wire", None, "media")
SHELLS = make_item(quantity=100_000)
MISSILES = make_item("missiles", "ML4")


def told(words: str, frame: str, *operators: str, **slots: object) -> Claim:
    """A claim that is read from its words: the word of transfer, and those above it."""
    claim = make_claim(text=words, **{"items": [SHELLS], **slots})  # type: ignore[arg-type]

    def step(slot: str, rule: str, word: str) -> Step:
        at = claim.evidence.start + words.index(word)
        return Step(slot, rule, "", at, at + len(word))

    steps = [step("frame", "frame:buy", frame), *(step("stage", "operator:agree:agree", word) for word in operators)]
    return replace(claim, trace=tuple(steps))


def test_agreed_on_after_it_was_bought_is_a_question_of_stage() -> None:
    bought = told("Washington bought shells.", "bought", document="a", date="2030-11-01/2030-11-30")
    agreed = told("Washington agreed to buy shells.", "buy", "agreed", document="b")
    dispute = only_dispute([bought, agreed], article("a", "2031-02-27"), article("b", "2031-01-30"))
    assert dispute.type.value == "stage"
    assert dispute.question == "Was the deal done, or only agreed on?"
    assert [(side.says, side.claims) for side in dispute.sides] == [
        ("agreed on", (agreed.id,)),
        ("bought or sold", (bought.id,)),
    ]


@pytest.mark.parametrize(
    ("date", "number"), [("2031-02-20", 100_000), (None, 100_000), ("2030-11-10", None)], ids=["later", "when", "what"]
)
def test_agreed_on_and_bought_later_is_progress(date: str | None, number: float | None) -> None:
    items = [make_item(quantity=number)]
    bought = told("Washington bought shells.", "bought", document="a", date=date, items=items)
    agreed = told("Washington agreed to buy shells.", "buy", "agreed", document="b")
    assert disputes([bought, agreed], article("a", "2031-02-27"), article("b", "2031-01-30")) == []


def test_one_report_told_as_begun_and_as_done_has_drifted() -> None:
    slots = {"stage": "delivery", "attribution": [WIRE]}
    begun = told("Seoul has begun sending shells.", "sending", "begun", document="a", **slots)
    done = told("Seoul has sent shells.", "sent", document="b", **slots)
    dispute = only_dispute([begun, done])
    assert dispute.question == "Is the delivery done, or only begun?"
    assert {side.says for side in dispute.sides} == {"begun", "done"}
    own = told("Seoul has sent shells.", "sent", document="b", stage="delivery")
    assert disputes([begun, own]) == []


def sounding(**slots: object) -> tuple[Claim, Claim]:
    """One article in whose words Washington asks, and whose source says that it sounds out."""
    arms = {"items": [make_item("offensive weapons", "ARMS")], "document": "a", **slots}
    asked = told("Washington asked Seoul to give arms.", "give", "asked", stage="request", requester="USA", **arms)
    weighed = told(
        "Washington tries to determine whether Seoul would give arms.", "give", "determine", stage="consideration",
        certainty="possible", start=900, attribution=[make_source("a source", None, "anonymous_official")], **arms,
    )  # fmt: skip
    return asked, weighed


def test_asked_for_and_only_sounded_out_in_one_article_is_a_question_of_stage() -> None:
    dispute = only_dispute(sounding())
    assert dispute.type.value == "stage"
    assert [side.says for side in dispute.sides] == ["asked for", "only sounded out"]


def test_what_two_articles_tell_or_who_asks_says_itself_is_no_question() -> None:
    asked, weighed = sounding()
    assert disputes([asked, replace(weighed, document="b")]) == []
    assert disputes([replace(asked, attribution=(make_source("the envoy", "USA"),)), weighed]) == []


def test_to_attack_with_or_to_defend_with_is_a_question_of_what() -> None:
    slots = {"stage": "request", "requester": "UKR"}
    claims = [
        make_claim(document="a", items=[make_item("offensive weapons", "ARMS")], **slots),
        make_claim(
            document="b", items=[make_item("anti-aircraft weapons", "ML4")], date="2031-03-01/2031-03-31", **slots
        ),
    ]
    dispute = name_actors(only_dispute(claims, article("b", "2032-02-01")), NAMES)
    assert dispute.type.value == "item"
    assert dispute.question == "What did Ukraine ask South Korea for: offensive weapons or anti-aircraft weapons?"
    assert disputes([replace(claims[0], requester=("USA",)), claims[1]], article("b", "2032-02-01")) == []
    assert disputes([replace(claims[0], document="b"), claims[1]], article("b", "2032-02-01")) == []
    plain = make_claim(document="a", items=[make_item("weapons", "ARMS")], **slots)
    assert disputes([plain, claims[1]], article("b", "2032-02-01")) == []


def retelling(*claims: Claim) -> list[Claim]:
    """An article that passes on a report: it cites the outlet in another of its claims."""
    return [
        *claims,
        make_claim("halt", "USA", "ISR", items=[make_item("bombs", "ML4")], start=9000, attribution=[WIRE]),
    ]


def test_another_word_for_what_a_retelling_has_counted_is_the_same_and_is_asked_about() -> None:
    shells = make_claim("delivery", items=[SHELLS])
    missiles = make_claim("delivery", items=[MISSILES], start=200, intermediary="USA")
    silent = make_claim(
        "delivery", items=[MISSILES], start=300, polarity="uncommitted", answer="declines",
        attribution=[make_source("Seoul", "KOR")],
    )  # fmt: skip
    found = run(retelling(shells, missiles, silent))
    transfer = next(one for one in found.transfers if shells.id in one.claims)
    assert {missiles.id, silent.id} <= {*transfer.claims}
    asked = {dispute.question for dispute in found.disputes if dispute.transfer == transfer.id}
    assert "What is meant: artillery shells or missiles?" in asked


@pytest.mark.parametrize(
    "missiles",
    [
        make_claim("delivery", items=[make_item("missiles", "ML4", quantity=20)], start=200),
        make_claim("delivery", items=[make_item("Javelin missiles", "ML4", designation="Javelin")], start=200),
        make_claim("delivery", items=[make_item("helmets", "ML13")], start=200),
        make_claim("delivery", items=[MISSILES], start=200, date="2031-03-02"),
    ],
    ids=["counted", "of a model", "of a kind that is not mixed up", "of another day"],
)
def test_another_thing_in_a_retelling_is_another_transfer(missiles: Claim) -> None:
    shells = make_claim("delivery", items=[SHELLS], start=100)
    found = run(retelling(shells, missiles))
    assert not any({shells.id, missiles.id} <= {*transfer.claims} for transfer in found.transfers)


def test_an_article_that_retells_nobody_knows_what_it_names() -> None:
    found = run([make_claim("delivery", items=[SHELLS]), make_claim("delivery", items=[MISSILES], start=200)])
    assert len(found.transfers) == 2


def test_an_answer_speaks_of_what_was_told_before_it() -> None:
    talks = make_claim("consideration", items=[make_item("arms", "ARMS")], document="a", date="2031-03-10")
    silent = make_claim(
        "consideration", items=[make_item("arms", "ARMS")], document="a", start=5000, polarity="uncommitted",
        answer="declines", attribution=[make_source("officials", "KOR")],
    )  # fmt: skip
    sold = make_claim("agreement", items=[SHELLS], document="a", start=5100, intermediary="USA", date="2030-11-20")
    found = run([talks, silent, sold])
    home = next(one for one in found.transfers if silent.id in one.claims)
    assert talks.id in home.claims


def test_a_policy_restated_beside_a_deal_is_not_about_that_deal() -> None:
    deal = make_claim("agreement", document="a", items=[SHELLS], intermediary="USA", date="2030-11-20")
    policy = make_claim(
        "refusal", document="a", start=150, items=[make_item("lethal aid", "ARMS")], answer="restates_policy",
        attribution=[make_source("the ministry", "KOR")], date="2031-03-01/2031-03-07",
    )  # fmt: skip
    asked = make_claim(
        "request", document="a", start=400, items=[make_item("military support", "ARMS")], requester="UKR",
        date="2031-03-08",
    )  # fmt: skip
    found = run([deal, policy, asked])
    home = next(one for one in found.transfers if policy.id in one.claims)
    assert asked.id in home.claims
    assert only_transfer([policy, asked]).claims
