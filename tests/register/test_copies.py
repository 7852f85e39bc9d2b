"""Which articles are copies of others, and which only look like it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.lexicon.evidence import load_evidence
from armswire.model.article import Article
from armswire.model.origin import Likeness, Precedence
from armswire.model.span import Span
from armswire.register import queries
from armswire.register.copies import find_copies, is_copy, overlap
from armswire.register.record import ReadState, record
from armswire.register.rows import ArticleRecord
from armswire.register.sketches import sketch
from armswire.register.store import open_register
from tests.factories import make_article

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


# -- in a register ------------------------------------------------------------------------------------------------

# More words than a short article has.
MENU = f"\n{story(8, 80)}"


def copies_in(place: str, *articles: tuple[Article, ReadState, list[Span]]) -> dict[str, ArticleRecord]:
    with open_register(place) as register:
        for read, state, left_out in articles:
            record(register, read, [], state=state, left_out=left_out)
        return {found.article.id: found for found in queries.list_articles(register) if found.copy_of is not None}


def dispatch(
    name: str, text: str, published: str = "2031-03-10", **known: object
) -> tuple[Article, ReadState, list[Span]]:
    return make_article(name, text, published=published, **known), ReadState.READ, []


def test_a_register_tells_how_like_its_original_a_copy_is(place: str) -> None:
    cut = " ".join(STORY.split()[:150])
    found = copies_in(place, dispatch("b", cut, "2031-03-12"), dispatch("a", STORY))
    assert {name: (one.copy_of, one.likeness) for name, one in found.items()} == {
        "b": ("a", Likeness(1.0, 0.49, Precedence.DAY))
    }


def test_of_one_day_what_was_fetched_earlier_comes_first_whichever_came_in_first(place: str) -> None:
    early, late = {"retrieved": "2031-03-10T08:00:00+00:00"}, {"retrieved": "2031-03-10T10:30:00+01:00"}
    found = copies_in(place, dispatch("a", STORY, extra=late), dispatch("b", STORY, extra=early))
    assert {name: (one.copy_of, one.likeness) for name, one in found.items()} == {
        "a": ("b", Likeness(1.0, 1.0, Precedence.RETRIEVED))
    }


def test_the_furniture_of_an_outlet_makes_no_copies(place: str, new_place: Callable[[], str]) -> None:
    told = [(f"d{n}", story(n, 40)) for n in range(3)]
    cleaned = [
        (make_article(name, text + MENU), ReadState.READ, [Span(len(text), len(text + MENU))]) for name, text in told
    ]
    assert copies_in(place, *cleaned) == {}
    # Where it counts, it does.
    assert copies_in(new_place(), *[(one, state, []) for one, state, _ in cleaned])


def test_what_was_not_read_is_no_copy(place: str) -> None:
    assert copies_in(place, *[(make_article(name, STORY), ReadState.IRRELEVANT, []) for name in "ab"]) == {}
