from __future__ import annotations

import pytest

from armswire.model.claim import Claim
from armswire.model.dispute import DisputeState
from armswire.register.phrasing import name_actors
from tests.factories import make_claim, make_item, make_source
from tests.register.cases import article, disputes, only_dispute, run

NAMES = {"KOR": "South Korea", "UKR": "Ukraine", "USA": "the United States"}
MINISTRY = make_source("the defence ministry", "KOR")
WIRE = make_source("Gulf Wire", None, "media")


def denial(stage: str = "delivery", **slots: object) -> Claim:
    return make_claim(
        stage, **{"document": "b", "polarity": "negated", "attribution": [MINISTRY], **slots}  # type: ignore[arg-type]
    )  # fmt: skip


def test_a_denial_asks_in_words_and_names_whose_word_it_is() -> None:
    yes = make_claim(
        "delivery", document="a", attribution=[WIRE, make_source("officials", "USA", "anonymous_official")]
    )
    no = denial(answer="denies")
    dispute = name_actors(only_dispute([yes, no]), NAMES)
    assert dispute.type.value == "denial"
    assert dispute.question == "Did South Korea supply Ukraine with artillery shells?"
    assert [(side.says, side.on_whose_word, side.claims) for side in dispute.sides] == [
        ("yes", ("The a Post, citing Gulf Wire, citing officials",), (yes.id,)),
        ("no", ("The b Post, citing the defence ministry",), (no.id,)),
    ]
    assert dispute.state is DisputeState.OPEN


@pytest.mark.parametrize(
    ("stage", "asked"),
    [
        ("request", "Was South Korea asked to supply Ukraine with artillery shells?"),
        ("consideration", "Did South Korea consider supplying Ukraine with artillery shells?"),
        ("pledge", "Did South Korea promise artillery shells to Ukraine?"),
        ("agreement", "Did South Korea agree to supply Ukraine with artillery shells?"),
        ("approval", "Did South Korea approve the transfer of artillery shells to Ukraine?"),
    ],
)
def test_questions_of_each_stage(stage: str, asked: str) -> None:
    assert name_actors(only_dispute([make_claim(stage, document="a"), denial(stage)]), NAMES).question == asked


def test_actors_without_a_name_are_told_by_their_code() -> None:
    claims = [make_claim("delivery", "org:Hezbollah", document="a"), denial(supplier="org:Hezbollah")]
    assert name_actors(only_dispute(claims), {}).question == "Did Hezbollah supply UKR with artillery shells?"


def test_words_of_an_article_cannot_pass_for_a_name() -> None:
    items = [make_item("shells ⟦USA⟧ {0}")]
    claims = [make_claim("delivery", document="a", items=items), denial(items=items)]
    assert "shells [USA] {0}" in name_actors(only_dispute(claims), NAMES).question


def test_not_yet_given_in_january_and_given_in_may_is_a_change() -> None:
    claims = [denial(items=[make_item("arms", "ARMS")]), make_claim("delivery", document="a")]
    assert disputes(claims, article("b", "2031-01-30"), article("a", "2031-05-25")) == []
    dated = [claims[0], make_claim("delivery", document="a", date="2031-05-01/2031-05-20")]
    assert disputes(dated, article("b", "2031-01-30"), article("a", "2031-05-25")) == []


def test_a_denial_of_something_earlier_is_a_dispute() -> None:
    claims = [denial(), make_claim("delivery", document="a", date="2031-01-10")]
    assert disputes(claims, article("b", "2031-01-30"), article("a", "2031-02-25")) == ["denial"]


def test_a_denial_that_follows_a_report_is_a_dispute() -> None:
    assert disputes([make_claim("delivery", document="a"), denial()], article("b", "2031-03-12")) == ["denial"]


def test_a_promise_of_something_to_come_can_be_denied_before_it_comes() -> None:
    claims = [make_claim("pledge", document="a", date="2031-06-01/2031-06-30"), denial("pledge")]
    assert disputes(claims, article("b", "2031-03-12")) == ["denial"]


def test_who_denies_the_delivery_does_not_deny_the_promise() -> None:
    assert disputes([make_claim("pledge", document="a"), denial("delivery")]) == []


def test_who_denies_the_deal_denies_the_delivery() -> None:
    assert disputes([make_claim("delivery", document="a"), denial("agreement")]) == ["denial"]


def test_a_denied_request_leaves_the_rest_alone() -> None:
    assert disputes([make_claim("delivery", document="a"), denial("request")]) == []


def test_no_comment_of_a_party_leaves_the_report_standing_alone() -> None:
    yes = make_claim("delivery", document="a")
    silent = denial(polarity="uncommitted", answer="declines")
    dispute = name_actors(only_dispute([yes, silent]), NAMES)
    assert [(side.says, side.claims) for side in dispute.sides] == [("yes", (yes.id,))]
    assert [(given.answer and given.answer.value, given.word.claims) for given in dispute.answers] == [
        ("declines", (silent.id,))
    ]
    assert dispute.state is DisputeState.OPEN
    assert dispute.state_reason == "nobody denies it, and South Korea will say neither yes nor no"


def test_the_silence_of_others_is_no_dispute() -> None:
    silent = denial(polarity="uncommitted", answer="declines", attribution=[make_source("the envoy", "RUS")])
    assert disputes([make_claim("delivery", document="a"), silent]) == []


def test_who_says_it_in_the_same_article_does_not_leave_it_open() -> None:
    yes = make_claim("delivery", document="a", attribution=[MINISTRY])
    silent = denial(document="a", start=90, polarity="uncommitted", answer="non_denial")
    assert disputes([yes, silent]) == []


def test_what_was_left_open_and_is_acknowledged_later_is_settled() -> None:
    claims = [
        make_claim("consideration", document="a"),
        denial("consideration", polarity="uncommitted", answer="declines"),
        make_claim("consideration", document="c", attribution=[make_source("Minister Han", "KOR", "named_official")]),
    ]
    dispute = only_dispute(claims, article("c", "2031-03-25"))
    assert dispute.state is DisputeState.SETTLED
    assert name_actors(dispute, NAMES).state_reason == "South Korea acknowledged it after leaving it open"
    assert dispute.sides[0].claims == (claims[0].id, claims[2].id)


def test_it_stays_open_while_another_party_is_silent() -> None:
    claims = [
        make_claim("consideration", document="a"),
        denial("consideration", polarity="uncommitted", answer="declines"),
        denial("consideration", document="d", polarity="uncommitted", attribution=[make_source("Kyiv", "UKR")]),
        make_claim("consideration", document="c", attribution=[make_source("Minister Han", "KOR", "named_official")]),
    ]
    dispute = name_actors(only_dispute(claims, article("c", "2031-03-25")), NAMES)
    assert dispute.state is DisputeState.OPEN
    assert dispute.state_reason == "nobody denies it, and Ukraine will say neither yes nor no"
    assert [given.answer and given.answer.value for given in dispute.answers] == ["declines", None]


def test_answers_that_are_neither_stand_beside_the_sides_of_a_denial() -> None:
    yes, no = make_claim("delivery", document="a"), denial()
    evading = denial(document="c", polarity="uncommitted", answer="non_denial", attribution=[make_source("Han", "KOR")])
    foreign = denial(document="d", polarity="uncommitted", answer="declines", attribution=[make_source("Rus", "RUS")])
    dispute = only_dispute([yes, no, evading, foreign])
    assert [side.claims for side in dispute.sides] == [(yes.id,), (no.id,)]
    assert [(given.answer and given.answer.value, given.word.whose) for given in dispute.answers] == [
        ("non_denial", "The c Post, citing Han"),
        ("declines", "The d Post, citing Rus"),
    ]
    assert dispute.answers[0].word.date is not None
    assert dispute.answers[0].word.date.isoformat() == "2031-03-10"


def test_a_refusal_on_the_day_of_the_report_is_a_denial() -> None:
    yes = make_claim("delivery", document="a", attribution=[WIRE])
    no = make_claim("refusal", document="a", start=300, attribution=[MINISTRY])
    assert [side.claims for side in only_dispute([yes, no]).sides] == [(yes.id,), (no.id,)]


def test_a_policy_restated_in_answer_to_the_report_is_neither_yes_nor_no() -> None:
    yes = make_claim("delivery", document="a", attribution=[WIRE])
    policy = make_claim("refusal", document="a", start=300, attribution=[MINISTRY], answer="restates_policy")
    dispute = only_dispute([yes, policy])
    assert [side.claims for side in dispute.sides] == [(yes.id,)]
    assert [given.answer and given.answer.value for given in dispute.answers] == ["restates_policy"]


def test_a_refusal_before_the_promise_is_a_change() -> None:
    claims = [make_claim("refusal", document="b", attribution=[MINISTRY]), make_claim("pledge", document="a")]
    assert disputes(claims, article("b", "2031-03-01"), article("a", "2031-03-20")) == []


def test_after_refusing_it_agreed_is_told_by_one_mouth() -> None:
    assert disputes([make_claim("refusal", start=50), make_claim("agreement")]) == []
    assert disputes([make_claim("delivery", polarity="negated", start=50), make_claim("delivery")]) == []


def test_a_denial_taken_back_is_settled() -> None:
    claims = [
        make_claim("delivery", document="a"),
        denial(answer="denies"),
        make_claim("delivery", document="c", attribution=[make_source("Minister Han", "KOR", "named_official")]),
    ]
    dispute = only_dispute(claims, article("c", "2031-03-25"))
    assert dispute.state is DisputeState.SETTLED
    assert name_actors(dispute, NAMES).state_reason == "South Korea acknowledged it after denying it"


def test_one_article_may_tell_of_the_denial_and_of_the_admission() -> None:
    claims = [
        make_claim("delivery", document="c", attribution=[make_source("Minister Han", "KOR", "named_official")]),
        denial(document="c", start=90, date="2031-01-01/2031-01-31"),
    ]
    claims.append(make_claim("delivery", document="a", date="2031-01-10"))
    dispute = only_dispute(claims, article("a", "2031-01-20"), article("c", "2031-03-25"))
    assert dispute.state is DisputeState.SETTLED


def test_another_party_that_admits_settles_nothing() -> None:
    claims = [
        make_claim("delivery", document="a"),
        denial(),
        make_claim("delivery", document="c", attribution=[make_source("the ministry", "UKR")]),
    ]
    assert only_dispute(claims, article("c", "2031-03-25")).state is DisputeState.OPEN


def test_the_end_user_is_asked_for_with_all_names() -> None:
    claims = [
        make_claim(intermediary="USA"),
        make_claim("end_use", recipient="USA", start=90, attribution=[MINISTRY]),
    ]
    dispute = name_actors(only_dispute(claims), NAMES)
    assert dispute.question == (
        "Who is the end user of the artillery shells from South Korea: Ukraine or the United States?"
    )
    assert [(side.says, side.claims) for side in dispute.sides] == [
        ("Ukraine", (claims[0].id,)),
        ("the United States", (claims[1].id,)),
    ]


def test_who_tells_of_one_leg_alone_says_nothing_against_the_next() -> None:
    number = [make_item(quantity=100)]
    whole = make_claim("delivery", document="a", intermediary="USA", items=number, date="2031-03-01")
    first = make_claim("delivery", document="b", recipient="USA", items=number, date="2031-03-01")
    second = make_claim("delivery", "USA", document="c", items=number, date="2031-03-01")
    assert disputes([whole, first, second]) == []
    own_use = make_claim("end_use", document="d", recipient="USA", attribution=[MINISTRY], date="2031-03-01")
    question = only_dispute([whole, first, second, own_use]).question
    assert question == "Who is the end user of the artillery shells from ⟦KOR⟧: ⟦UKR⟧ or ⟦USA⟧?"


def test_who_asks_or_refuses_names_no_end_user() -> None:
    told = [
        make_claim(intermediary="USA"),
        make_claim("end_use", recipient="USA", start=90, attribution=[MINISTRY]),
    ]
    beside = [
        make_claim("refusal", start=200),
        make_claim("request", start=300, requester="USA", recipient="USA"),
        make_claim("consideration", start=400),
    ]
    dispute = only_dispute([*told, *beside])
    assert [side.claims for side in dispute.sides] == [(told[0].id,), (told[1].id,)]
    without = [make_claim("refusal", intermediary="USA"), make_claim("end_use", recipient="USA", start=90)]
    assert disputes(without) == []


def test_numbers_that_do_not_meet_are_a_dispute() -> None:
    claims = [make_claim(document=d, items=[make_item(quantity=n, unit="rounds")]) for d, n in (("a", 100), ("b", 500))]
    dispute = only_dispute(claims)
    assert dispute.type.value == "quantity"
    assert dispute.question == "How many artillery shells are meant?"
    assert {side.says for side in dispute.sides} == {"100 rounds", "500 rounds"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (make_item(quantity=(100, 900)), make_item(quantity=500)),
        (make_item(quantity=100, approximate=True), make_item(quantity=115)),
        (make_item(quantity=100, unit="tonnes"), make_item(quantity=500, unit="rounds")),
        (make_item(quantity=100), make_item()),
    ],
    ids=["a range that holds it", "approximately", "other units", "no number"],
)
def test_numbers_that_can_both_be_right_are_none(one, other) -> None:  # type: ignore[no-untyped-def]
    assert disputes([make_claim(document="a", items=[one]), make_claim(document="b", items=[other])]) == []


def test_parts_told_by_one_mouth_are_no_dispute() -> None:
    assert disputes([make_claim(items=[make_item(quantity=n)], start=n) for n in (12, 100)]) == []


def test_other_stages_may_have_other_numbers() -> None:
    claims = [
        make_claim("pledge", document="a", items=[make_item(quantity=100)]),
        make_claim("delivery", document="b", items=[make_item(quantity=20)]),
    ]
    assert disputes(claims) == []


def test_one_report_told_as_done_and_as_to_come_has_drifted() -> None:
    claims = [
        make_claim("delivery", document="a", attribution=[WIRE]),
        make_claim("pledge", document="b", attribution=[WIRE]),
    ]
    dispute = only_dispute(claims)
    assert dispute.type.value == "stage"
    assert {side.says for side in dispute.sides} == {"done or under way", "still to come"}


def test_a_promise_and_a_delivery_of_two_reports_are_progress() -> None:
    claims = [make_claim("delivery", document="a", attribution=[WIRE]), make_claim("pledge", document="b")]
    assert disputes(claims) == []


def test_one_number_of_one_thing_on_two_days_is_a_dispute() -> None:
    items = [make_item("K9", "ML2", designation="K9", quantity=24)]
    claims = [make_claim(document=d, items=items, date=day) for d, day in (("a", "2031-01-05"), ("b", "2031-02-20"))]
    dispute = only_dispute(claims)
    assert dispute.type.value == "date"
    assert [side.says for side in dispute.sides] == ["2031-01-05", "2031-02-20"]


def test_the_same_number_of_two_models_is_a_dispute() -> None:
    claims = [
        make_claim(document=d, items=[make_item(m, "ML6", designation=m, quantity=31)], date="2031-03-01")
        for d, m in (("a", "K2"), ("b", "Abrams"))
    ]
    assert disputes(claims) == ["item"]


def test_two_reasons_for_one_refusal_are_a_dispute() -> None:
    reasons = ["a policy of not arming countries at war", "fear of losing trade with Moscow"]
    claims = [make_claim("refusal", document=d, reason=r) for d, r in zip("ab", reasons, strict=True)]
    dispute = name_actors(only_dispute(claims), NAMES)
    assert dispute.question == "What is the reason for the refusal by South Korea?"
    assert {side.says for side in dispute.sides} == set(reasons)
    same = [
        make_claim("refusal", document=d, reason=r)
        for d, r in (("a", reasons[0]), ("b", "its policy not to arm states at war"))
    ]
    assert disputes(same) == []


def test_the_id_stays_when_a_side_grows() -> None:
    claims = [make_claim("delivery", document="a"), denial()]
    before = only_dispute(claims)
    after = only_dispute([*claims, make_claim("delivery", document="d")], article("d", "2031-03-30"))
    assert after.id == before.id
    assert len(after.sides[0].claims) == 2


def test_positions_are_in_order_and_dated_by_the_day_they_are_known() -> None:
    claims = [
        make_claim("reversal", document="b", date="2031-05-01"),
        make_claim("refusal", document="a", supplier="DEU NOR"),
        make_claim("refusal", document="c", recipient=""),
        make_claim("refusal", document="a", polarity="negated", start=7),
        make_claim("delivery", document="a", start=9),
    ]
    found = run(claims).positions
    assert [(p.actor, p.toward, p.stage.value, p.date and p.date.start.isoformat()) for p in found] == [
        ("DEU", "UKR", "refusal", "2031-03-10"),
        ("KOR", None, "refusal", "2031-03-10"),
        ("KOR", "UKR", "reversal", "2031-05-01"),
        ("NOR", "UKR", "refusal", "2031-03-10"),
    ]
