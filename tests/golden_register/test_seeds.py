"""What the register shows of five articles, against what was written down by reading them."""

from __future__ import annotations

from pathlib import Path

import pytest

from armswire.register.store import open_register
from tests.golden_register.golden import Shown, find_misses, load_golden

GOLDEN = load_golden(Path(__file__).with_name("seeds.yaml"))


@pytest.fixture(scope="module")
def shown(seeds_register: Path) -> Shown:
    """The register of the five articles."""
    with open_register(seeds_register, create=False) as register:
        return Shown.of(register)


def test_what_was_read_is_shown_but_for_the_known_misses(shown: Shown) -> None:
    known = GOLDEN["known_misses"]
    misses = list(find_misses(GOLDEN, shown))
    assert sorted(set(misses) - set(known)) == [], "a new miss: mend it, it is no fault of the golden file"


def test_every_known_miss_has_its_reason_and_there_are_no_more_of_them() -> None:
    known = GOLDEN["known_misses"]
    assert all(len(why.split()) > 3 for why in known.values())
    assert len(known) <= GOLDEN["most_misses"]


def test_each_article_gives_a_line_for_every_place(shown: Shown) -> None:
    for wanted in GOLDEN["transfers"].values():
        for words in wanted["claims"]:
            article, line = words.split()[0].split(":")
            assert shown.texts[f"seed-{article}"].split("\n")[int(line) - 1].strip(), words
