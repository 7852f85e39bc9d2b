"""Cutting a long document for the analyser."""

from __future__ import annotations

import pytest
from factories import make_article
from hypothesis import given
from hypothesis import strategies as st

from armswire.annotations.pieces import cut, in_batches
from armswire.documents.build import build
from armswire.model.document import Document

TEXT = "Oslo sent tanks to Quito. The boats went to Suva in May.\n\nNobody in Lomé had asked for them. It rained."


def document(text: str = TEXT) -> Document:
    """A document with its sentences."""
    return build(make_article(text=text))


def test_a_short_document_is_one_piece() -> None:
    made = document()
    [piece] = cut(made, made.text, len(made.text))
    assert (piece.start, piece.text, piece.first_sentence, piece.last) == (0, made.text, 0, True)


def test_a_cut_lies_where_a_sentence_begins_and_is_as_late_as_it_can_be() -> None:
    made = document()
    pieces = list(cut(made, made.text, 60))
    assert [piece.start for piece in pieces] == [0, made.text.index("Nobody")]
    assert [piece.first_sentence for piece in pieces] == [0, 2]
    assert [piece.last for piece in pieces] == [False, True]


def test_a_sentence_longer_than_a_piece_is_cut_behind_a_blank() -> None:
    made = document()
    assert [piece.text for piece in cut(made, made.text, 12)][:3] == ["Oslo sent ", "tanks to ", "Quito. "]


def test_a_word_longer_than_a_piece_is_cut_anywhere() -> None:
    made = document("x" * 25)
    assert [len(piece.text) for piece in cut(made, made.text, 10)] == [10, 10, 5]


def test_the_pieces_are_of_the_text_as_the_analyser_should_see_it() -> None:
    made = document()
    assert "".join(piece.text for piece in cut(made, made.text.upper(), 20)) == made.text.upper()


def test_a_piece_without_room_is_refused() -> None:
    made = document()
    with pytest.raises(ValueError, match="at least one character"):
        list(cut(made, made.text, 0))


@given(st.text(alphabet="Ab. \n“”", max_size=80), st.integers(1, 30))
def test_pieces_are_the_whole_text_in_order_and_none_is_too_long(text: str, longest: int) -> None:
    made = document(text)
    pieces = list(cut(made, made.text, longest))
    assert "".join(piece.text for piece in pieces) == made.text
    assert all(0 < len(piece.text) <= longest for piece in pieces[:-1])
    assert [piece.last for piece in pieces] == [False] * (len(pieces) - 1) + [True]
    starts = [sentence.span.start for sentence in made.sentences]
    for piece in pieces:
        assert made.text[piece.start : piece.start + len(piece.text)] == piece.text
        assert piece.first_sentence == max(0, sum(start <= piece.start for start in starts) - 1)


def test_batches_are_bounded_in_number_and_characters() -> None:
    pieces = [piece for made in [document()] * 5 for piece in cut(made, made.text, 60)]
    by_number = list(in_batches(pieces, most=3, characters=10_000))
    assert [len(batch) for batch in by_number] == [3, 3, 3, 1]
    by_length = list(in_batches(pieces, most=16, characters=120))
    assert all(sum(len(piece.text) for piece in batch) <= 120 for batch in by_length)
    assert [piece for batch in by_length for piece in batch] == pieces


def test_a_piece_that_is_longer_than_a_batch_is_a_batch() -> None:
    pieces = list(cut(document(), TEXT, 60))
    assert [len(batch) for batch in in_batches(pieces, most=16, characters=5)] == [1, 1]
