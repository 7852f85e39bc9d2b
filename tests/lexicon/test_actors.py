"""The packaged knowledge of actors is whole, and finds what news writes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel import Locale
from babel.core import get_global

from armswire.lexicon import integrity
from armswire.lexicon.loader import Lexicon, load_lexicon
from armswire.lexicon.lookup import Phrasebook

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="module")
def book(lexicon: Lexicon) -> Phrasebook[str]:
    """Every actor form to its code (of a group that only stands for its members: theirs) or id."""
    pairs = [(form, state.code) for state in lexicon.states for form in integrity.forms_of(state)]
    for organisation in lexicon.organisations:
        meant = "+".join(organisation.members) or organisation.code
        pairs += [(form, meant) for form in integrity.forms_of(organisation)]
    pairs += [(form, body.id) for body in lexicon.bodies for form in body.names]
    pairs += [(form, role.id) for role in lexicon.roles for form in integrity.forms_of(role)]
    pairs += [(form, outlet.id) for outlet in lexicon.outlets for form in outlet.names]
    blocked = [phrase for state in lexicon.states for phrase in state.not_in]
    blocked += [phrase for organisation in lexicon.organisations for phrase in organisation.not_in]
    return Phrasebook(pairs, blocked=blocked)


def codes(book: Phrasebook[str], text: str) -> list[str]:
    """What the matches in `text` stand for, in order."""
    return [code for match in book.find(text) for code in match.payload]


def named_in(lexicon: Lexicon) -> list[tuple[str, tuple[str, ...]]]:
    """Id and names of every kind of body and office; not of the bodies that mean one state by default."""
    shared = [(body.id, body.names) for body in lexicon.bodies if body.default_actor is None]
    return shared + [(role.id, role.names) for role in lexicon.roles]


def test_every_iso_territory_of_babel_is_there(lexicon: Lexicon) -> None:
    ours = {state.alpha2: state.code for state in lexicon.states}
    not_iso = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
    territories = {str(code) for code in Locale("en").territories if len(str(code)) == 2} - not_iso
    assert territories == set(ours)
    assert len(ours) == 250  # 249 of ISO 3166-1, and Kosovo
    aliases = get_global("territory_aliases")
    assert [a2 for a2, a3 in ours.items() if a2 != "XK" and aliases[a3] != [a2]] == []


def test_names_and_codes_are_those_that_the_script_would_write() -> None:
    script = ROOT / "scripts" / "renew_states.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_inhabited_state_has_a_demonym_and_every_sovereign_one_a_seat(lexicon: Lexicon) -> None:
    no_own_government = {"ATA", "ATF", "BVT", "CCK", "CXR", "HMD", "IOT", "NFK", "SGS", "SJM", "UMI", "SPM", "BES"}
    territories = {"ALA", "BLM", "GGY", "JEY", "MAF", "PCN", "SXM", "TCA", "VGB", "VIR", "VAT", "CUW", "WLF"}
    same_name = {"SGP", "DJI", "MCO", "LUX", "SMR", "GIB", "HKG", "MAC", "GGY", "IMN", "JEY", "TKL", "STP"}
    without_demonym = {state.code for state in lexicon.states if not state.demonyms}
    without_seat = {state.code for state in lexicon.states if not state.seats}
    assert without_demonym <= no_own_government | territories
    assert without_seat <= no_own_government | same_name | territories


def test_there_is_enough_of_each_kind(lexicon: Lexicon) -> None:
    kinds = [organisation.kind for organisation in lexicon.organisations]
    assert kinds.count("armed_group") >= 60
    assert kinds.count("company") >= 120
    assert len(lexicon.outlets) >= 200
    assert len(lexicon.roles) >= 75
    assert all(o.home for o in lexicon.organisations if o.kind == "company" and o.id not in {"airbus", "mbda"})


def test_kinds_of_body_and_office_are_in_lower_case(lexicon: Lexicon) -> None:
    ranks = {"general", "admiral", "colonel", "crown_prince", "congressman", "senator"}
    for key, names in named_in(lexicon):
        if key not in ranks:
            assert [name for name in names if name != name.lower()] == [], key


def test_british_and_american_spellings_come_in_pairs(lexicon: Lexicon) -> None:
    """Except where the spelling tells the country."""
    told_by_spelling = {"defence_secretary", "us_defense_secretary", "us_defense_undersecretary"}
    offices = (*lexicon.bodies, *lexicon.roles)
    known = {form for office in offices for name in integrity.forms_of(office) for form in (name, name.lower())}
    for key, names in named_in(lexicon):
        if key not in told_by_spelling:
            assert {name.replace("defence", "defense") for name in names} <= known, key


def test_domains_are_hosts_and_belong_to_one_outlet(lexicon: Lexicon) -> None:
    owners: dict[str, str] = {}
    for outlet in lexicon.outlets:
        for domain in outlet.domains:
            assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain), outlet.id
            assert owners.setdefault(domain, outlet.id) == outlet.id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seoul's Defense Ministry", ["KOR", "defence_ministry"]),
        ("the Polish defence minister", ["POL", "defence_minister"]),
        ("POLISH DEFENCE MINISTER", ["POL", "defence_minister"]),
        ("the U.S.-made and U.K.-built", ["USA", "GBR"]),
        ("Give us turkey, chad and jersey", []),
        ("Foggy Bottom, the Kremlin, the Élysée, Quai d’Orsay", ["USA", "RUS", "FRA", "FRA"]),
        ("DPRK and ROK officials", ["PRK", "KOR"]),
        ("Kiev, Kyiv, Bankova Street", ["UKR", "UKR", "UKR"]),
        ("the Baltic states", ["EST+LVA+LTU"]),
        ("NATO member countries and EU member states", ["NATO", "EU"]),
        ("Western allies, the West", ["grp:west", "grp:west"]),
        ("Papua New Guinea, Equatorial Guinea, Guinea-Bissau, Guinea", ["PNG", "GNQ", "GNB", "GIN"]),
        ("South Sudan, Sudanese, Nigerien, Nigerian", ["SSD", "SDN", "NER", "NGA"]),
        ("Turkiye and TÜRKİYE", ["TUR", "TUR"]),
        ("the South China Sea, the Korean War, New Mexico, Latin America", ["grp:latin_america"]),
        ("Hanwha and Krauss-Maffei Wegmann", ["org:Hanwha Aerospace", "org:KNDS"]),
        ("Haftar's forces and Houthi rebels", ["org:Libyan National Army", "org:Houthis"]),
        ("people familiar with the matter told the WSJ", ["source", "wall_street_journal"]),
        ("the secretary of state for defence", ["defence_secretary"]),
    ],
)
def test_finds_what_news_writes(book: Phrasebook[str], text: str, expected: list[str]) -> None:
    assert [c for c in codes(book, text) if c != "official"] == expected


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("FRA", "DGA"),
        ("GEO", "Georgia"),
        ("JOR", "Jordan"),
        ("TCD", "Chad"),
        ("BEL", "Brussels"),
        ("COD", "Congo"),
    ],
)
def test_words_with_other_meanings_are_marked(lexicon: Lexicon, code: str, form: str) -> None:
    assert form in next(state for state in lexicon.states if state.code == code).ambiguous
