"""Sentences in pieces: nothing is lost, and nothing in a text becomes markup."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.model.claim import Step
from armswire.web.views.transfer.marking import Piece, mark_words, marks_of

TEXT = "Norland sold 20 tanks to Sudmark, an official said."


def step(slot: str, words: str, rule: str = "role", text: str = TEXT) -> Step:
    at = text.index(words)
    return Step(slot, rule, "", at, at + len(words))


def test_the_words_of_each_slot_are_marked_and_named() -> None:
    steps = [step("supplier", "Norland"), step("items", "20", "count"), step("items", "tanks"), step("frame", "sold")]
    assert mark_words(TEXT, 0, marks_of(steps)) == (
        Piece("Norland", "who", ("supplier",)),
        Piece(" "),
        Piece("sold", "how", ("transfer",)),
        Piece(" "),
        Piece("20", "what", ("how many",)),
        Piece(" "),
        Piece("tanks", "what", ("what",)),
        Piece(" to Sudmark, an official said."),
    )


def test_a_mark_that_ends_within_a_word_reaches_to_its_end() -> None:
    text = "155mm shells of South Korean make"
    steps = [step("items", "155", "count", text), step("attribution", "South Korea", text=text)]
    pieces = mark_words(text, 0, marks_of([*steps, step("supplier", "South Korean", text=text)]))
    assert [piece.text for piece in pieces if piece.kind] == ["155", "South Korean"]
    assert set(pieces[-2].names) == {"speaker", "supplier"}


def test_words_within_words_keep_both_names() -> None:
    pieces = mark_words(TEXT, 0, marks_of([step("conditions", "20 tanks to Sudmark"), step("recipient", "Sudmark")]))
    assert [(piece.text, piece.names) for piece in pieces if piece.kind] == [
        ("20 tanks to ", ()),
        ("Sudmark", ("recipient", "condition")),
    ]


def test_overlapping_words_of_one_slot_are_one_mark() -> None:
    marks = marks_of([step("attribution", "an official"), step("attribution", "official", "marked:source")])
    assert [(mark.start, mark.end) for mark in marks] == [(TEXT.index("an official"), TEXT.index(" said"))]


def test_what_is_said_and_what_stands_over_it_are_not_marked() -> None:
    assert marks_of([step("attribution", TEXT[:20], "marked:content"), step("operator", "said")]) == ()


def test_a_sentence_in_the_middle_of_a_text_has_the_marks_that_reach_into_it() -> None:
    marks = marks_of([step("supplier", "Norland"), step("conditions", "20 tanks to Sudmark")])
    at = TEXT.index("tanks")
    pieces = mark_words("tanks to Sudmark, an", at, marks)
    assert pieces == (Piece("tanks to Sudmark", "how", ("condition",)), Piece(", an"))


@settings(deadline=None)
@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["supplier", "items", "date"]))),
    st.integers(0, 20),
)
def test_no_code_point_is_lost(text: str, found: list[tuple[int, int, str]], start: int) -> None:
    steps = [Step(slot, "rule", "", min(one, other), max(one, other)) for one, other, slot in found]
    assert "".join(piece.text for piece in mark_words(text, start, marks_of(steps))) == text
