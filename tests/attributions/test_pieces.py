"""Texts as word pieces and windows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.attributions.network import Network
from armswire.attributions.pieces import Case, cut_pieces, cut_windows, mark_id
from armswire.attributions.quoted import quoted_spans

TOKENIZER = Network().tokenizer
TEXT = "Oslo sent tanks, the WEEKLY Armia said.\n\n“They are on their way,” it added."


def test_pieces_lie_where_their_words_lie() -> None:
    pieces = cut_pieces(TEXT, TOKENIZER)
    words = [TEXT[s:e] for s, e in zip(pieces.start, pieces.end, strict=True)]
    assert words[:5] == ["Oslo", "sent", "tanks", ",", "the"]
    assert words.count("") == 2, "one separator ends each paragraph"
    assert set(pieces.paragraph) == {0, 1}


def test_the_network_sees_how_words_are_written_and_what_is_quoted() -> None:
    pieces = cut_pieces(TEXT, TOKENIZER)
    case = {TEXT[s:e]: c for s, e, c in zip(pieces.start, pieces.end, pieces.case, strict=True)}
    assert (case["Oslo"], case["sent"], case["WEEKLY"], case[","]) == (
        Case.CAPITALISED, Case.LOWER, Case.CAPITALS, Case.NO_LETTERS,
    )  # fmt: skip
    quoted = "".join(TEXT[s:e] for s, e, q in zip(pieces.start, pieces.end, pieces.quoted, strict=True) if q)
    assert quoted == "“Theyareontheirway,”"


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_a_text_without_words_has_no_pieces(text: str) -> None:
    pieces = cut_pieces(text, TOKENIZER)
    assert len(pieces) == 0
    assert cut_windows(pieces, 256, 48) == []


@given(st.text(alphabet="ab “”\"'\n.", max_size=300), st.integers(4, 40), st.integers(0, 12))
def test_windows_answer_for_every_piece_once(text: str, limit: int, context: int) -> None:
    pieces = cut_pieces(text, TOKENIZER)
    windows = cut_windows(pieces, limit, context)
    answered = [i for window in windows for i in range(window.start, window.end)]
    assert answered == list(range(len(pieces)))
    assert all(0 <= window.start - window.context <= context for window in windows)
    assert all(window.end - window.start <= limit for window in windows)


def test_windows_end_with_paragraphs_where_they_can() -> None:
    text = "\n".join(["Oslo sent tanks to Nairobi on Monday."] * 9)
    pieces = cut_pieces(text, TOKENIZER)
    ends = {window.end for window in cut_windows(pieces, 30, 8)}
    assert ends <= set((np.flatnonzero(np.diff(pieces.paragraph)) + 1).tolist()) | {len(pieces)}


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “yes” twice.", ["“yes”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("“It goes on\nHere it does not.", ["“It goes on"]),
        ("''Yes'', he said.", ["''Yes''"]),
        ("“Left open", ["“Left open"]),
        ("Nothing”", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [span.of(text) for span in quoted_spans(text)] == quoted


def test_a_tokenizer_without_a_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="NOWHERE"):
        mark_id(TOKENIZER, "[NOWHERE]")
