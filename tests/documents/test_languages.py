from __future__ import annotations

import pytest

from armswire.documents.languages import identify_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Norland has sent guns to Sudmark, and the minister said that it was for the defence of the port. " * 3, "en"),
        ("Norland sends 40 guns to Sudmark", "en"),
        ("Sudmark arms deal: 40 howitzers, 12 boats", "en"),
        ("Norland liefert vierzig Haubitzen an das Nachbarland, sagte der Minister am Montag.", "de"),
        ("Le ministère a livré quarante canons au pays voisin, a déclaré un porte-parole lundi.", "fr"),
        ("Министерство обороны передало соседней стране сорок гаубиц, сообщил министр.", "ru"),
        ("국방부는 월요일 이웃 나라에 자주포 40문을 보냈다고 밝혔다.", "ko"),
        ("", "und"),
        ("155 / 40", "und"),
    ],
)
def test_languages_are_told(text: str, code: str) -> None:
    assert identify_language(text) == code


def test_half_characters_do_not_matter() -> None:
    assert identify_language("\ud800 Norland sends 40 guns to Sudmark \udfff") == "en"
