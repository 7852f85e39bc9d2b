from __future__ import annotations

import pytest

from armswire.documents.build import build
from armswire.documents.languages import find_foreign, identify_article, identify_language
from armswire.model.article import Article


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


ENGLISH = "Norland has sent forty guns to Sudmark, two officials said on Monday in the port of Halm."
OTHERS = {
    "de": "Das Ministerium teilte am Dienstag mit, dass vierzig Haubitzen im Hafen eingetroffen sind.",
    "es": "El ministerio informó el martes de que cuarenta obuses llegaron al puerto antes de lo previsto.",
    "pl": "Ministerstwo poinformowało we wtorek, że czterdzieści haubic dotarło do portu przed terminem.",
    "vi": "Bộ Quốc phòng hôm thứ Ba cho biết bốn mươi khẩu lựu pháo đã đến cảng sớm hơn hai tuần.",
    "tr": "Bakanlık salı günü yaptığı açıklamada kırk obüsün limana iki hafta önce ulaştığını bildirdi.",
    "uk": "Міністерство повідомило у вівторок, що сорок гаубиць прибули до порту раніше, ніж було обіцяно.",
    "ko": "국방부는 화요일 자주포 40문이 계약보다 두 주 먼저 항구에 도착했다고 밝혔다.",
    "zh": "国防部星期二表示，四十门榴弹炮已比协议规定的时间提前两周抵达港口。",
}


def article(text: str, language: str | None = None) -> Article:
    return Article(id="a", text=text, sha256="", language=language)


@pytest.mark.parametrize("code", OTHERS)
def test_a_paragraph_in_another_language_is_left_out_of_an_english_article_by_its_name(code: str) -> None:
    built = build(article(f"{ENGLISH}\n\n{OTHERS[code]}\n\nThe crates came by train, he said."))
    assert built.language == "en"
    assert built.text == f"{ENGLISH}\n\nThe crates came by train, he said."
    (left_out,) = built.furniture
    assert (left_out.rule, left_out.language) == ("other_language", code)
    assert left_out.span.of(built.article.text) == OTHERS[code]


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("declared", [None, "en"])
def test_an_article_is_in_the_language_of_its_words_whatever_is_declared(code: str, declared: str | None) -> None:
    assert identify_article(article(f"{OTHERS[code]}\n{OTHERS[code]}", declared)) == code
    assert identify_article(article(f"{ENGLISH}\n{ENGLISH}", code)) == "en"


def test_what_is_declared_decides_where_the_words_leave_it_open() -> None:
    headline = "Norland entrega cuarenta obuses a su vecino"
    assert identify_article(article(headline)) == "en"
    assert identify_article(article(headline, "es-MX")) == "es"
    assert identify_article(article("Norland sends 40 howitzers to Sudmark", "es")) == "en"


def test_an_article_with_a_good_part_in_english_is_read() -> None:
    assert identify_article(article(f"{OTHERS['uk']}\n{ENGLISH}\n{OTHERS['uk']}")) == "en"
    assert identify_article(article(f"{OTHERS['uk']}\n" * 9 + ENGLISH)) == "uk"


def test_an_article_that_a_wrong_table_spoiled_is_in_the_language_that_was_meant() -> None:
    assert identify_article(article(OTHERS["uk"].encode("cp1251").decode("cp1252"))) == "uk"
    assert identify_article(article(OTHERS["ko"].encode("cp949").decode("cp1252"))) == "ko"


@pytest.mark.parametrize(
    "line", ["Anneke van Vliet wins Coppa d’Italia Donne", "NWC suspends Luis Cordero", "Paul Pomba rejoins Halm FC",
             "RIP Las Piedras", "He told ‘Frankfurter Allgemeine Zeitung’ that it was over", "Bundesministerium der Verteidigung"],
)  # fmt: skip
def test_names_in_english_lines_are_english(line: str) -> None:
    assert find_foreign(line) is None
