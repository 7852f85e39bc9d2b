"""Spellings of an item entry, and calibres in running text."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.lexicon.calibres import CalibreKind
from armswire.lexicon.item_forms import (
    CALIBRE_PATTERN,
    SurfaceForm,
    blocking_forms,
    find_calibres,
    surface_forms,
)
from armswire.lexicon.records import ItemEntry


def entry(*names: str, plurals: tuple[str, ...] = (), not_in: tuple[str, ...] = ()) -> ItemEntry:
    return ItemEntry(
        id="x",
        ml="ML4",
        names=names,
        lethal=True,
        kind="thing",
        plurals=plurals,
        not_in=not_in,
    )


def texts(*names: str) -> set[str]:
    return {form.text for form in surface_forms(entry(*names))}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("K9", {"K9", "K-9", "K 9", "K9s"}),
        ("F-16", {"F-16", "F16", "F 16", "F-16s", "F16s"}),
        ("T-72", {"T72", "T-72s"}),
        ("M777", {"M-777", "M777s"}),
        ("Leopard 2A6", {"Leopard 2A6", "Leopard-2A6", "Leopard 2A6s"}),
        ("MiG-29", {"Mig-29", "MiG29", "MiG-29s"}),
        ("NASAMS", {"NASAMS", "Nasams"}),
        ("IRIS-T", {"IRIS T"}),
        ("Harpy", {"Harpys", "Harpies"}),
        ("howitzer", {"howitzers"}),
        (
            "anti-tank missile",
            {
                "antitank missile",
                "anti tank missile",
                "anti-tank-missile",
                "antitank missiles",
            },
        ),
        ("rocket launcher", {"rocket-launcher", "rocket-launchers"}),
        (
            "air defence battery",
            {"air defense battery", "air-defence batteries", "air defense batteries"},
        ),
        ("armoured vehicle", {"armored vehicles"}),
        ("torpedo", {"torpedos"}),
    ],
)
def test_spellings_that_news_uses(name: str, expected: set[str]) -> None:
    assert expected <= texts(name)


@pytest.mark.parametrize(
    ("name", "absent"),
    [
        ("A-10", "A 10"),
        ("An-26", "An 26"),
        ("AT-4", "AT 4"),
        ("aircraft", "aircrafts"),
        ("ammunition", "ammunitions"),
        ("aid", "aids"),
        ("arms", "armss"),
        ("HIMARS", "HIMARSs"),
        ("Kilo-class", "Kilo-classes"),
    ],
)
def test_spellings_that_mean_something_else_or_nothing(name: str, absent: str) -> None:
    assert absent not in texts(name)


def test_capitals_and_figures_bind_the_case() -> None:
    forms = {form.text: form.case_sensitive for form in surface_forms(entry("Javelin", "M777", "tank"))}
    assert forms["Javelin"]
    assert forms["M777s"]
    assert not forms["tanks"]


def test_irregular_plurals_are_added_as_written() -> None:
    forms = surface_forms(entry("torpedo", plurals=("torpedoes",)))
    assert SurfaceForm("torpedoes", case_sensitive=False) in forms


def test_blocking_phrases_are_varied_like_names() -> None:
    blocked = {form.text for form in blocking_forms(entry("tank", not_in=("think tank",)))}
    assert {"think tank", "think-tank", "think tanks", "think-tanks"} <= blocked
    assert blocking_forms(entry("howitzer")) == ()


_WORD = st.text(alphabet=string.ascii_letters + string.digits, min_size=1, max_size=9)
_NAME = st.lists(_WORD, min_size=1, max_size=5).flatmap(
    lambda words: st.sampled_from((" ", "-")).map(lambda separator: separator.join(words))
)


@given(st.lists(_NAME, min_size=1, max_size=4, unique=True))
def test_forms_are_distinct_trimmed_and_begin_with_the_name(names: list[str]) -> None:
    forms = surface_forms(entry(*names))
    found = [form.text for form in forms]
    assert found[0] == names[0]
    assert len(set(found)) == len(found)
    assert set(names) <= set(found)
    assert all(text and text == text.strip() and "  " not in text for text in found)


@given(_NAME)
def test_forms_differ_from_the_name_in_separators_capitals_and_ending_only(
    name: str,
) -> None:
    bare = name.replace(" ", "").replace("-", "").lower()
    for form in surface_forms(entry(name)):
        folded = form.text.replace(" ", "").replace("-", "").lower()
        assert folded.startswith(bare[:-3]) or form.text != name


@given(_NAME)
def test_forms_are_the_same_each_time(name: str) -> None:
    assert surface_forms(entry(name)) == surface_forms(entry(name))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("half a million 155mm shells", [("155mm", "ML3")]),
        ("155-millimeter howitzer artillery shells", [("155mm", "ML3")]),
        ("two batteries of 155 mm self-propelled howitzers", [("155mm", "ML2")]),
        ("105-mm and 155-mm guns", [("105mm", "ML2"), ("155mm", "ML2")]),
        ("stocks of 122 and 152 mm shells", [("122mm", "ML3"), ("152mm", "ML3")]),
        ("155- and 105-millimetre ammunition", [("155mm", "ML3"), ("105mm", "ML3")]),
        ("7.62x39 rounds", [("7.62x39mm", "ML3")]),
        ("7.62mm machine guns", [("7.62mm", "ML1")]),
        (".50-caliber machine guns", [(".50", "ML1")]),
        ("50-calibre rounds", [(".50", "ML3")]),
        ("120 mm mortars", [("120mm", "ML2")]),
        ("120-mm mortar rounds", [("120mm", "ML3")]),
        ("227mm rockets", [("227mm", "ML4")]),
        ("122mm Grad rockets", [("122mm", "ML4")]),
        ("40mm grenade launchers", [("40mm", "ML2")]),
        ("155mm M777 howitzers", [("155mm", "ML2")]),
        ("shells of 155 mm calibre", [("155mm", "ML3")]),
        ("155 caliber shells", [("155mm", "ML3")]),
        ("12.7 mm ammunition", [("12.7mm", "ML3")]),
        ("9mm pistols", [("9mm", "ML1")]),
        ("thousands of 155mm for the brigade", [("155mm", "ML3")]),
    ],
)
def test_calibres_with_the_category_of_their_noun(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(match.designation, match.ml) for match in find_calibres(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "about 155 mm of rain fell overnight",
        "the valley had 20 mm of rain",
        "a camera with a 50mm lens",
        "the 4x4 lorries left at dawn",
        "steel 30 mm thick",
        "rainfall of 122 mm",
        "35mm film",
    ],
)
def test_other_measures_are_no_calibres(text: str) -> None:
    assert find_calibres(text) == []


def test_a_calibre_knows_where_it_and_its_phrase_end() -> None:
    text = "It shipped 155mm artillery shells by rail."
    (match,) = find_calibres(text)
    assert text[match.start : match.end] == "155mm"
    assert text[match.start : match.phrase_end] == "155mm artillery shells"
    assert match.kind is CalibreKind.AMMUNITION


@given(st.text(alphabet=string.printable, max_size=80))
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    matches = find_calibres(text)
    assert [m.start for m in matches] == sorted(m.start for m in matches)
    for match in matches:
        assert 0 <= match.start < match.end <= match.phrase_end <= len(text)
        assert CALIBRE_PATTERN.match(text, match.start)
