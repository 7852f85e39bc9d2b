"""The algebra on bare meanings: what each tower of operators comes to, whatever words and grammar built it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.claims.algebra.applied import Applied
from armswire.claims.algebra.composition import ALGEBRA, apply, present
from armswire.claims.meaning import AWAY, TOWARD, Meaning, Party
from armswire.claims.parse.grammar import Mood
from armswire.lexicon.language import OperatorKind
from armswire.model.claim import Answer, Certainty, Polarity, Stage

SELLER, BUYER, ASKER, OTHER = (Party((code,), n, f"“{code}”") for n, code in enumerate(("NOR", "KEN", "USA", "DEU")))


def frame(
    stage: Stage = Stage.DELIVERY, *, supplier: Party | None = SELLER, recipient: Party | None = BUYER
) -> Meaning:
    """A frame of which nothing is said yet, as under an infinitive: "... to sell"."""
    return Meaning(stage=stage, base=stage, anchor=7, supplier=supplier, recipient=recipient)


def happened(stage: Stage = Stage.DELIVERY) -> Meaning:
    """A frame in the plain past tense: "... that it sold"."""
    return present(frame(stage), Mood.REAL, negated=False, progressive=False, headline_future=False)


def operator(
    agent: Party | None = SELLER,
    addressee: Party | None = None,
    *,
    negated: bool = False,
    mood: Mood = Mood.REAL,
    perfect: bool = False,
    cue: str = "cue",
    target: Party | None = None,
) -> Applied:
    """An operator of which a test names only what it is about."""
    return Applied(agent, addressee, mood, negated, perfect, is_noun=False, cue=cue, token=3, target=target)


def tower(*kinds: str, over: Meaning | None = None) -> Meaning:
    """Operators from the outside in, as they are read: urge, reconsider, refuse. "not k" negates one.

    Who asks is the United States; whoever does anything else is the seller.
    """
    meaning = frame() if over is None else over
    for kind in reversed(kinds):
        bare = kind.removeprefix("not ")
        agent = ASKER if bare == "request" else SELLER
        addressee = SELLER if bare == "request" else None
        meaning = apply(bare, meaning, operator(agent, addressee, negated=bare != kind))
    return meaning


ONE_OPERATOR = [
    ("request", Stage.REQUEST),
    ("consider", Stage.CONSIDERATION),
    ("pledge", Stage.PLEDGE),
    ("announce", Stage.PLEDGE),
    ("agree", Stage.PLEDGE),
    ("conclude", Stage.AGREEMENT),
    ("approve", Stage.APPROVAL),
    ("refuse", Stage.REFUSAL),
    ("halt", Stage.HALT),
    ("want", Stage.CONSIDERATION),
]


@pytest.mark.parametrize(("kind", "stage"), ONE_OPERATOR)
def test_an_operator_over_a_transfer_gives_its_own_stage(kind: str, stage: Stage) -> None:
    meaning = tower(kind)
    assert (meaning.stage, meaning.polarity, meaning.certainty) == (stage, Polarity.AFFIRMED, Certainty.CERTAIN)
    assert (meaning.supplier, meaning.recipient) == (SELLER, BUYER)
    assert meaning.realised
    assert meaning.dropped is None


TOWERS = [
    # Each operator that turns away is undone by one that turns back.
    (("request", "reverse", "refuse"), Stage.REQUEST),
    (("request", "approve"), Stage.REQUEST),
    (("consider", "approve"), Stage.CONSIDERATION),
    (("consider", "conclude"), Stage.CONSIDERATION),
    (("reverse", "refuse"), Stage.REVERSAL),
    (("halt", "refuse"), Stage.REVERSAL),
    (("refuse", "reverse", "refuse"), Stage.REFUSAL),
    (("consider", "reverse", "refuse"), Stage.CONSIDERATION),
    (("refuse", "request"), Stage.REFUSAL),
    (("consider", "request"), Stage.CONSIDERATION),
    (("resume", "halt"), Stage.DELIVERY),
    (("reverse", "halt"), Stage.DELIVERY),
    (("refuse", "halt"), Stage.DELIVERY),
    (("halt", "pledge"), Stage.HALT),
    (("halt", "approve"), Stage.HALT),
    (("refuse", "approve"), Stage.REFUSAL),
    (("pledge", "halt"), Stage.HALT),
    (("not halt",), Stage.DELIVERY),
    (("not reverse", "refuse"), Stage.REFUSAL),
    (("not pledge",), Stage.REFUSAL),
    (("not approve",), Stage.REFUSAL),
]


@pytest.mark.parametrize(
    ("kinds", "stage"), TOWERS, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_a_tower_of_operators_comes_to_one_stage(kinds: tuple[str, ...], stage: Stage) -> None:
    meaning = tower(*kinds)
    assert (meaning.stage, meaning.polarity) == (stage, Polarity.AFFIRMED)
    assert meaning.supplier == SELLER
    assert meaning.dropped is None


def test_urging_to_reconsider_a_refusal_asks_for_the_transfer() -> None:
    meaning = tower("request", "reverse", "refuse")
    assert (meaning.requester, meaning.supplier, meaning.recipient) == (ASKER, SELLER, BUYER)


@pytest.mark.parametrize("base", [Stage.DELIVERY, Stage.AGREEMENT])
def test_urging_to_stop_presupposes_what_is_to_be_stopped(base: Stage) -> None:
    meaning = tower("request", "halt", over=frame(base))
    assert (meaning.stage, meaning.polarity) == (base, Polarity.AFFIRMED)
    assert meaning.requester is None
    assert meaning.stance is not None, "it is the asker's word that there is something to stop"


def test_who_must_stop_is_said_to_supply() -> None:
    meaning = apply("halt", frame(), operator(mood=Mood.OBLIGED))
    assert (meaning.stage, meaning.dropped) == (Stage.DELIVERY, None)


def test_asking_that_none_be_supplied_says_nothing() -> None:
    assert tower("request", "refuse").dropped is not None


@pytest.mark.parametrize("kind", ["approve", "pledge", "agree", "consider", "reverse"])
def test_what_should_be_done_is_no_claim(kind: str) -> None:
    assert apply(kind, frame(), operator(mood=Mood.OBLIGED)).dropped is not None


def test_not_ruling_out_leaves_it_possible() -> None:
    meaning = tower("not refuse")
    assert (meaning.stage, meaning.certainty) == (Stage.CONSIDERATION, Certainty.POSSIBLE)


@pytest.mark.parametrize("negated", [False, True])
def test_a_denial_flips_what_is_denied(negated: bool) -> None:
    told = replace(happened(), polarity=Polarity.NEGATED) if negated else happened()
    meaning = tower("deny", over=told)
    assert meaning.polarity is (Polarity.AFFIRMED if negated else Polarity.NEGATED)
    assert meaning.stage is Stage.DELIVERY
    assert meaning.answer is Answer.DENIES


def test_two_denials_say_what_was_said_at_first() -> None:
    assert tower("deny", "deny", over=happened()).polarity is Polarity.AFFIRMED


def test_denying_a_request_refuses_it() -> None:
    meaning = tower("deny", "request")
    assert (meaning.stage, meaning.polarity, meaning.supplier) == (Stage.REFUSAL, Polarity.AFFIRMED, SELLER)


@pytest.mark.parametrize(
    ("kind", "polarity", "answer"),
    [
        ("confirm", Polarity.AFFIRMED, Answer.CONFIRMS),
        ("not confirm", Polarity.UNCOMMITTED, Answer.DECLINES),
        ("not deny", Polarity.UNCOMMITTED, Answer.NON_DENIAL),
        ("decline_comment", Polarity.UNCOMMITTED, Answer.DECLINES),
    ],
)
def test_answers(kind: str, polarity: Polarity, answer: Answer) -> None:
    meaning = tower(kind, over=happened())
    assert (meaning.stage, meaning.polarity, meaning.answer) == (Stage.DELIVERY, polarity, answer)


TENSES = [
    # mood, negated, progressive: what the frame alone comes to
    (Mood.REAL, False, False, (Stage.DELIVERY, Polarity.AFFIRMED, Certainty.CERTAIN)),
    (Mood.REAL, True, False, (Stage.DELIVERY, Polarity.NEGATED, Certainty.CERTAIN)),
    (Mood.REAL, True, True, (Stage.REFUSAL, Polarity.AFFIRMED, Certainty.CERTAIN)),
    (Mood.FUTURE, False, False, (Stage.PLEDGE, Polarity.AFFIRMED, Certainty.CERTAIN)),
    (Mood.FUTURE, True, False, (Stage.REFUSAL, Polarity.AFFIRMED, Certainty.CERTAIN)),
    (Mood.POSSIBLE, False, False, (Stage.CONSIDERATION, Polarity.AFFIRMED, Certainty.POSSIBLE)),
]


@pytest.mark.parametrize(("mood", "negated", "progressive", "expected"), TENSES)
def test_tense_decides_the_stage(
    mood: Mood, negated: bool, progressive: bool, expected: tuple[Stage, Polarity, Certainty]
) -> None:
    meaning = present(frame(), mood, negated=negated, progressive=progressive, headline_future=False)
    assert (meaning.stage, meaning.polarity, meaning.certainty) == expected
    assert meaning.realised


def test_a_bare_infinitive_says_nothing_but_heads_a_headline_as_a_plan() -> None:
    bare = present(frame(), Mood.INFINITIVE, negated=False, progressive=False, headline_future=False)
    planned = present(frame(), Mood.INFINITIVE, negated=False, progressive=False, headline_future=True)
    assert not bare.realised
    assert (planned.stage, planned.realised) == (Stage.PLEDGE, True)


def test_should_send_is_an_opinion() -> None:
    assert present(frame(), Mood.OBLIGED, negated=False, progressive=False, headline_future=False).dropped is not None


@pytest.mark.parametrize("kind", ["approve", "agree", "conclude"])
def test_may_approve_is_no_approval(kind: str) -> None:
    meaning = apply(kind, frame(Stage.AGREEMENT), operator(mood=Mood.POSSIBLE))
    assert (meaning.stage, meaning.certainty) == (Stage.CONSIDERATION, Certainty.POSSIBLE)


def test_likely_weakens_and_never_strengthens() -> None:
    assert tower("likely", "pledge").certainty is Certainty.PROBABLE
    assert tower("likely", "possible", over=happened()).certainty is Certainty.POSSIBLE


def test_not_having_approved_yet_differs_from_declining_to() -> None:
    pending = apply("approve", frame(), operator(negated=True, perfect=True))
    declined = apply("approve", frame(), operator(negated=True))
    assert (pending.stage, pending.polarity) == (Stage.APPROVAL, Polarity.NEGATED)
    assert (declined.stage, declined.polarity) == (Stage.REFUSAL, Polarity.AFFIRMED)


def test_failing_to_send_is_a_delivery_that_was_not_made() -> None:
    assert (tower("fail").stage, tower("fail").polarity) == (Stage.DELIVERY, Polarity.NEGATED)


def test_who_is_asked_and_accused_is_the_supplier_where_none_is_named() -> None:
    for kind in ("request", "accuse"):
        meaning = apply(kind, frame(supplier=None), operator(ASKER, SELLER))
        assert meaning.supplier == SELLER, kind


def test_who_thanks_got_it_and_who_is_thanked_gave_it() -> None:
    meaning = apply("thank", frame(supplier=None, recipient=None), operator(BUYER, SELLER))
    assert (meaning.stage, meaning.supplier, meaning.recipient) == (Stage.DELIVERY, SELLER, BUYER)


def test_a_blocked_re_export_is_refused_by_who_blocks_and_passes_through_the_other() -> None:
    meaning = apply("refuse", frame(), operator(OTHER))
    assert (meaning.stage, meaning.supplier, meaning.intermediary) == (Stage.REFUSAL, OTHER, SELLER)


def test_the_target_of_an_embargo_gets_nothing() -> None:
    meaning = apply("refuse", frame(supplier=None, recipient=None), operator(SELLER, target=BUYER))
    assert (meaning.stage, meaning.supplier, meaning.recipient) == (Stage.REFUSAL, SELLER, BUYER)


def test_who_wants_to_get_asks_and_who_wants_to_give_considers() -> None:
    assert apply("want", frame(), operator(BUYER)).stage is Stage.REQUEST
    assert apply("want", frame(), operator(SELLER)).stage is Stage.CONSIDERATION


def test_the_buyer_who_orders_is_not_its_own_supplier() -> None:
    ordered = replace(frame(Stage.AGREEMENT, supplier=None, recipient=None), buyer=BUYER)
    for kind in ("approve", "announce", "pledge", "consider", "halt"):
        assert apply(kind, ordered, operator(BUYER)).supplier is None, kind


def test_saying_changes_nothing_but_the_trail() -> None:
    told = happened()
    assert replace(apply("say", told, operator()), under="") == told


def test_a_dropped_meaning_stays_dropped() -> None:
    dropped = tower("request", "refuse")
    assert apply("approve", dropped, operator()).dropped == dropped.dropped


def test_every_kind_of_operator_has_its_function() -> None:
    kinds = set(OperatorKind.__args__)  # type: ignore[attr-defined]
    assert kinds - set(ALGEBRA) <= {"end_use"}


KINDS = st.sampled_from(sorted(ALGEBRA))
OPERATORS = st.builds(
    operator,
    st.sampled_from([None, SELLER, BUYER, ASKER, OTHER]),
    st.sampled_from([None, SELLER, BUYER]),
    negated=st.booleans(),
    mood=st.sampled_from(Mood),
    perfect=st.booleans(),
)


@given(st.lists(st.tuples(KINDS, OPERATORS), max_size=7), st.sampled_from([Stage.DELIVERY, Stage.AGREEMENT]))
def test_no_tower_breaks_and_its_direction_agrees_with_its_stage(stack: list[tuple[str, Applied]], base: Stage) -> None:
    meaning = frame(base)
    for kind, applied in stack:
        meaning = apply(kind, meaning, applied)
        assert meaning.anchor == 7
        assert meaning.base in {Stage.DELIVERY, Stage.AGREEMENT}
        assert meaning.under == kind
        if meaning.stage in {Stage.REFUSAL, Stage.HALT}:
            assert meaning.direction == AWAY
        if meaning.stage in {Stage.REVERSAL, Stage.REQUEST, Stage.APPROVAL, Stage.DELIVERY}:
            assert meaning.direction == TOWARD
