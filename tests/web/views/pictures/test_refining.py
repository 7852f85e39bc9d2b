"""Links of marks change some filters and leave the others."""

from __future__ import annotations

import pytest

from armswire.web.views.pictures.refining import Asked, Link, refine


@pytest.mark.parametrize(
    ("asked", "changes", "link"),
    [
        ((), {"supplier": "KOR"}, Link("?supplier=KOR", is_set=False)),
        ((("supplier", "POL"), ("item", "guns")), {"supplier": "KOR"}, Link("?item=guns&supplier=KOR", is_set=False)),
        ((("supplier", "KOR"), ("cursor", "x")), {"stage": "halt"}, Link("?supplier=KOR&stage=halt", is_set=False)),
        ((("item", "guns"), ("supplier", "KOR")), {"supplier": "KOR"}, Link("?item=guns", is_set=True)),
        ((("supplier", "KOR"), ("supplier", "POL")), {"supplier": "KOR"}, Link("?supplier=KOR", is_set=False)),
        ((("width", "quantity"),), {"width": None}, Link("?", is_set=False)),
        ((), {"actor": 'org:A&B "<'}, Link("?actor=org%3AA%26B+%22%3C", is_set=False)),
    ],
)
def test_a_link_sets_or_takes_away(asked: Asked, changes: dict[str, str | None], link: Link) -> None:
    assert refine(asked, **changes) == link
