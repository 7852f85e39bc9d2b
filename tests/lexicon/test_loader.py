"""Good files become records; a bad entry is refused with its file, entry and value."""

from __future__ import annotations

from pathlib import Path

import pytest

from armswire.errors import LexiconError
from armswire.lexicon.loader import Lexicon, load_lexicon

HEADER = "header: {about: a test, origin: made up, licence: CC0-1.0}\n"
STATES = "states:\n- {code: AAA, alpha2: AA, name: Arstotia, names: [Arst], demonyms: [Arstotian]}\n"


def folder(tmp_path: Path, **files: str) -> Path:
    """A folder of knowledge files; `actors__roles` is actors/roles.yaml."""
    for name, content in files.items():
        path = tmp_path / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEADER + content, encoding="utf-8")
    return tmp_path


def refusal(path: Path) -> LexiconError:
    """The error that loading raises."""
    with pytest.raises(LexiconError) as caught:
        load_lexicon(path)
    assert caught.value.remedy
    return caught.value


def test_every_kind_of_file_is_read(tmp_path: Path) -> None:
    lexicon = load_lexicon(
        folder(
            tmp_path,
            actors__states_x=STATES,
            actors__unions="organisations:\n- {id: u, code: 'org:U', kind: union, names: [U], members: [AAA]}\n",
            actors__bodies="bodies:\n- {id: army, names: [army]}\n",
            actors__roles="roles:\n- {id: king, names: [king], speaker: official, default_actor: AAA}\n",
            actors__described="firm_nouns: [yard]\n",
            outlets="outlets:\n- {id: gazette, names: [Arst Gazette], kind: newspaper, country: AAA}\n",
            people__holders_x="holders:\n  AAA:\n    - Holm | Kari | king 2012-03..\n",
            people__naming="former: [former]\n",
            items__ml06="items:\n- {id: tank, ml: ML6, names: [tank], lethal: true, kind: tank, generic: true}\n",
        )
    )
    counts = {
        field: len(getattr(lexicon, field)) for field in Lexicon.__slots__ if field not in {"described", "naming"}
    }
    assert counts == dict.fromkeys(counts, 1)
    assert lexicon.organisations[0].members == ("AAA",)
    assert lexicon.described.firm_nouns == ("yard",)
    assert lexicon.naming.former == ("former",)


def test_an_empty_folder_is_an_empty_lexicon(tmp_path: Path) -> None:
    assert load_lexicon(tmp_path) == Lexicon()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "nowhere" in refusal(tmp_path / "nowhere").place


@pytest.mark.parametrize(
    ("content", "place", "value"),
    [
        (STATES.replace("AAA", "aaa"), "actors/states_x.yaml, states[aaa].code", "aaa"),
        (STATES.replace("names: [Arst]", "nmaes: [Arst]"), "actors/states_x.yaml, states[AAA].nmaes", ["Arst"]),
        (STATES.replace("[Arst]", "[Arst, 7]"), "actors/states_x.yaml, states[AAA].names[1]", 7),
        ("states: none\n", "actors/states_x.yaml, states", "none"),
        ("", "actors/states_x.yaml, states", None),
        ("states: [\n", "actors/states_x.yaml, line 3", None),
        ("states: []\nstates: []\n", "actors/states_x.yaml, line 3", None),
    ],
)
def test_a_bad_entry_is_refused_with_its_place(tmp_path: Path, content: str, place: str, value: object) -> None:
    error = refusal(folder(tmp_path, actors__states_x=content))
    assert (error.place, error.value) == (place, value)


def test_ambiguous_words_must_be_words_of_the_entry(tmp_path: Path) -> None:
    error = refusal(folder(tmp_path, actors__states_x=STATES.replace("}", ", ambiguous: [Arstt]}")))
    assert "'Arstt' is listed as ambiguous" in error.message
    assert "states[AAA]" in error.place


def test_an_id_given_twice_is_refused(tmp_path: Path) -> None:
    error = refusal(folder(tmp_path, actors__states_x=STATES, actors__states_y=STATES))
    assert (error.value, error.place) == ("AAA", "actors/states_y.yaml, states[AAA]")
    assert "actors/states_x.yaml" in error.problem


def test_a_form_of_two_entries_is_refused_across_spellings(tmp_path: Path) -> None:
    other = "states:\n- {code: BBB, alpha2: BB, name: Borduria, names: [ÁRST]}\n"
    error = refusal(folder(tmp_path, actors__states_x=STATES, actors__states_y=other))
    assert (error.value, error.place) == ("ÁRST", "actors/states_y.yaml, states[BBB]")


@pytest.mark.parametrize(("first", "second", "fine"), [(True, True, True), (True, False, False), (False, True, False)])
def test_a_form_of_two_entries_must_be_called_ambiguous_in_both(
    tmp_path: Path, first: bool, second: bool, fine: bool
) -> None:
    def state(code: str, *, ambiguous: bool) -> str:
        flag = ", ambiguous: [Arst]" if ambiguous else ""
        return f"states:\n- {{code: {code}, alpha2: AA, name: {code.lower()}ia, names: [Arst]{flag}}}\n"

    path = folder(
        tmp_path, actors__states_x=state("AAA", ambiguous=first), actors__states_y=state("BBB", ambiguous=second)
    )
    if fine:
        assert len(load_lexicon(path).states) == 2
    else:
        refusal(path)


def test_a_form_twice_in_one_entry_is_refused(tmp_path: Path) -> None:
    assert refusal(folder(tmp_path, actors__states_x=STATES.replace("[Arst]", "[Arst, Arst]"))).value == "Arst"


@pytest.mark.parametrize(
    ("file", "entry", "value"),
    [
        ("outlets", "outlets:\n- {id: gazette, names: [Gazette], kind: newspaper, country: ZZZ}\n", "ZZZ"),
        ("actors__roles", "roles:\n- {id: king, names: [king], speaker: official, default_actor: YYY}\n", "YYY"),
        (
            "actors__unions",
            "organisations:\n- {id: u, code: 'org:U', kind: union, names: [U], members: [XXX]}\n",
            "XXX",
        ),
        ("actors__firms", "organisations:\n- {id: u, code: 'org:U', kind: company, names: [U], home: WWW}\n", "WWW"),
    ],
)
def test_a_reference_must_lead_somewhere(tmp_path: Path, file: str, entry: str, value: str) -> None:
    assert refusal(folder(tmp_path, actors__states_x=STATES, **{file: entry})).value == value


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = folder(tmp_path, outlets="")
    (path / "outlets.yaml").write_bytes(b"header: \xff\xfe")
    assert refusal(path).place == "outlets.yaml"
