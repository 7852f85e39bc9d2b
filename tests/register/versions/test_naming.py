from __future__ import annotations

from collections.abc import Iterator

import pytest

from armswire.errors import ArticleError
from armswire.register.record import record
from armswire.register.store import Register, open_register
from armswire.register.versions.naming import name_version
from tests.factories import make_article

URL = "https://gulfwire.example/world/launchers"


@pytest.fixture
def register(place: str) -> Iterator[Register]:
    with open_register(place) as opened:
        record(opened, make_article("gw-1", "The first text.", url=URL), [])
        yield opened


def test_another_text_of_the_page_gets_a_name_of_its_own(register: Register) -> None:
    for words, name in (("The second text.", "gw-1@2"), ("The third text.", "gw-1@3"), ("The second text.", "gw-1@2")):
        article = name_version(register, make_article("gw-1", words, url=f"{URL}/?utm_source=feed"))
        assert article.id == name
        record(register, article, [])


def test_the_same_text_keeps_its_name(register: Register) -> None:
    assert name_version(register, make_article("gw-1", "The first text.", url=URL)).id == "gw-1"


@pytest.mark.parametrize("url", [None, "https://gulfwire.example/world/other"])
def test_without_the_address_the_id_is_taken(register: Register, url: str | None) -> None:
    article = name_version(register, make_article("gw-1", "The second text.", url=url))
    assert article.id == "gw-1"
    with pytest.raises(ArticleError, match="another article with the id 'gw-1'"):
        record(register, article, [])


def test_names_of_other_articles_are_left_alone(register: Register) -> None:
    record(register, make_article("gw-1@2", "Another article.", url="https://gulfwire.example/else"), [])
    assert name_version(register, make_article("gw-1", "The second text.", url=URL)).id == "gw-1@3"
