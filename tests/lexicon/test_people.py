"""Office holders: the files are whole, a bad line is refused, and names that mean several things don't stand alone."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from importlib import resources
from pathlib import Path

import pytest

from armswire.errors import LexiconError
from armswire.lexicon import loader
from armswire.lexicon.collector import collector_paused
from armswire.lexicon.folding import fold_same_length
from armswire.lexicon.loader import Lexicon, load_lexicon
from armswire.lexicon.people import Person, names_alone, people_of
from armswire.lexicon.records import FileHeader, HoldersFile

HEADER = FileHeader(about="a test", origin="made up", licence="CC0-1.0")


def people(*lines: str, actor: str = "AAA", family_first: bool = False) -> list[Person]:
    """The people of some lines."""
    first = (actor,) if family_first else ()
    return list(people_of("x.yaml", HoldersFile(header=HEADER, holders={actor: lines}, family_first=first)))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_a_line_is_a_person() -> None:
    (holm,) = people("Holm, Holmen, Holt* | Kari, Karie | defence_minister 2012-03..2014; UN:envoy 2014-06..")
    assert (holm.name, holm.family, holm.alone) == ("Kari Holm", ("Holm", "Holmen", "Holt"), ("Holm", "Holmen"))
    first, second = holm.terms
    assert (first.actor, first.office, first.first, first.last) == (
        "AAA",
        "defence_minister",
        date(2012, 3, 1),
        date(2014, 12, 31),
    )
    assert (second.actor, second.first, second.last) == ("UN", date(2014, 6, 1), date.max)


def test_names_are_shown_in_the_order_of_their_country() -> None:
    assert people("Yun | Ha-na | president 2012..", family_first=True)[0].name == "Yun Ha-na"
    assert people("Arst Bel Cor | | president 2012..")[0].name == "Arst Bel Cor"


@pytest.mark.parametrize(
    "line",
    [
        "Holm | president 2012..",
        "| Kari | president 2012..",
        "Holm | Kari | president",
        "Holm | Kari | president 2012-13..",
        "Holm | Kari | president 2012-03..2012-01",
        "Holm | Kari | president 1066..",
        "Holm | Kari | President 2012..",
        "Holm, Hólm | Kari | president 2012..",
        "Holm | Kari | president 2012..;",
    ],
)
def test_a_bad_line_is_refused_with_its_place(line: str) -> None:
    with pytest.raises(LexiconError) as caught:
        people(line)
    assert "holders[AAA]" in str(caught.value)
    assert caught.value.value == line


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Holm | Kari | president 2012..\n    - Hólm | Kari | prime_minister 2013..", "twice|already"),
        ("Holm | Kari | XYZ:president 2012..", "actor"),
        ("Holm | Kari | wizard 2012..", "office"),
    ],
)
def test_doubles_and_unknown_actors_and_offices_are_refused(tmp_path: Path, line: str, problem: str) -> None:
    header = "header: {about: a test, origin: made up, licence: CC0-1.0}\n"
    (tmp_path / "actors").mkdir()
    (tmp_path / "people").mkdir()
    roles = "roles:\n- {id: president, names: [president], speaker: official}\n"
    more = "- {id: prime_minister, names: [premier], speaker: official}\n"
    (tmp_path / "actors" / "roles.yaml").write_text(header + roles + more, encoding="utf-8")
    states = "states:\n- {code: AAA, alpha2: AA, name: Arstotia}\n"
    (tmp_path / "actors" / "states_x.yaml").write_text(header + states, encoding="utf-8")
    holders = f"holders:\n  AAA:\n    - {line}\n"
    (tmp_path / "people" / "holders_x.yaml").write_text(header + holders, encoding="utf-8")
    with pytest.raises(LexiconError, match=problem):
        load_lexicon(tmp_path)


DAYS = [
    ("2011-10-01", None),
    ("2011-12-15", "president"),
    ("2013-06-01", "president"),
    ("2014-06-30", "president"),
    ("2015-02-01", None),
    ("2019-10-01", "envoy"),
    ("2019-12-31", "envoy"),
    ("2030-01-01", "envoy"),
]


@pytest.mark.parametrize(("day", "office"), DAYS)
def test_a_term_counts_from_three_months_before_to_a_year_after(day: str, office: str | None) -> None:
    (holm,) = people("Holm | Kari | president 2012-02..2013-12; UN:envoy 2019-11..")
    term = holm.term(date.fromisoformat(day))
    assert (term.office if term else None) == office


def test_of_two_terms_that_count_the_one_of_the_day_is_meant() -> None:
    (holm,) = people("Holm | Kari | president 2012-02..2013-12; UN:envoy 2014-01..")
    terms = {day: holm.term(date.fromisoformat(day)) for day in ("2013-12-20", "2014-01-10")}
    assert {day: term.actor for day, term in terms.items() if term} == {"2013-12-20": "AAA", "2014-01-10": "UN"}


def test_a_former_holder_is_known_by_the_last_office_that_had_begun() -> None:
    (holm,) = people("Holm | Kari | president 2012..2013; UN:envoy 2019..")
    terms = [holm.past_term(date(year, 6, 1)) for year in (2011, 2016, 2021)]
    assert [term and term.office for term in terms] == [None, "president", "envoy"]


def test_which_names_stand_alone() -> None:
    known = [
        *people("Holm | Kari | president 2012..", "Holm | Ola | premier 2013..", "Berg* | Ola | premier 2013.."),
        *people("Lind | Eva | president 2012..", "Kari | Nils | premier 2013..", "Oslo | Ada | premier 2013.."),
        *people("Lind | Ida | president 2012..", "Berg | Ida | premier 2013..", actor="BBB"),
        *people("Vik | Ida | premier 2013..; BBB:envoy 2015.."),
    ]
    # Lind serves two states, Berg has a star, Kari is a given name, Oslo a place; Holm is of one state in any case.
    assert sorted(names_alone(known, {"oslo"})) == ["holm", "vik"]


# -- the packaged files ------------------------------------------------------------------------------------------------


def test_there_are_many_of_every_continent(lexicon: Lexicon) -> None:
    assert len(lexicon.people) >= 1000
    actors = Counter(term.actor for person in lexicon.people for term in person.terms)
    assert len(actors) >= 120
    assert min(actors[code] for code in ("USA", "GBR", "DEU", "FRA", "RUS", "UKR", "POL", "KOR", "ISR", "IRN")) >= 15
    assert min(actors[code] for code in ("NATO", "EU", "UN")) >= 5


def test_no_two_defence_ministers_or_chancellors_of_a_state_hold_office_together(lexicon: Lexicon) -> None:
    """Where only a year is known two may share it, no longer."""
    offices = {"defence_minister", "defence_secretary", "us_defense_secretary", "chancellor", "taoiseach"}
    terms = [(t, p.name) for p in lexicon.people for t in p.terms if t.office in offices]
    together = [
        (name, other_name)
        for at, (term, name) in enumerate(terms)
        for other, other_name in terms[at + 1 :]
        if (term.actor, term.office) == (other.actor, other.office)
        and min(term.last, other.last) - max(term.first, other.first) > timedelta(days=366)
    ]
    assert together == []


@pytest.mark.parametrize(
    ("name", "day", "actor"),
    [
        ("Volodymyr Zelensky", "2023-05-01", "UKR"),
        ("Emmanuel Macron", "2023-05-01", "FRA"),
        ("Jens Stoltenberg", "2012-05-01", "NOR"),
        ("Jens Stoltenberg", "2023-05-01", "NATO"),
        ("Mark Rutte", "2023-05-01", "NLD"),
        ("Mark Rutte", "2025-05-01", "NATO"),
        ("Ursula von der Leyen", "2015-05-01", "DEU"),
        ("Ursula von der Leyen", "2022-05-01", "EU"),
        ("Kaja Kallas", "2023-05-01", "EST"),
        ("Donald Tusk", "2012-05-01", "POL"),
        ("Donald Tusk", "2017-05-01", "EU"),
        ("Donald Tusk", "2024-05-01", "POL"),
        ("Donald Trump", "2018-05-01", "USA"),
        ("Kim Jong-un", "2023-05-01", "PRK"),
        ("Yoon Suk-yeol", "2023-05-01", "KOR"),
    ],
)
def test_whose_they_are_on_a_day(lexicon: Lexicon, name: str, day: str, actor: str) -> None:
    (person,) = [p for p in lexicon.people if p.name == name]
    term = person.term(date.fromisoformat(day))
    assert term is not None
    assert term.actor == actor


def test_names_that_mean_more_do_not_stand_alone(lexicon: Lexicon) -> None:
    alone = names_alone(lexicon.people, set())
    more = ["May", "Brown", "Johnson", "Austin", "Wallace", "Kim", "Lee", "Li", "Rasmussen", "Katz", "Store", "Dan"]
    assert [name for name in more if fold_same_length(name) in alone] == []
    plain = ["Zelenskyy", "Macron", "Scholz", "Putin", "Shoigu", "Erdoğan", "Xi", "Modi", "Biden", "von der Leyen"]
    assert [name for name in plain if fold_same_length(name) not in alone] == []


def test_the_files_are_a_small_part_of_what_is_loaded() -> None:
    root = resources.files("armswire.lexicon").joinpath("data")

    def spent(load: Callable[[], object]) -> float:
        begun = time.process_time()
        with collector_paused():
            load()
        return time.process_time() - begun

    people = min(spent(lambda: loader._people(root)) for _ in range(5))
    assert people < 0.15 * min(spent(load_lexicon) for _ in range(2))
