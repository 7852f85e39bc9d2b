from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.documents.mojibake import repair_line


def repaired(text: str) -> str:
    for change in reversed(repair_line(text)):
        text = text[: change.start] + change.text + text[change.end :]
    return text


CYRILLIC = "Гармати прибули до порту в понеділок, повідомили посадовці"
WESTERN = "Sudmark’s “envoy” – a café owner – paid 40 € for it… naïve"


def test_cyrillic_shown_by_the_western_table_is_repaired_one_for_one() -> None:
    broken = CYRILLIC.encode("cp1251").decode("cp1252")
    assert repaired(broken) == CYRILLIC
    assert len(broken) == len(CYRILLIC)


@pytest.mark.parametrize("table", ["cp1252", "latin-1"])
def test_utf8_shown_by_a_western_table_is_repaired_word_by_word(table: str) -> None:
    broken = WESTERN.encode().decode(table, "replace")
    changes = repair_line(broken)
    assert "café owner" in repaired(broken)
    assert all(" " not in broken[change.start : change.end] for change in changes)


@pytest.mark.parametrize(
    "sound",
    [
        WESTERN,
        "Ñuñoa",
        "Åse Øst-Æbelø",
        "Éire, Ísland, Österreich und Ålands hälsa är över",
        "Größe, Überführung, Änderungsanträge für Panzerhaubitzen",
        "Le ministère a livré des blindés à l’étranger",
        "Łódź, Kraków, Şırnak, Đà Nẵng",
        "“ÂRE”",
        CYRILLIC,
    ],
)
def test_sound_lines_are_left(sound: str) -> None:
    assert repair_line(sound) == []


@given(st.text(max_size=80))
def test_changes_are_ordered_apart_and_inside(text: str) -> None:
    end = 0
    for change in repair_line(text.encode("utf-8", "replace").decode()):
        assert end <= change.start < change.end <= len(text)
        end = change.end
