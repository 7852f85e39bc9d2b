"""Which articles are copies of others, and which only look like it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.lexicon.evidence import load_evidence
from armswire.register.copies import find_copies, is_copy, overlap
from armswire.register.sketches import sketch

RULES = load_evidence()
WORDS = [f"{one}{other}" for one in ("bar", "cor", "del", "fen", "gul", "hol") for other in ("ta", "mo", "rin", "sel")]


def story(seed: int, words: int = 300) -> str:
    chance = Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.choice(WORDS)}" for _ in range(words))


def are_copies(one: str, other: str) -> bool:
    return is_copy(overlap(sketch(one), sketch(other)), RULES)


STORY = story(1)
EDITED = {
    "headline": "Barges for Sudmark, at last, and nobody knows why\n" + STORY,
    "tail cut by 30 %": " ".join(STORY.split()[:210]),
    "tail cut by 60 %": " ".join(STORY.split()[:120]),
    "a paragraph more": STORY + "\n" + story(9, 40),
    "a paragraph more within": STORY[:900] + "\n" + story(9, 40) + "\n" + STORY[900:],
    "another credit": f"NORHAVEN (Gulf Wire) — {STORY}\nWith reports by the Coast Agency in Norhaven",
    "one word in thirty changed": " ".join("else" if n % 30 == 7 else word for n, word in enumerate(STORY.split())),
    "another case": STORY.upper(),
}
BULLETIN = " ".join(f"{word} {{}}" if n % 6 == 5 else word for n, word in enumerate(story(2, 120).split()))
OTHERS = {
    "another story": (STORY, story(3)),
    "the same quotation": (f"{STORY} {story(4, 60)}", f"{story(5)} {story(4, 60)}"),
    "tonight's bulletin": (BULLETIN.format(*range(100, 120)), BULLETIN.format(*range(300, 320))),
    "an alert of one line": (STORY, " ".join(STORY.split()[:40])),
    "too short": ("too short", "too short"),
}


@pytest.mark.parametrize("name", EDITED)
def test_an_edited_text_is_a_copy(name: str) -> None:
    assert are_copies(STORY, EDITED[name])
    assert are_copies(EDITED[name], STORY)
    found = find_copies({"a": sketch(STORY), "b": sketch(EDITED[name])}, {"a": ("1", "a"), "b": ("2", "b")}, RULES)
    assert found == {"b": "a"}


@pytest.mark.parametrize("name", OTHERS)
def test_what_only_looks_like_it_is_none(name: str) -> None:
    one, other = OTHERS[name]
    assert not are_copies(one, other)
    assert not are_copies(other, one)


def test_an_editor_may_change_a_date() -> None:
    assert are_copies(BULLETIN.format(*range(100, 120)), BULLETIN.format(31, *range(101, 120)))


def test_many_copies_are_one_group_whose_first_is_the_original() -> None:
    sketches = {f"a{i:02}": sketch(f"{STORY} Copy {i}.") for i in range(30)}
    ranks = {name: ("2031-03-10", name) for name in sketches}
    assert find_copies(sketches, ranks, RULES) == {name: "a00" for name in sketches if name != "a00"}


def test_a_copy_of_a_copy_has_the_first_as_its_original() -> None:
    texts = {"c": " ".join(STORY.split()[:110]), "b": " ".join(STORY.split()[:190]), "a": STORY}
    ranks = {name: (name, name) for name in texts}
    assert find_copies({name: sketch(text) for name, text in texts.items()}, ranks, RULES) == {"b": "a", "c": "a"}


@given(st.text(), st.text())
def test_an_overlap_has_no_direction(one: str, other: str) -> None:
    found = overlap(sketch(one), sketch(other))
    assert found == overlap(sketch(other), sketch(one))
    assert 0.0 <= found.share <= 1.0
    assert 0.0 <= found.length <= 1.0
    assert 0 <= found.other_figures <= found.figures
