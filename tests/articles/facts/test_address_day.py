from __future__ import annotations

import pytest

from armswire.articles.facts.address_day import find_address_day


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/world/2023/03/14/boats", "2023-03-14"),
        ("/2023-03-14-boats.html", "2023-03-14"),
        ("/news/20230314/boats", "2023-03-14"),
        ("/202303/14/boats", "2023-03-14"),
        ("/2023/0314/c1.html", "2023-03-14"),
        ("/world/2023/mar/14/boats", "2023-03-14"),
        ("/14-03-2023/boats", "2023-03-14"),
        ("/03-04-2023/boats", None),
        ("/2023/03/boats", None),
        ("/2023/02/31/boats", None),
        ("/story-120230314999", None),
        ("/boats?day=2023/03/14", None),
        ("/", None),
    ],
)
def test_the_path_of_an_address_names_a_day(path: str, day: str | None) -> None:
    found = find_address_day(f"https://harbour.example{path}")
    assert (None if found is None else found.isoformat()) == day


def test_what_is_no_address_names_none() -> None:
    assert find_address_day(None) is None
    assert find_address_day("http://[/2023/03/14/") is None
    assert find_address_day("https://harbour.example/2023/03/14/" + "a" * 5000) is None
