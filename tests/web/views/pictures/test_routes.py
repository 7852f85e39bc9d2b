"""Legs as arcs; what no map can show is told."""

from __future__ import annotations

import pytest

from armswire.model.flow import FlowParty, Legs, MapLeg
from armswire.model.standing import Standing
from armswire.web.views.pictures.routes import MOST_ARCS, view_routes

NAMES = {"KOR": "South Korea", "UKR": "Ukraine", "USA": "United States", "NATO": "NATO", "MLT": "Malta"}


def leg(sender: str, receiver: str, *, passes_on: bool = False, is_passed_on: bool = False,
        standings: tuple[tuple[Standing, int], ...] = ((Standing.REPORTED, 1),)) -> MapLeg:  # fmt: skip
    return MapLeg(sender, receiver, passes_on, is_passed_on, standings)


def test_an_arc_is_drawn_as_its_best_transfer_and_says_all_of_them() -> None:
    legs = [leg("KOR", "UKR", standings=((Standing.CONFIRMED, 1), (Standing.DENIED, 2)))]
    arc = view_routes(Legs(tuple(legs), 0, 0), [], NAMES, ()).arcs[0]
    assert arc.standing is Standing.CONFIRMED
    assert arc.words == "South Korea to Ukraine, 3 transfers (1 confirmed, 2 denied)"


@pytest.mark.parametrize(
    ("one", "href"),
    [
        (leg("KOR", "UKR"), "?supplier=KOR&recipient=UKR"),
        (leg("KOR", "USA", is_passed_on=True), "?supplier=KOR&intermediary=USA"),
        (leg("USA", "UKR", passes_on=True), "?intermediary=USA&recipient=UKR"),
        (leg("USA", "POL", passes_on=True, is_passed_on=True), "?intermediary=USA"),
    ],
)
def test_an_arc_narrows_to_transfers_with_that_leg(one: MapLeg, href: str) -> None:
    assert view_routes(Legs((one,), 0, 0), [], NAMES, ()).arcs[0].link.href == href


def test_who_has_no_place_is_told_in_words() -> None:
    parties = [FlowParty("recipient", "NATO", 2), FlowParty("supplier", "NATO", 1), FlowParty("supplier", "KOR", 5)]
    view = view_routes(Legs((leg("KOR", "NATO"), leg("org:RTX", "USA")), 0, 1), parties, NAMES, ())
    assert view.arcs == ()
    assert view.loose == 1
    assert [(one.name, one.transfers, one.link.href) for one in view.unplaced] == [("NATO", 3, "?actor=NATO")]


def test_a_state_of_which_no_area_is_drawn_has_its_mark() -> None:
    parties = [
        FlowParty("recipient", "MLT", 2),
        FlowParty("intermediary", "USA", 1),
        FlowParty("supplier", "org:RTX", 1),
    ]
    marks = {mark.place.code: mark for mark in view_routes(Legs((), 0, 0), parties, NAMES, ()).places}
    assert marks["MLT"].place.numeric is None
    assert marks["MLT"].words == "Malta: 2 as recipient"
    assert not marks["MLT"].is_between
    assert marks["USA"].words == "United States: 1 as supplier, 1 as go-between"
    assert marks["USA"].is_between


def test_the_strongest_legs_are_drawn_and_the_others_counted() -> None:
    states = ["DEU", "FRA", "POL", "ITA", "ESP", "GBR", "USA", "CAN", "JPN", "KOR"]
    legs = [leg(one, other) for one in states for other in states if one != other]
    view = view_routes(Legs(tuple(legs), 5, 0), [], {}, ())
    assert len(view.arcs) == MOST_ARCS
    assert view.undrawn == 15
