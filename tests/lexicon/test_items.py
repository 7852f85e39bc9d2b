"""The knowledge of items: every file reads, agrees with the scheme, and does not contradict itself."""

from __future__ import annotations

import re
from collections import Counter
from importlib import resources

import pytest

from armswire.lexicon.folding import fold_same_length
from armswire.lexicon.item_forms import blocking_forms, surface_forms
from armswire.lexicon.loader import read_file
from armswire.lexicon.records import ML_CATEGORIES, ItemEntry, ItemsFile

FILES = {
    file.name: file
    for file in sorted(
        resources.files("armswire.lexicon").joinpath("data", "items").iterdir(),
        key=lambda found: found.name,
    )
    if file.name.endswith(".yaml")
}


@pytest.fixture(scope="module")
def files() -> dict[str, ItemsFile]:
    return {name: read_file(name, file, ItemsFile) for name, file in FILES.items()}


@pytest.fixture(scope="module")
def items(files: dict[str, ItemsFile]) -> tuple[ItemEntry, ...]:
    return tuple(item for file in files.values() for item in file.items)


@pytest.fixture(scope="module")
def by_form(items: tuple[ItemEntry, ...]) -> dict[str, list[ItemEntry]]:
    found: dict[str, list[ItemEntry]] = {}
    for item in items:
        for form in surface_forms(item):
            found.setdefault(form.text, []).append(item)
    return found


def test_every_file_says_what_it_is(files: dict[str, ItemsFile]) -> None:
    for name, file in files.items():
        assert file.header.licence == "Apache-2.0", name
        assert len(file.header.about) > 20 and len(file.header.origin) > 20, name


def test_every_category_of_the_scheme_is_there(items: tuple[ItemEntry, ...]) -> None:
    assert {item.ml for item in items} == set(ML_CATEGORIES)


def test_a_file_holds_the_category_it_is_named_for(files: dict[str, ItemsFile]) -> None:
    for name, file in files.items():
        numbered = re.match(r"ml(\d+)_", name)
        expected = f"ML{int(numbered[1])}" if numbered else name.partition("_")[0].upper()
        assert {item.ml for item in file.items} == {expected}, name


def test_ids_are_given_once(items: tuple[ItemEntry, ...]) -> None:
    assert [name for name, count in Counter(item.id for item in items).items() if count > 1] == []


def test_many_designations_and_none_for_generic_words(
    items: tuple[ItemEntry, ...],
) -> None:
    assert len({item.designation for item in items if item.designation}) >= 400
    assert [item.id for item in items if item.generic == (item.designation is not None)] == []


def test_a_name_belongs_to_one_entry_unless_both_need_context(
    items: tuple[ItemEntry, ...],
) -> None:
    owners: dict[str, ItemEntry] = {}
    clashes = []
    for item in items:
        for name in dict.fromkeys(fold_same_length(text) for text in (*item.names, *item.plurals)):
            owner = owners.setdefault(name, item)
            if owner is not item and not (owner.needs and item.needs):
                clashes.append((name, owner.id, item.id))
    assert clashes == []


def test_phrases_to_leave_alone_contain_the_word(items: tuple[ItemEntry, ...]) -> None:
    wrong = []
    for item in items:
        forms = {fold_same_length(form.text) for form in surface_forms(item)}
        wrong += [
            (item.id, phrase) for phrase in item.not_in if not any(form in fold_same_length(phrase) for form in forms)
        ]
    assert wrong == []


def test_no_phrase_to_leave_alone_is_a_name_of_its_entry(
    items: tuple[ItemEntry, ...],
) -> None:
    for item in items:
        names = {form.text for form in surface_forms(item)}
        assert names.isdisjoint(form.text for form in blocking_forms(item)), item.id


def test_words_that_are_civil_or_unarmed_are_not_lethal(
    items: tuple[ItemEntry, ...],
) -> None:
    for item in items:
        if item.ml in ("ML5", "ML13", "ML17", "MED", "NONLETHAL"):
            assert item.lethal is False, item.id
        if item.ml in ("ML1", "ML2", "ML3", "ML4"):
            assert item.lethal is True, item.id


@pytest.mark.parametrize(
    ("form", "ml", "lethal"),
    [
        ("air defence system", "ML4", True),
        ("anti-aircraft weapons", "ML4", True),
        ("air defenses", "ML4", True),
        ("surface-to-air missiles", "ML4", True),
        ("self-propelled anti-aircraft guns", "ML2", True),
        ("howitzers", "ML2", True),
        ("mortars", "ML2", True),
        ("artillery shells", "ML3", True),
        ("cluster shells", "ML3", True),
        ("cluster bombs", "ML4", True),
        ("cluster munitions", "ML4", True),
        ("rocket launchers", "ML4", True),
        ("glide bombs", "ML4", True),
        ("drones", "ML10", None),
        ("kamikaze drones", "ML10", True),
        ("loitering munitions", "ML10", True),
        ("fighter jets", "ML10", True),
        ("helicopters", "ML10", None),
        ("attack helicopters", "ML10", True),
        ("main battle tanks", "ML6", True),
        ("armored personnel carriers", "ML6", None),
        ("counter-battery radars", "ML5", False),
        ("night-vision goggles", "ML5", False),
        ("bulletproof vests", "ML13", False),
        ("body armor", "ML13", False),
        ("gas masks", "ML7", False),
        ("submarines", "ML9", True),
        ("patrol boats", "ML9", None),
        ("assault rifles", "ML1", True),
        ("electronic warfare systems", "ML11", False),
        ("generators", "ML17", False),
        ("demining equipment", "ML17", False),
        ("ambulances", "MED", False),
        ("humanitarian aid", "AID", False),
        ("lethal weapons", "ARMS", True),
        ("military aid", "ARMS", None),
        ("weapons systems", "ARMS", True),
        ("non-lethal aid", "NONLETHAL", False),
        ("nonlethal equipment", "NONLETHAL", False),
        ("HIMARS", "ML4", True),
        ("Himars", "ML4", True),
        ("Patriots", "ML4", True),
        ("Gepards", "ML2", True),
        ("Shahed-136", "ML10", True),
        ("TB-2", "ML10", True),
        ("K9", "ML2", True),
        ("Leopard 2A6s", "ML6", True),
        ("F16s", "ML10", True),
        ("Mig-29s", "ML10", True),
        ("S-300", "ML4", True),
        ("Excalibur", "ML3", True),
        ("JDAM", "ML4", True),
    ],
)
def test_what_news_calls_it_is_found_under_its_category(
    by_form: dict[str, list[ItemEntry]], form: str, ml: str, lethal: bool | None
) -> None:
    assert [(item.ml, item.lethal) for item in by_form[form]] == [(ml, lethal)]


@pytest.mark.parametrize(
    "form",
    [
        "Patriot",
        "Leopard",
        "Abrams",
        "Javelin",
        "Stinger",
        "Harpoon",
        "Typhoon",
        "Caesar",
        "Archer",
        "Grad",
        "Buk",
        "Tor",
        "Osa",
        "Apache",
        "Chinook",
        "Reaper",
        "Predator",
        "Spike",
        "Bradley",
        "Marder",
        "Mistral",
        "A-10",
        "M16",
    ],
)
def test_words_with_another_meaning_need_company(by_form: dict[str, list[ItemEntry]], form: str) -> None:
    assert by_form[form]
    assert all(item.needs for item in by_form[form])


@pytest.mark.parametrize(
    "plural",
    ["Patriots", "Leopards", "Javelins", "Stingers", "Gepards", "Caesars", "Apaches"],
)
def test_a_plural_that_can_only_be_the_weapon_is_company_enough(
    by_form: dict[str, list[ItemEntry]], plural: str
) -> None:
    assert any(plural in item.needs for item in by_form[plural])


@pytest.mark.parametrize(
    ("form", "phrase"),
    [
        ("tank", "think tanks"),
        ("arms", "arms control"),
        ("round", "round of talks"),
        ("mortar", "bricks and mortar"),
        ("mine", "gold mines"),
        ("fighter", "rebel fighters"),
        ("rocket", "rocket science"),
        ("Patriot", "New England Patriots"),
        ("shell", "shell companies"),
    ],
)
def test_other_meanings_are_blocked(by_form: dict[str, list[ItemEntry]], form: str, phrase: str) -> None:
    assert any(phrase in {blocked.text for blocked in blocking_forms(item)} for item in by_form[form])
