"""Lists to tick: which values stand there, in which words and order."""

from __future__ import annotations

from armswire.register.listing.facets import FacetCount
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.web.views.register.facets import FacetView, view_facets
from armswire.web.views.register.state import State

NAMES = {"KOR": "South Korea", "NOR": "Norway"}


def view(name: str, *counts: tuple[str, int], **wanted: tuple[str, ...]) -> FacetView:
    found = {name: [FacetCount(value, number) for value, number in counts]}
    return view_facets(found, State(TransferFilter(**wanted)), NAMES)[0]  # type: ignore[arg-type]


def many(number: int) -> list[tuple[str, int]]:
    return [(f"org:Firm {place}", number - place) for place in range(number)]


def words(facet: FacetView) -> list[str]:
    return [choice.words for choice in facet.first]


def test_actors_have_names_and_nobody_is_said_in_words() -> None:
    assert words(view("supplier", ("KOR", 3), ("none", 2), ("org:Firm", 1))) == ["South Korea", "not told", "Firm"]
    assert words(view("intermediary", ("none", 9))) == ["nobody between"]


def test_the_rarer_are_a_click_away_and_the_rarest_are_typed() -> None:
    facet = view("supplier", *many(100))
    assert (len(facet.first), len(facet.more), facet.left_out, facet.is_typed) == (6, 60, 34, True)


def test_one_more_is_not_hidden_behind_a_line_of_its_own() -> None:
    assert (len(view("supplier", *many(7)).first), len(view("supplier", *many(7)).more)) == (7, 0)
    assert (len(view("supplier", *many(8)).first), len(view("supplier", *many(8)).more)) == (6, 2)


def test_what_is_ticked_always_stands_there() -> None:
    facet = view("supplier", *many(20), supplier=("org:Firm 19", "NOR"))
    assert [choice.words for choice in facet.first if choice.is_set] == ["Firm 19", "Norway"]
    assert facet.first[-1].count == 0
    assert (facet.number_set, facet.is_open) == (2, True)


def test_stages_stand_in_their_order_and_not_by_number() -> None:
    assert words(view("stage", ("delivery", 9), ("none", 8), ("request", 1))) == [
        "request",
        "delivery",
        "nothing affirmed",
    ]


def test_families_come_before_what_they_are_made_of() -> None:
    assert words(view("item", ("ML3", 9), ("ARMS", 7), ("ammunition", 5))) == [
        "arms, kind not told",
        "ammunition",
        "ML3 (ammunition)",
    ]


def test_a_facet_without_values_is_not_offered() -> None:
    assert view_facets({"dispute": []}, State(TransferFilter()), NAMES) == ()
