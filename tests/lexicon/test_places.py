"""Every state has its place on the map."""

from __future__ import annotations

import json
from importlib import resources

import pytest
from pydantic import ValidationError

from armswire.lexicon.loader import load_lexicon
from armswire.lexicon.places import PlacesFile, find_place, load_places

HEADER = {"about": "a", "origin": "b", "licence": "c"}
SEOUL = {"code": "KOR", "numeric": "410", "seat": "Seoul", "longitude": 126.98, "latitude": 37.57}


def atlas_names() -> dict[str, str]:
    """What the map calls the area of each number."""
    file = resources.files("armswire.web").joinpath("static", "vendor", "countries-110m.json")
    areas = json.loads(file.read_text("utf-8"))["objects"]["countries"]["geometries"]
    return {area["id"]: area["properties"]["name"] for area in areas if "id" in area}


def test_every_state_that_the_program_knows_has_a_place() -> None:
    assert {state.code for state in load_lexicon().states} == set(load_places())


def test_the_numbers_are_those_of_the_map() -> None:
    ours = {place.numeric: place.code for place in load_places().values() if place.numeric is not None}
    names = atlas_names()
    assert set(ours) == set(names)
    shown = {state.code: state.name for state in load_lexicon().states}
    # What the map abbreviates or names otherwise than we do; all others are called the same.
    otherwise = {
        "BIH": "Bosnia and Herz.", "CAF": "Central African Rep.", "COD": "Dem. Rep. Congo", "COG": "Congo",
        "DOM": "Dominican Rep.", "ESH": "W. Sahara", "FLK": "Falkland Is.", "GNQ": "Eq. Guinea", "MKD": "Macedonia",
        "PSE": "Palestine", "SLB": "Solomon Is.", "SSD": "S. Sudan", "SWZ": "eSwatini", "TUR": "Turkey",
        "USA": "United States of America", "ATF": "Fr. S. Antarctic Lands",
    }  # fmt: skip
    assert {code: names[number] for number, code in ours.items()} == {
        code: otherwise.get(code, shown[code]) for code in ours.values()
    }


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"),
    [
        ("KOR", (126, 128), (37, 38)),
        ("USA", (-78, -76), (38, 40)),
        ("CHL", (-72, -70), (-34, -33)),
        ("NZL", (174, 176), (-42, -41)),
        ("UKR", (30, 31), (50, 51)),
    ],
)  # fmt: skip
def test_places_lie_where_they_should(code: str, longitude: tuple[int, int], latitude: tuple[int, int]) -> None:
    place = load_places()[code]
    assert longitude[0] < place.longitude < longitude[1]
    assert latitude[0] < place.latitude < latitude[1]


def test_a_firm_is_marked_with_its_home_state_and_others_nowhere() -> None:
    lockheed = find_place("org:Lockheed Martin")
    assert lockheed is not None
    assert lockheed.code == "USA"
    assert [find_place(actor) for actor in ("NATO", "EU", "grp:west", "org:Houthis", "org:Nobody Knows", "")] == [
        None
    ] * 6


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ([SEOUL, SEOUL], "the code KOR is given twice"),
        ([SEOUL, SEOUL | {"code": "PRK"}], "the numeric 410 is given twice"),
        ([SEOUL | {"latitude": 126.98}], "latitude"),
        ([SEOUL | {"numeric": "41"}], "numeric"),
        ([SEOUL | {"colour": "red"}], "colour"),
    ],
)
def test_a_wrong_place_is_refused(places: list[dict[str, object]], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        PlacesFile.model_validate({"header": HEADER, "places": places})
