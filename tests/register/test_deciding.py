"""What a person decides holds, whatever they decided before, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from armswire.errors import SettingError
from armswire.model.judgement import Force, Judgement, Verdict
from armswire.register.deciding import decide, restore, take_back
from armswire.register.judgement_queries import get_judgement, get_judgements, list_judgements
from armswire.register.judgements import add_judgements
from armswire.register.judging import Act
from armswire.register.record import record
from armswire.register.store import Register, open_register
from tests.factories import make_article, make_claim

CLAIM = make_claim("delivery", date="2031-03-01")


@pytest.fixture
def register(place: str) -> Iterator[Register]:
    with open_register(place) as opened:
        record(opened, make_article(), [CLAIM])
        yield opened


def act(by: str = "Anna", on: str = "2031-05-01", because: str = "I read it again") -> Act:
    return Act(by, date.fromisoformat(on), because)


def do(register: Register, verdict: Verdict, who: Act | None = None, **slots: object) -> Judgement:
    made = decide(register, verdict, [CLAIM.id], who or act(), slots)
    add_judgements(register, made)
    return made[0]


def force(register: Register, judgement: Judgement) -> Force:
    return get_judgement(register, judgement.id).force


def test_who_judges_otherwise_on_the_same_day_takes_the_earlier_one_back(register: Register) -> None:
    yes = do(register, Verdict.ACCEPT)
    no = do(register, Verdict.REJECT)
    assert (force(register, yes), force(register, no)) == (Force.WITHDRAWN, Force.IN_FORCE)
    assert "judged otherwise on the same day" in get_judgement(register, yes.id).reason
    assert do(register, Verdict.ACCEPT) == yes
    assert (force(register, yes), force(register, no)) == (Force.IN_FORCE, Force.WITHDRAWN)
    assert do(register, Verdict.REJECT) == no
    assert (force(register, yes), force(register, no)) == (Force.WITHDRAWN, Force.IN_FORCE)


def test_on_another_day_the_later_one_holds_without_a_withdrawal(register: Register) -> None:
    do(register, Verdict.ACCEPT)
    do(register, Verdict.REJECT, act(on="2031-05-02"))
    assert [one.force for one in list_judgements(register)] == [Force.SUPERSEDED, Force.IN_FORCE]


def test_the_word_of_another_is_left_alone(register: Register) -> None:
    yes = do(register, Verdict.ACCEPT)
    no = do(register, Verdict.REJECT, act("Boris"))
    records = get_judgements(register, [yes.id, no.id])
    assert {one.judgement.id: one.against for one in records} == {yes.id: (no.id,), no.id: (yes.id,)}
    assert len(list(list_judgements(register))) == 2


def test_corrections_of_other_slots_stand_side_by_side(register: Register) -> None:
    one = do(register, Verdict.CORRECT, supplier=["POL"])
    other = do(register, Verdict.CORRECT, certainty="possible")
    assert (force(register, one), force(register, other)) == (Force.IN_FORCE, Force.IN_FORCE)
    third = do(register, Verdict.CORRECT, supplier=["PER"])
    assert (force(register, one), force(register, third)) == (Force.WITHDRAWN, Force.IN_FORCE)


def test_what_is_taken_back_can_be_taken_back_as_often_as_one_likes(register: Register) -> None:
    yes = do(register, Verdict.ACCEPT)
    for times in range(3):
        add_judgements(register, take_back(register, yes.id, act(because="")))
        assert force(register, yes) is Force.WITHDRAWN, times
        add_judgements(register, restore(register, yes.id, act(because="")))
        assert force(register, yes) is Force.IN_FORCE, times
    assert len(list(list_judgements(register))) == 7
    with pytest.raises(SettingError, match="not withdrawn"):
        restore(register, yes.id, act())


def test_nobody_restores_the_word_of_another(register: Register) -> None:
    yes = do(register, Verdict.ACCEPT)
    add_judgements(register, take_back(register, yes.id, act()))
    with pytest.raises(SettingError, match="it is the judgement of Anna"):
        restore(register, yes.id, act("Boris"))


@pytest.mark.parametrize(
    ("verdict", "slots", "side"),
    [(Verdict.CORRECT, {}, None), (Verdict.ACCEPT, {"supplier": ["POL"]}, None), (Verdict.ACCEPT, None, "yes")],
)
def test_slots_go_with_a_correction_and_sides_with_a_settlement(
    register: Register, verdict: Verdict, slots: dict[str, object] | None, side: str | None
) -> None:
    with pytest.raises(SettingError, match="go(es)? with"):
        decide(register, verdict, [CLAIM.id], act(), slots, side)
