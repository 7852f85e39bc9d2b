"""From stretches of text to tokens."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from armswire.annotations.token_index import TokenIndex
from armswire.model.annotation import Token
from armswire.model.span import Span


def tokens(text: str, heads: list[int] | None = None) -> list[Token]:
    """The words of a text, each its own root where no heads are given."""
    out, at = [], 0
    for index, word in enumerate(text.split()):
        start = text.index(word, at)
        at = start + len(word)
        head = index if heads is None else heads[index]
        out.append(Token(index, Span(start, at), word, word.lower(), "NOUN", "NN", "dep", head, 0))
    return out


TEXT = "old  brass guns fired"


def test_a_span_over_whole_words() -> None:
    assert TokenIndex(tokens(TEXT)).cover(Span(5, 15)) == (1, 2)


def test_a_span_inside_a_word_covers_the_word() -> None:
    assert TokenIndex(tokens(TEXT)).cover(Span(6, 8)) == (1, 1)


def test_a_span_between_words_covers_none() -> None:
    assert TokenIndex(tokens(TEXT)).cover(Span(3, 5)) is None


def test_a_span_behind_the_last_word_covers_none() -> None:
    assert TokenIndex(tokens(TEXT)).cover(Span(len(TEXT), len(TEXT) + 4)) is None


def test_an_empty_document() -> None:
    assert TokenIndex([]).cover(Span(0, 5)) is None


def test_the_head_of_a_phrase_is_the_word_that_hangs_on_the_outside() -> None:
    index = TokenIndex(tokens(TEXT, heads=[2, 2, 3, 3]))
    assert index.head(0, 2) == 2
    assert index.head(0, 1) == 1
    assert index.is_root(3)


def test_the_span_of_a_range_of_tokens() -> None:
    assert TokenIndex(tokens(TEXT)).span(0, 2).of(TEXT) == "old  brass guns"


def test_the_tokens_of_a_sentence() -> None:
    words = [replace(token, sentence=number) for token, number in zip(tokens(TEXT), (0, 1, 1, 3), strict=True)]
    assert [TokenIndex(words).sentence(index) for index in range(4)] == [(0, 0), (1, 2), (1, 2), (3, 3)]


@given(st.text(alphabet="ab  \n", max_size=40), st.integers(0, 45), st.integers(0, 10))
def test_what_is_covered_shares_text_with_the_span_and_nothing_else_does(text: str, start: int, length: int) -> None:
    words = tokens(text)
    span = Span(start, start + length)
    covered = TokenIndex(words).cover(span)
    sharing = [token.index for token in words if token.span.overlaps(span)]
    if length and sharing:
        assert covered == (sharing[0], sharing[-1])
    elif length:
        assert covered is None
