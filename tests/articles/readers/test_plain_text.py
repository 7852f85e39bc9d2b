from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from armswire.articles.decoding import guessed_encoding
from armswire.articles.read import read
from armswire.model.article import Article

WORDS = "Sudmark’s envoy said “no” to the offer, and Norland’s café-owning minister sent 40 rifles anyway. "


def read_file(tmp_path: Path, data: bytes) -> Article:
    path = tmp_path / "in.txt"
    path.write_bytes(data)
    (article,) = read([str(path)])
    assert isinstance(article, Article), article
    return article


def test_the_file_is_the_text_unchanged(tmp_path: Path) -> None:
    data = b"Title\r\n\r\n  Words \t here.\n"
    article = read_file(tmp_path, data)
    assert article.text == data.decode()
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert (article.published, article.published_by, article.title, dict(article.extra)) == (None, "none", None, {})


def test_the_same_words_have_the_same_id_with_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    assert read_file(tmp_path, WORDS.encode()).id == read_file(tmp_path, WORDS.encode("utf-8-sig")).id


@pytest.mark.parametrize(("encoding", "recorded"), [("cp1252", "cp1252"), ("utf-16", "utf-16"), ("utf-32", "utf-32")])
def test_other_encodings_are_read_and_recorded(tmp_path: Path, encoding: str, recorded: str) -> None:
    article = read_file(tmp_path, (WORDS * 5).encode(encoding))
    assert article.text == WORDS * 5
    assert article.extra == {"decoded_as": recorded}


def test_a_statistical_guess_is_recorded(tmp_path: Path) -> None:
    words = "Норландия передала соседям сорок винтовок, сообщили в министерстве обороны. " * 4
    article = read_file(tmp_path, words.encode("cp1251"))
    assert article.text == words
    assert article.extra == {"decoded_as": "cp1251"}


def test_only_a_guess_is_told_as_one(tmp_path: Path) -> None:
    assert guessed_encoding(read_file(tmp_path, WORDS.encode())) is None
    assert guessed_encoding(read_file(tmp_path, WORDS.encode("cp1252"))) == "cp1252"


def test_utf8_that_breaks_off_in_a_character_stays_utf8(tmp_path: Path) -> None:
    article = read_file(tmp_path, (WORDS * 3 + "é").encode()[:-1])
    assert article.text.startswith(WORDS * 3)
    assert article.extra == {"decoded_as": "utf-8 with 1 broken bytes replaced"}
