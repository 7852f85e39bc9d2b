"""The number words: they load, and a bad entry is refused with its file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from armswire.errors import LexiconError
from armswire.lexicon.numbers import DATA, load_numbers, read_numbers


def test_loads_once() -> None:
    assert load_numbers() is load_numbers("en")
    assert load_numbers().words.header.licence == "Apache-2.0"


def test_every_currency_word_can_be_told_apart() -> None:
    """A word that several currencies share needs a demonym for all, and a default or words near by for some."""
    currencies = load_numbers().words.currencies
    for word in {word for currency in currencies for word in currency.words}:
        sharing = [currency for currency in currencies if word in currency.words]
        if len(sharing) > 1:
            assert all(currency.demonyms for currency in sharing), word
            assert any(currency.default or currency.near for currency in sharing), word


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("code: USD", "code: dollar", "currencies.0.code"),
        ("labels: [", "lables: [", "labels"),
        ("'no', nr, paragraph", "no, nr, paragraph", "labels.19"),
        ("words: [koruna", "words: [yen, koruna", "yen"),
    ],
)
def test_a_bad_entry_is_refused_with_file_and_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    content = (DATA / "en_numbers.yaml").read_text("utf-8")
    assert old in content
    path = tmp_path / "xx_numbers.yaml"
    path.write_text(content.replace(old, new, 1), "utf-8")
    if key == "yen":
        path.write_text(path.read_text("utf-8").replace("near: [Czech, Czechia, Prague]", "default: true"), "utf-8")
    with pytest.raises(LexiconError) as caught:
        read_numbers(path)
    assert "xx_numbers.yaml" in caught.value.message
    assert key in caught.value.message


def test_a_missing_language_is_an_error() -> None:
    with pytest.raises(LexiconError):
        load_numbers("tlh")
