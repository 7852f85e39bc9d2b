"""A stance holds from the first to the last word that says so, until the actor ends it."""

from __future__ import annotations

from armswire.model.claim import Item
from tests.factories import make_claim, make_item
from tests.register.positions.talk import OFFICIAL, SEOUL, WASHINGTON, line, on, stances

WEAPONS = (Item("lethal weapons", "ARMS", None, True),)
TANKS = (make_item("tanks", "ML6"),)
HELMETS = (make_item("helmets", "ML13", lethal=False),)
MONTHS = on({"a": "2031-01-10", "b": "2031-03-10", "c": "2031-04-10", "d": "2031-12-10"})


def test_what_is_said_again_is_one_stance_on_its_own_word_or_that_of_others() -> None:
    found = line(
        [
            make_claim("refusal", document="a", items=WEAPONS, attribution=SEOUL),
            make_claim("refusal", document="b", items=WEAPONS, attribution=WASHINGTON),
            make_claim("refusal", document="c", items=WEAPONS, attribution=OFFICIAL, answer="restates_policy"),
        ],
        MONTHS,
    )
    (stance,) = found.stances
    assert stances(found) == [("refuses", "ARMS", "2031-01-10", "2031-04-10")]
    assert (stance.what, len(stance.claims), len(stance.own), stance.gaps, stance.ended) == (
        "lethal weapons", 3, 2, (), None,
    )  # fmt: skip


def test_long_silence_is_a_gap_and_ends_nothing() -> None:
    claims = [make_claim("refusal", document=name, items=WEAPONS, attribution=SEOUL) for name in "acd"]
    (stance,) = line(claims, MONTHS).stances
    assert [(gap.start.isoformat(), gap.end.isoformat()) for gap in stance.gaps] == [("2031-04-10", "2031-12-10")]
    assert (stance.first.isoformat(), stance.last.isoformat()) == ("2031-01-10", "2031-12-10")


def test_a_refusal_that_names_nothing_is_one_of_arms() -> None:
    claims = [
        make_claim("refusal", document="a", items=(), attribution=SEOUL),
        make_claim("refusal", document="b", items=WEAPONS, attribution=SEOUL),
    ]
    assert stances(line(claims, MONTHS)) == [("refuses", "ARMS", "2031-01-10", "2031-03-10")]


def test_other_things_are_another_stance() -> None:
    claims = [
        make_claim("refusal", document="a", items=TANKS, attribution=SEOUL),
        make_claim("refusal", document="b", items=WEAPONS, attribution=SEOUL),
        make_claim("consideration", document="c", items=TANKS, attribution=SEOUL),
    ]
    assert stances(line(claims, MONTHS)) == [
        ("refuses", "vehicles", "2031-01-10", "2031-01-10"),
        ("refuses", "ARMS", "2031-03-10", "2031-03-10"),
        ("considers", "vehicles", "2031-04-10", "2031-04-10"),
    ]


def test_a_reversal_ends_a_refusal_and_a_later_refusal_is_another() -> None:
    claims = [
        make_claim("refusal", document="a", items=WEAPONS, attribution=SEOUL),
        make_claim("reversal", document="b", items=TANKS, attribution=SEOUL),
        make_claim("refusal", document="d", items=WEAPONS, attribution=SEOUL),
    ]
    found = line(claims, MONTHS)
    assert stances(found) == [
        ("refuses", "ARMS", "2031-01-10", "2031-01-10"),
        ("refuses", "ARMS", "2031-12-10", "2031-12-10"),
    ]
    first, second = found.stances
    assert first.ended is not None
    assert (first.ended.day.isoformat(), first.ended.by.value) == ("2031-03-10", "reversal")
    assert second.ended is None


def test_what_others_say_of_a_reversal_ends_nothing_what_a_report_says_does() -> None:
    refusals = [make_claim("refusal", document=name, items=WEAPONS, attribution=SEOUL) for name in "ac"]
    others = make_claim("reversal", document="b", items=WEAPONS, attribution=WASHINGTON)
    report = make_claim("reversal", document="b", items=WEAPONS)
    assert len(line([*refusals, others], MONTHS).stances) == 1
    assert len(line([*refusals, report], MONTHS).stances) == 2


def test_who_drops_a_refusal_in_one_article_had_refused_before() -> None:
    claims = [
        make_claim("refusal", document="a", items=WEAPONS, start=0),
        make_claim("reversal", document="a", items=WEAPONS, start=90, attribution=SEOUL),
    ]
    (stance,) = line(claims, MONTHS).stances
    assert stance.ended is not None
    assert stance.ended.day.isoformat() == "2031-01-10"


def test_its_own_word_of_a_delivery_ends_what_it_refused_helmets_do_not() -> None:
    refusals = [make_claim("refusal", document=name, items=WEAPONS, attribution=SEOUL) for name in "ac"]
    tanks = make_claim("delivery", document="b", items=TANKS, attribution=SEOUL)
    helmets = make_claim("delivery", document="b", items=HELMETS, attribution=SEOUL)
    reported = make_claim("delivery", document="b", items=TANKS, attribution=WASHINGTON)
    first, _ = line([*refusals, tanks], MONTHS).stances
    assert first.ended is not None
    assert (first.ended.by.value, first.ended.claims) == ("delivery", (tanks.id,))
    assert len(line([*refusals, helmets], MONTHS).stances) == 1
    assert len(line([*refusals, reported], MONTHS).stances) == 1


def test_a_later_refusal_of_its_own_ends_a_consideration() -> None:
    talks = make_claim("consideration", document="a", items=TANKS, attribution=SEOUL)
    refused = make_claim("refusal", document="b", items=WEAPONS, attribution=SEOUL)
    same_day = make_claim("refusal", document="a", items=WEAPONS, attribution=SEOUL)
    (considered,) = [one for one in line([talks, refused], MONTHS).stances if one.says.value == "considers"]
    assert considered.ended is not None
    (considered,) = [one for one in line([talks, same_day], MONTHS).stances if one.says.value == "considers"]
    assert considered.ended is None
