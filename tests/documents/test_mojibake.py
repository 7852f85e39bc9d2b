from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.documents.mojibake import repair_lines


def repaired(*lines: str) -> list[str]:
    mended = []
    for line, changes in zip(lines, repair_lines(lines), strict=True):
        for change in reversed(changes):
            line = line[: change.start] + change.text + line[change.end :]
        mended.append(line)
    return mended


CYRILLIC = "Гармати прибули до порту в понеділок, повідомили посадовці"
RUSSIAN = "Пушки прибыли в порт в понедельник, сообщили «два чиновника»"
KOREAN = "자주포 40문이 항구에 도착했다고 국방부가 밝혔다"
WESTERN = "Sudmark’s “envoy” – a café owner – paid 40 € for it… naïve"
FRENCH = "Le ministère a livré des blindés à l’étranger, où l’on s’est étonné"
POLISH = "Ministerstwo wysłało czterdzieści haubic, powiedział rzecznik"


def as_latin_1(data: bytes) -> str:
    return data.decode("latin-1")


def as_windows(data: bytes) -> str:
    return "".join(bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in data)


@pytest.mark.parametrize("text", [CYRILLIC, RUSSIAN, KOREAN, WESTERN, FRENCH, POLISH])
@pytest.mark.parametrize("shown", [as_latin_1, as_windows, lambda data: data.decode("cp1251", "replace")])
def test_utf8_that_was_read_by_another_table_is_mended(text: str, shown: Callable[[bytes], str]) -> None:
    broken = shown(text.encode())
    if "\ufffd" not in broken:
        assert repaired(broken) == [text]


@pytest.mark.parametrize("text", [CYRILLIC, KOREAN, FRENCH])
def test_utf8_that_was_read_wrongly_twice_is_mended(text: str) -> None:
    assert repaired(as_windows(as_windows(text.encode()).encode())) == [text]


@pytest.mark.parametrize(
    ("text", "meant", "shown"),
    [
        (CYRILLIC, "cp1251", "cp1252"),
        (RUSSIAN, "cp1251", "cp1252"),
        (KOREAN, "cp949", "cp1252"),
        (KOREAN, "cp949", "cp1251"),
        (FRENCH, "cp1252", "cp1251"),
        (WESTERN.replace(" €", " euros"), "cp1252", "cp1251"),
    ],
)
def test_tables_that_were_mistaken_for_each_other_are_told(text: str, meant: str, shown: str) -> None:
    assert repaired(text.encode(meant).decode(shown)) == [text]


def test_a_line_of_one_byte_a_letter_is_mended_one_for_one() -> None:
    (changes,) = repair_lines([CYRILLIC.encode("cp1251").decode("cp1252")])
    assert all(change.end - change.start == len(change.text) for change in changes)


def test_only_the_broken_words_of_a_line_are_changed() -> None:
    broken = "Гармати " + "прибули до порту".encode("cp1251").decode("cp1252") + " в понеділок, café ‘A’"
    assert repaired(broken) == ["Гармати прибули до порту в понеділок, café ‘A’"]
    (changes,) = repair_lines(["They paid the cafÃ©â€™s owner"])
    assert [(change.start, change.text) for change in changes] == [(17, "é’")]


def test_a_byte_too_many_is_changed_together_with_its_neighbour() -> None:
    (changes,) = repair_lines(["It cost Â£40 and Â£50 and Â£60"])
    assert [change.text for change in changes] == ["£", "£", "£"]


def test_what_was_lost_stays_lost_and_the_rest_is_mended() -> None:
    broken = "The envoyâ€™s cafÃ© said ?no? to \ufffdit\ufffd, donâ€™t"
    assert repaired(broken) == ["The envoy’s café said ?no? to \ufffdit\ufffd, don’t"]
    lost = CYRILLIC.encode("cp1251").decode("cp1252").replace("è", "\ufffd")
    assert repaired(lost) == [CYRILLIC.replace("и", "\ufffd")]


def test_a_short_line_is_believed_where_another_of_its_article_was_read_by_the_same_table() -> None:
    short, long = ("Так".encode("cp1251").decode("cp1252"), CYRILLIC.encode("cp1251").decode("cp1252"))
    assert repaired(short) == [short]
    assert repaired(short, long) == ["Так", CYRILLIC]


@pytest.mark.parametrize(
    "sound",
    [
        WESTERN,
        FRENCH,
        POLISH,
        RUSSIAN,
        KOREAN,
        "Ñuñoa",
        "Åse Øst-Æbelø",
        "Éire, Ísland, Österreich und Ålands hälsa är över",
        "Það er á því að ég á bók, og þú átt að lesa hana í ár",
        "Größe, Überführung, Änderungsanträge für Panzerhaubitzen",
        "AÇÃO DE GRAÇAS «MAÇÃ» SÃO JOÃO",
        "Łódź, Kraków, Şırnak, Đà Nẵng",
        "Việt Nam đã mua bốn mươi khẩu pháo, bộ trưởng nói hôm thứ Hai",
        "Türkiye’nin ihraç ettiği araçlar çok güçlü ve öncü",
        "“ÂRE”",
        "К9, С-300, Т-72Б3, КAI та К-9",
        "美 국방부, 北에 K9 자주포 뷁",
        "國防部表示將向鄰國提供四十門榴彈砲",
        "国防省は月曜日、隣国に榴弾砲40門を送ったと発表した。",
        "Το υπουργείο έστειλε σαράντα πυροβόλα",
        CYRILLIC,
    ],
)
def test_sound_lines_are_left(sound: str) -> None:
    assert repair_lines([sound]) == [[]]


BROKEN = st.sampled_from(["â€™", "Ïðèâåò", "Ð¿Ñ€", "±¹¹æºÎ", "РџСЂРё", "\ufffd", "é", "국방", "\xa0", "\x85"])


@given(st.lists(st.one_of(st.text(max_size=40), st.lists(BROKEN | st.text(max_size=3)).map("".join)), max_size=4))
def test_changes_are_ordered_apart_and_inside(lines: list[str]) -> None:
    for line, changes in zip(lines, repair_lines(lines), strict=True):
        end = 0
        for change in changes:
            assert end <= change.start < change.end <= len(line)
            end = change.end
