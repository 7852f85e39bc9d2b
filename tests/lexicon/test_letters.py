from __future__ import annotations

from pathlib import Path

import pytest

from armswire.errors import LexiconError
from armswire.lexicon.code_tables import bytes_shown, decode_whole, table_named
from armswire.lexicon.letters import LETTERS_FILE, bundled_letters_file, load_letters
from armswire.lexicon.surprise import bundled_letters


def test_each_sign_stands_in_one_group() -> None:
    signs = "".join(group.signs for group in bundled_letters_file().groups)
    assert sorted({sign for sign in signs if signs.count(sign) > 1}) == []


def test_what_people_write_is_less_surprising_than_what_a_wrong_table_shows() -> None:
    surprise = bundled_letters().surprise
    assert surprise("привет") < surprise("ïðèâåò")
    assert surprise("국방") < surprise("±¹¹æ")
    assert surprise("café") < surprise("cafй") < surprise("cafÃ©")
    assert surprise("") == 0


@pytest.mark.parametrize(
    ("label", "table"),
    [
        ("ISO-8859-1", "cp1252"),
        (" utf8", "utf-8"),
        ("KS_C_5601-1987", "cp949"),
        ("windows-1251", "cp1251"),
        ("Shift_JIS", "cp932"),
        ("gb2312", "gb18030"),
        ("utf-7", None),
        ("punycode", None),
        ("no such", None),
        ("a\x00b", None),
    ],
)
def test_labels_mean_what_browsers_take_them_for(label: str, table: str | None) -> None:
    assert table_named(label) == table


def test_tables_read_and_show_every_byte() -> None:
    data = bytes(range(256))
    for table in ("cp1252", "cp1251", "cp1250", "koi8-u"):
        text = decode_whole(table, data)
        assert text is not None
        assert bytes_shown(table, text) == data
    assert decode_whole("cp949", data) is None
    assert bytes_shown("cp1251", "é") is None


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("surprise: 2.5", "surprise: -1", "groups.0.surprise"),
        ("codec: cp1252", "codec: cp0", "tables.0.codec"),
        ("meant: utf-8", "meaning: utf-8", "shown_as.0"),
    ],
)
def test_a_bad_entry_is_refused_with_file_and_key(tmp_path: Path, before: str, after: str, named: str) -> None:
    path = tmp_path / "letters.yaml"
    path.write_text(LETTERS_FILE.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_letters(path)
    assert named in caught.value.message
