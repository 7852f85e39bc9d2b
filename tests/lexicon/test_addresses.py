from __future__ import annotations

import pytest

from armswire.lexicon.addresses import LONGEST, bundled_addresses, page_key

ADDRESS = "https://courier.example/world/shells"


@pytest.mark.parametrize(("one", "other"), bundled_addresses().one)
def test_addresses_of_one_page_are_one(one: str, other: str) -> None:
    assert page_key(one) == page_key(other)


@pytest.mark.parametrize(("one", "other"), bundled_addresses().two)
def test_addresses_that_may_be_of_two_pages_are_two(one: str, other: str) -> None:
    assert page_key(one) != page_key(other)


@pytest.mark.parametrize(
    "told",
    [None, "", "shells", "ftp://courier.example/a", "https://", "https://[::1", "http://a:b/c", "mailto:a@b.example"],
)
def test_what_is_no_web_address_has_none(told: str | None) -> None:
    assert page_key(told) is None


def test_the_page_names_its_own_address() -> None:
    assert page_key(f"{ADDRESS}?print=1", ADDRESS) == page_key(ADDRESS)
    assert page_key(f"{ADDRESS}?print=1", "/world/shells") == page_key(ADDRESS)
    assert page_key("https://amp.courier.example/world/shells", ADDRESS) == page_key(ADDRESS)
    assert page_key(None, ADDRESS) == page_key(ADDRESS)


@pytest.mark.parametrize(
    "named", ["https://courier.example/", "https://other.example/world", "", 7, None, "https://[x"]
)
def test_a_front_page_and_another_site_are_not_believed(named: object) -> None:
    assert page_key(ADDRESS, named) == page_key(ADDRESS)


def test_long_addresses_stay_short_and_different() -> None:
    one, other = (page_key(f"{ADDRESS}?q={'x' * 9000}{end}") for end in "ab")
    assert one is not None
    assert other is not None
    assert one != other
    assert max(len(one), len(other)) <= LONGEST + 70
