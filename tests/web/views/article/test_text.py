"""An article's text in blocks and pieces: nothing of it is lost, and marks may lie across each other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.documents.build import build
from armswire.web.views.article.marks import MarkKind, TextMark
from armswire.web.views.article.text import Block, BlockKind, Piece, view_text
from tests.factories import make_article

PAGE = """Home > News > World

Norland sends tanks to Sudmark

Norland will send 20 tanks to Sudmark, an official said on Monday. The minister did not
answer questions on the matter, and the embassy of Sudmark was closed.

Share this story
"""


def blocks_of(text: str, *marks: TextMark) -> tuple[Block, ...]:
    return view_text(build(make_article(text=text, title=None)), marks)


def pieces_of(blocks: tuple[Block, ...]) -> list[Piece]:
    return [piece for block in blocks for line in block.lines for piece in line]


def mark(kind: MarkKind, number: int, words: str, text: str = PAGE) -> TextMark:
    at = text.index(words)
    return TextMark(kind, number, at, at + len(words))


def test_lines_that_are_no_part_of_it_stay_in_their_place_with_the_reason() -> None:
    blocks = blocks_of(PAGE)
    kinds = [block.kind for block in blocks]
    assert kinds == [BlockKind.LEFT_OUT, BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.LEFT_OUT]
    assert blocks[0].why == "The path to the page"
    assert "".join(piece.text for piece in blocks[0].lines[0]) == "Home > News > World"


def test_marks_that_lie_across_each_other_are_each_told() -> None:
    first = mark(MarkKind.CLAIM, 1, "20 tanks to Sudmark, an official")
    second = mark(MarkKind.CLAIM, 2, "Sudmark, an official said")
    source = mark(MarkKind.SOURCE, 1, "an official")
    found = [piece for piece in pieces_of(blocks_of(PAGE, first, second, source)) if piece.claims]
    assert [(piece.text, piece.claims, piece.parts) for piece in found] == [
        ("20 tanks to ", (1,), ()),
        ("Sudmark, ", (1, 2), ()),
        ("an official", (1, 2), (MarkKind.SOURCE,)),
        (" said", (2,), ()),
    ]
    assert [(piece.begins, piece.ends) for piece in found] == [((1,), ()), ((2,), ()), ((), (1,)), ((), (2,))]
    assert (found[2].opens, found[2].closes) == ((MarkKind.SOURCE,), (MarkKind.SOURCE,))


def test_a_mark_over_several_paragraphs_begins_and_ends_once() -> None:
    found = pieces_of(
        blocks_of(PAGE, mark(MarkKind.CLAIM, 7, PAGE[PAGE.index("Norland sends") : PAGE.index("\nShare")]))
    )
    assert sum(7 in piece.begins for piece in found) == 1
    assert sum(7 in piece.claims for piece in found) >= 2


def test_what_was_repaired_says_how_it_is_read() -> None:
    broken = "Norland sent tanks to Sudmark, â€œa great dayâ€\x9d, officials said.\n\nThe tanks left on Monday, they said there."
    found = [piece for piece in pieces_of(blocks_of(broken)) if piece.read_as]
    assert found
    assert "â€" not in "".join(piece.read_as for piece in found)
    assert "".join(piece.text for piece in pieces_of(blocks_of(broken))).replace("\n", "") == broken.replace("\n", "")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_word_is_lost_or_told_twice(data: st.DataObject) -> None:
    lines = st.sampled_from([*PAGE.splitlines(), "", "Advertisement", "By Ann Writer", "“Yes,” he said. It left."])
    text = "\n".join(data.draw(st.lists(lines, max_size=9)))
    kinds = st.sampled_from(MarkKind)
    marks = []
    for _ in range(data.draw(st.integers(0, 6)) if text else 0):
        start = data.draw(st.integers(0, len(text) - 1))
        marks.append(TextMark(data.draw(kinds), len(marks), start, data.draw(st.integers(start + 1, len(text)))))
    told = "".join(piece.text for piece in pieces_of(blocks_of(text, *marks)))
    assert "".join(told.split()) == "".join(text.split())
