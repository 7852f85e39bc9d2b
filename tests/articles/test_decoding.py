from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.articles.decoding import decode
from armswire.errors import ArticleError

TEXTS = {
    "cp1251": "Міністерство оборони повідомило, що сорок гаубиць прибули до порту на два тижні раніше.",
    "koi8-u": "Министерство обороны сообщило, что сорок гаубиц прибыли в порт на две недели раньше.",
    "cp949": "국방부는 화요일 자주포 40문이 계약에 적힌 날짜보다 먼저 항구에 도착했다고 밝혔다.",
    "cp1252": "Le ministère a livré quarante obusiers à l’étranger, « dès l’été », a déclaré un député.",
    "cp1250": "Ministerstwo wysłało czterdzieści haubic, powiedział w piątek rzecznik rządu.",
    "cp1253": "Το υπουργείο έστειλε σαράντα πυροβόλα στη γειτονική χώρα, είπε ο υπουργός.",
    "cp932": "国防省は月曜日、隣国に榴弾砲を四十門送ったと発表した。次の船は来月に出るという。",
}


@pytest.mark.parametrize("table", TEXTS)
def test_the_likeliest_table_is_told_by_the_words(table: str) -> None:
    decoded = decode(TEXTS[table].encode(table), "here")
    assert (decoded.text, decoded.table, decoded.guess) == (TEXTS[table], table, table)
    assert decoded.kept == {"decoded_as": table}


@pytest.mark.parametrize("table", TEXTS)
def test_a_right_declaration_is_believed(table: str) -> None:
    decoded = decode(TEXTS[table].encode(table), "here", {"server": table.upper()})
    assert (decoded.text, decoded.guess) == (TEXTS[table], None)
    assert decoded.kept == {"decoded_as": table, "declared_as": {"server": table.upper()}}


@pytest.mark.parametrize(
    ("actual", "declared"),
    [
        ("cp1251", "utf-8"),
        ("cp1251", "iso-8859-1"),
        ("cp1251", "koi8-r"),
        ("koi8-u", "windows-1251"),
        ("cp949", "windows-1252"),
        ("cp949", "windows-1251"),
        ("cp1252", "windows-1251"),
        ("cp1252", "ks_c_5601-1987"),
        ("cp1250", "iso-8859-1"),
    ],
)
def test_a_declaration_that_the_bytes_contradict_is_not_believed(actual: str, declared: str) -> None:
    decoded = decode(TEXTS[actual].encode(actual), "here", {"server": declared})
    assert decoded.text == TEXTS[actual]
    assert decoded.kept == {"decoded_as": actual, "declared_as": {"server": declared}}
    assert decoded.guess == actual


def test_the_server_is_heard_before_the_page() -> None:
    data = "Sudmark orders six boats for Norland, señor Peña said".encode("cp1252")
    assert decode(data, "here", {"server": "windows-1252", "page": "windows-1254"}).table == "cp1252"
    assert decode(data, "here", {"server": "windows-1254", "page": "windows-1252"}).table == "cp1254"


def test_utf8_is_utf8_whatever_is_declared() -> None:
    decoded = decode(TEXTS["cp1251"].encode(), "here", {"server": "iso-8859-1", "page": "utf-8"})
    assert (decoded.text, decoded.table, decoded.guess) == (TEXTS["cp1251"], "utf-8", None)
    assert decoded.kept == {"decoded_as": "utf-8", "declared_as": {"server": "iso-8859-1", "page": "utf-8"}}
    assert decode(TEXTS["cp1251"].encode(), "here", {"page": "UTF-8"}).kept == {}


def test_a_byte_order_mark_decides() -> None:
    text = TEXTS["cp949"]
    assert decode(text.encode("utf-16"), "here", {"server": "euc-kr"}).text == text
    assert decode(text.encode("utf-8-sig"), "here", {"server": "euc-kr"}).text == text


def test_wide_and_shifted_tables_are_read_where_they_are_declared_and_seen() -> None:
    text = TEXTS["cp949"]
    assert decode(text.encode("utf-16-le"), "here", {"server": "utf-16"}).text == text
    assert decode(text.encode("iso2022_kr"), "here", {"server": "iso-2022-kr"}).text == text
    assert decode(TEXTS["cp1252"].encode("cp1252"), "here", {"page": "utf-16"}).text == TEXTS["cp1252"]


def test_broken_bytes_in_utf8_become_western_signs_where_they_can_be_nothing_else() -> None:
    data = TEXTS["cp1251"].encode() + b" \x93Caf\xe9s\x94 n\xe9e " + "é".encode()[:1] + b"."
    decoded = decode(data, "here")
    assert decoded.text == TEXTS["cp1251"] + " “Cafés” née \ufffd."
    assert decoded.table == "utf-8 with 4 bytes of cp1252 and with 1 broken bytes replaced"


def test_a_broken_character_does_not_cost_the_table() -> None:
    data = (TEXTS["cp949"] * 3).encode("cp949")[:-2] + b"\xff."
    decoded = decode(data, "here")
    assert decoded.text.startswith(TEXTS["cp949"] * 2)
    assert decoded.table == "cp949 with 2 broken bytes replaced"


@pytest.mark.parametrize("unit", [b"\xe9", b"\xe9 ", b"\x81", b"\xc2\xa0\xff", b"a\xff\xfe", bytes(range(128, 256))])
def test_hostile_bytes_end(unit: bytes) -> None:
    started = time.process_time()
    with suppress(ArticleError):
        decode(b"Words. " + unit * (1_000_000 // len(unit)), "here", {"server": "euc-kr"})
    assert time.process_time() - started < 30  # far above what it takes: a guard against a hang


@given(st.binary(max_size=200), st.sampled_from(["utf-7", "punycode", "utf-16", "koi8-r", "", "idna", "x" * 99, "hex"]))
def test_any_bytes_are_text_or_an_error(data: bytes, declared: str) -> None:
    try:
        decoded = decode(data, "here", {"page": declared})
    except ArticleError:
        return
    assert isinstance(decoded.text, str)


def test_a_long_line_without_a_blank_takes_no_time() -> None:
    started = time.monotonic()
    decode(b"a" * 5_000_000 + " Année".encode("cp1252"), "in")
    assert time.monotonic() - started < 5
