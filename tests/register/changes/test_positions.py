"""What became of what actors say, in stories told over weeks."""

from __future__ import annotations

from armswire.model.claim import Claim, Item
from armswire.register.changes.change import Known
from tests.factories import make_claim, make_source
from tests.register.changes.stories import changes, known_with_lines, week

WEAPONS = (Item("lethal weapons", "ARMS", None, True),)
MINISTRY = (make_source("the ministry", "KOR"),)
WHITE_HOUSE = (make_source("the White House", "USA"),)
WEEKS = (week("a", "2031-03-01"), week("b", "2031-03-08"), week("c", "2031-03-15"))
REFUSED = [make_claim("refusal", document=name, items=WEAPONS, attribution=MINISTRY) for name in "abc"]
SHIPPED = make_claim("delivery", document="b", attribution=WHITE_HOUSE)
TURNED = make_claim("reversal", document="c", items=WEAPONS, attribution=MINISTRY)


def after(*claims: Claim) -> Known:
    return known_with_lines(claims, *(facts for facts in WEEKS if facts.id in {claim.document for claim in claims}))


def told(before: Known, now: Known) -> list[tuple[str, str, tuple[str, ...]]]:
    """The changes of what is said."""
    return [(one.kind.value, one.says, one.claims) for one in changes(before, now) if one.line]


def test_a_first_refusal_is_new_and_the_next_is_said_again() -> None:
    first, second, _ = REFUSED
    assert told(after(), after(first)) == [
        (
            "new",
            "says for the first time that it refuses lethal weapons (2031-03-01): The a Post, citing the ministry",
            (first.id,),
        )
    ]
    assert told(after(first), after(first, second)) == [
        (
            "changed",
            "still refuses lethal weapons, said again 2031-03-08, before on 2031-03-01:"
            " The b Post, citing the ministry",
            (second.id,),
        )
    ]
    assert [kind for kind, _, _ in told(after(first), after())] == ["gone"]


def test_a_reversal_is_new_and_ends_the_refusal() -> None:
    found = told(after(*REFUSED[:2]), after(*REFUSED[:2], TURNED))
    assert found == [
        ("new", "reverses its refusal of lethal weapons (2031-03-15): The c Post, citing the ministry", (TURNED.id,)),
        (
            "changed",
            "no longer refuses lethal weapons, as it did from 2031-03-01 to 2031-03-08: a reversal on 2031-03-15",
            (TURNED.id,),
        ),
    ]


def test_the_first_delivery_told_against_a_refusal_is_news() -> None:
    first, second, _ = REFUSED
    (change,) = [
        one for one in changes(after(first), after(first, SHIPPED)) if one.line and one.aspect.value == "tension"
    ]
    assert (change.kind.value, change.line, change.parties) == ("new", ("KOR", "UKR"), ("KOR", "UKR"))
    assert change.says.startswith(
        "said and done part: refuses lethal weapons (2031-03-01); reported meanwhile: delivery"
    )
    assert change.claims == (SHIPPED.id,)
    assert len(change.after) == 1
    # That it is refused on is no new tension.
    later = changes(after(first, SHIPPED), after(first, SHIPPED, second))
    assert not [one for one in later if one.aspect.value == "tension"]


def test_a_step_further_against_a_refusal_is_news_too() -> None:
    ordered = make_claim("agreement", document="a", attribution=WHITE_HOUSE, start=70)
    first, second, _ = REFUSED
    found = changes(after(first, second, ordered), after(first, second, ordered, SHIPPED))
    assert [(one.kind.value, "delivery" in one.says) for one in found if one.aspect.value == "tension"] == [
        ("changed", True)
    ]


def test_a_denial_of_its_own_is_news_and_what_others_deny_is_not() -> None:
    slots = {"document": "c", "polarity": "negated", "answer": "denies"}
    own = make_claim("delivery", attribution=MINISTRY, **slots)
    others = make_claim("delivery", attribution=WHITE_HOUSE, **slots)
    assert (
        "new",
        "denies delivery of artillery shells (2031-03-15): The c Post, citing the ministry",
        (own.id,),
    ) in told(after(REFUSED[0]), after(REFUSED[0], own))
    assert told(after(REFUSED[0]), after(REFUSED[0], others)) == []
