"""Flows as bars and ribbons: what folds, what a mark says, where it leads."""

from __future__ import annotations

import pytest

from armswire.model.flow import OTHERS, Amount, Flow, FlowParty, Flows
from armswire.model.standing import Standing
from armswire.web.views.pictures.flows import SHOWN, UNFOLDED, FlowPicture, Width, view_flows

NAMES = {"KOR": "South Korea", "UKR": "Ukraine", "POL": "Poland"}


def flow(supplier: str | None, recipient: str | None, transfers: int = 1, *, between: str | None = None,
         standing: Standing = Standing.REPORTED, amount: Amount | None = None) -> Flow:  # fmt: skip
    return Flow(supplier, between, recipient, ((standing, transfers),), amount)


def flows(*several: Flow) -> Flows:
    return Flows(several, {})


def many(number: int) -> list[Flow]:
    """Suppliers S00, S01 and so on to Ukraine, each with more transfers than the next."""
    return [flow(f"S{i:02}", "UKR", number - i) for i in range(number)]


def suppliers(view: FlowPicture) -> list[str]:
    return [bar.name for bar in view.bars if bar.role == "supplier"]


def test_a_state_can_stand_on_both_sides() -> None:
    view = view_flows(flows(flow("KOR", "UKR"), flow("POL", "KOR")), [FlowParty("supplier", "KOR", 7)], NAMES, ())
    assert {bar.key for bar in view.bars} == {"supplier:KOR", "supplier:POL", "recipient:UKR", "recipient:KOR"}
    assert next(bar for bar in view.bars if bar.key == "supplier:KOR").words == "South Korea as supplier, 7 transfers"


def test_a_ribbon_says_what_it_is_and_narrows_to_it() -> None:
    one = view_flows(flows(flow("KOR", "UKR", 3, between="POL")), [], NAMES, (("stage", "delivery"),)).ribbons[0]
    assert one.words == "South Korea to Ukraine by way of Poland, 3 transfers (3 reported)"
    assert one.link.href == "?stage=delivery&supplier=KOR&intermediary=POL&recipient=UKR"
    assert not one.link.is_set


def test_who_is_not_told_has_a_bar_and_can_be_asked_for() -> None:
    view = view_flows(flows(flow(None, "UKR", 2)), [], NAMES, ())
    assert suppliers(view) == ["not told"]
    assert view.bars[0].link.href == "?supplier=none"
    assert view.bars[0].words == "not told as supplier, 2 transfers"
    assert view.ribbons[0].link.href == "?supplier=none&intermediary=none&recipient=UKR"


@pytest.mark.parametrize(
    ("number", "shown", "others"), [(SHOWN, SHOWN, 0), (SHOWN + 1, SHOWN + 1, 0), (SHOWN + 9, SHOWN, 9)]
)
def test_the_smallest_of_many_are_folded_into_one_bar(number: int, shown: int, others: int) -> None:
    view = view_flows(flows(*many(number)), [], {}, ())
    folded = [bar for bar in view.bars if bar.folded]
    assert len(suppliers(view)) == shown + bool(others)
    assert [bar.name for bar in folded] == ([f"{others} others"] if others else [])
    assert all(bar.link.href == "?unfold=all" for bar in folded)
    assert sum(ribbon.transfers for ribbon in view.ribbons) == sum(one.transfers for one in many(number))


def test_the_others_can_be_unfolded_up_to_a_bound() -> None:
    assert len(suppliers(view_flows(flows(*many(30)), [], {}, (("unfold", "all"),)))) == 30
    assert len(suppliers(view_flows(flows(*many(200)), [], {}, (("unfold", "all"),)))) == UNFOLDED + 1


def test_more_are_folded_where_ribbons_would_be_too_many() -> None:
    every = [flow(f"S{i:02}", f"R{j:02}", 400 - 20 * i - j) for i in range(20) for j in range(20)]
    view = view_flows(flows(*every), [], {}, ())
    assert len(view.ribbons) <= 90
    assert sum(ribbon.transfers for ribbon in view.ribbons) == sum(one.transfers for one in every)


def test_who_was_folded_by_the_register_is_counted_with_the_others() -> None:
    every = Flows((*many(SHOWN + 9), flow(OTHERS, "UKR", 50)), {"supplier": 30})
    folded = [bar for bar in view_flows(every, [], {}, ()).bars if bar.folded]
    assert [(bar.name, bar.folded) for bar in folded] == [("39 others", 39)]


def test_by_quantity_ribbons_say_how_many_things() -> None:
    one = flow("KOR", "UKR", 2, amount=Amount(told=1, least=300, most=500, unbounded=1))
    view = view_flows(Flows((one,), {}, unmeasured=4), [], NAMES, (), family="ammunition", unit="rounds")
    assert [ribbon.words for ribbon in view.ribbons] == [
        "South Korea to Ukraine, 2 transfers (2 reported), ammunition: 300 to 500 or more rounds"
    ]
    assert (view.width, view.unmeasured) == (Width.QUANTITY, 4)
    assert (view.data["flows"][0]["least"], view.data["flows"][0]["most"]) == (300, 500)
