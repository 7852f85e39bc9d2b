"""Where what is said and what is reported done do not go together."""

from __future__ import annotations

from armswire.model.claim import Claim, Item
from tests.factories import make_claim, make_item
from tests.register.positions.talk import SEOUL, WASHINGTON, line, on, tensions

WEAPONS = (Item("lethal weapons", "ARMS", None, True),)
HELMETS = (make_item("helmets", "ML13", lethal=False),)
DAYS = on({"a": "2031-01-10", "b": "2031-03-10", "c": "2031-05-10", "z": "2032-06-10"})


def refusals(*documents: str) -> list[Claim]:
    return [make_claim("refusal", document=name, items=WEAPONS, attribution=SEOUL) for name in documents]


def test_a_delivery_reported_while_it_is_refused() -> None:
    found = line([*refusals("a", "c"), make_claim("delivery", document="b", attribution=WASHINGTON)], DAYS)
    assert tensions(found) == [("refuses_and_does", "2031-03-10", "2031-03-10")]
    (tension,) = found.tensions
    assert tension.says == (
        "refuses lethal weapons (2031-01-10 to 2031-05-10); reported meanwhile: delivery of artillery shells"
        " (told 2031-03-10; reported)"
    )
    assert tension.transfer == found.done[0].transfer


def test_on_the_same_day_the_refusal_is_said_to_be_of_that_day() -> None:
    found = line([*refusals("a", "c"), make_claim("delivery", document="c", attribution=WASHINGTON, start=90)], DAYS)
    assert "said again 2031-05-10" in found.tensions[0].says


def test_through_a_go_between_it_is_done_all_the_same() -> None:
    sale = make_claim("agreement", document="b", intermediary="USA", date="2031-02-01/2031-02-28")
    found = line([*refusals("a", "c"), sale], DAYS)
    assert tensions(found) == [("refuses_and_does", "2031-02-01", "2031-02-28")]
    assert found.done[0].via == ("USA",)


def test_what_is_not_refused_goes_together_with_the_refusal() -> None:
    support = make_claim("delivery", document="b", items=(make_item("military support", "ARMS", lethal=None),))
    helmets = make_claim("delivery", document="b", items=HELMETS)
    for done in (helmets, support):
        assert line([*refusals("a", "c"), done], DAYS).tensions == ()


def test_what_was_done_before_or_long_after_a_refusal_is_a_change() -> None:
    before = make_claim("delivery", document="b", date="2030-11-01")
    after = make_claim("delivery", document="z")
    assert line([*refusals("b", "c"), before], DAYS).tensions == ()
    assert line([*refusals("a", "b"), after], DAYS).tensions == ()
    assert len(line([*refusals("a", "b"), make_claim("delivery", document="c", date="2031-03-30")], DAYS).tensions) == 1


def test_a_refusal_that_ended_does_not_go_against_what_was_done_then() -> None:
    turned = make_claim("reversal", document="b", items=WEAPONS, attribution=SEOUL)
    done = make_claim("delivery", document="c")
    assert line([*refusals("a"), turned, done], DAYS).tensions == ()


def test_its_own_denial_beside_a_delivery_reported_before() -> None:
    denial = make_claim("delivery", document="b", polarity="negated", answer="denies", attribution=SEOUL)
    done = make_claim("delivery", document="a", attribution=WASHINGTON)
    assert tensions(line([denial, done], DAYS)) == [("denies_and_does", "2031-03-10", "2031-03-10")]
    later = make_claim("delivery", document="c", attribution=WASHINGTON, date="2031-05-01")
    assert tensions(line([denial, later], DAYS)) == []


def test_it_refuses_and_considers_on_its_own_word() -> None:
    talks = make_claim("consideration", document="b", attribution=SEOUL)
    assert tensions(line([*refusals("a", "c"), talks], DAYS)) == [("refuses_and_considers", "2031-03-10", "2031-03-10")]
    rumour = make_claim("consideration", document="b", attribution=WASHINGTON)
    assert line([*refusals("a", "c"), rumour], DAYS).tensions == ()
