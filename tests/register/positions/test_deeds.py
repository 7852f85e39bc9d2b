"""The steps of transfers seen from who gives and who gets."""

from __future__ import annotations

from armswire.model.position import PositionLine
from tests.factories import make_claim, make_item
from tests.register.positions.talk import SEOUL, WASHINGTON, line, on

SHELLS = (make_item(quantity=100_000, unit="rounds"),)


def steps(found: PositionLine) -> list[tuple[str, str | None, str]]:
    return [
        (deed.stage.value, deed.standing and deed.standing.value, str(deed.when and deed.when.start))
        for deed in found.done
    ]


def test_each_step_has_its_date_and_the_furthest_its_standing() -> None:
    claims = [
        make_claim("request", document="a", requester="UKR"),
        make_claim("agreement", document="a", date="2031-02-01", attribution=WASHINGTON),
        make_claim("delivery", document="b", attribution=SEOUL),
    ]
    found = line(claims, on({"a": "2031-02-10", "b": "2031-03-10"}))
    assert steps(found) == [("agreement", None, "2031-02-01"), ("delivery", "confirmed", "2031-03-10")]
    assert found.done[1].own == (claims[2].id,)
    assert str(found.done[1].acknowledged) == "2031-03-10"


def test_what_is_denied_or_left_open_is_not_done() -> None:
    claims = [
        make_claim("delivery", document="a", polarity="negated"),
        make_claim("delivery", document="b", polarity="uncommitted"),
    ]
    assert line(claims).done == ()


def test_of_several_who_give_each_has_its_own_line() -> None:
    claim = make_claim("delivery", supplier="KOR POL", recipient="UKR ROU")
    for actor in ("KOR", "POL"):
        for toward in ("UKR", "ROU"):
            assert [deed.claims for deed in line([claim], (), actor, toward).done] == [(claim.id,)]
    assert line([claim], (), "UKR", "KOR").done == ()


def test_a_claim_that_leaves_out_who_gets_it_means_the_one_whom_others_name() -> None:
    claims = [
        make_claim("agreement", document="a", items=SHELLS),
        make_claim("delivery", document="a", recipient="", items=SHELLS, start=60),
    ]
    assert [stage for stage, _, _ in steps(line(claims))] == ["agreement", "delivery"]
