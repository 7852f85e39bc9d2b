"""The text of an article in blocks and pieces, cut where anything marked begins or ends: no word of it is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise, takewhile

from armswire.model.document import Document, Furniture, Segment
from armswire.model.span import Span
from armswire.web.views.article.marks import MarkKind, TextMark
from armswire.wording.articles import say_left_out


class BlockKind(StrEnum):
    """What a stretch of the text is."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row under the same marks.

    `claims` and `dropped` are the numbers of those whose words they are, `begins`, `ends` and `dropped_ends` of those
    whose words begin or end here. `parts` are the parts of attributions that they belong to; of those that begin or
    end here `opens` and `closes` tell. `why` says why the words were left out, `read_as` how they were repaired.
    """

    text: str
    claims: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    parts: tuple[MarkKind, ...] = ()
    opens: tuple[MarkKind, ...] = ()
    closes: tuple[MarkKind, ...] = ()
    dropped: tuple[int, ...] = ()
    dropped_begins: tuple[int, ...] = ()
    dropped_ends: tuple[int, ...] = ()
    why: str = ""
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a headline, or lines in a row that were left out and why; each line has its pieces."""

    kind: BlockKind
    lines: tuple[tuple[Piece, ...], ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    kind: BlockKind


def view_text(document: Document, marks: Sequence[TextMark]) -> tuple[Block, ...]:
    """The article's own text from its first code point to its last, with `marks`, which count in it."""
    text = document.article.text
    stretches = list(_stretches(document))
    ends = [*(stretch.start for stretch in stretches[1:]), len(text)]
    repairs = tuple(_find_repairs(document))
    cutter = _Cutter(text, marks, document, repairs)
    cut = [(stretch.kind, stretch.start, end) for stretch, end in zip(stretches, ends, strict=True)]
    blocks: list[Block] = []
    for kind, group in groupby(cut, key=lambda one: one[0]):
        lines = [line for _, start, end in group if (line := cutter.cut(start, end))]
        if kind is BlockKind.LEFT_OUT:
            why = dict.fromkeys(piece.why for line in lines for piece in line if piece.why)
            blocks.append(Block(kind, tuple(lines), "; ".join(why)))
        else:
            blocks += [Block(kind, (line,)) for line in lines]
    return tuple(block for block in blocks if block.lines)


@dataclass(frozen=True, slots=True)
class _Repair:
    span: Span
    words: str


class _Cutter:
    """Cuts stretches of a text into pieces, from its beginning to its end."""

    def __init__(self, text: str, marks: Iterable[TextMark], document: Document, repairs: Iterable[_Repair]) -> None:
        self._text = text
        # What lies ahead: what ends before the stretch that is cut is let go.
        self._marks = sorted(marks, key=lambda mark: (mark.start, mark.end))
        self._left_out = sorted(document.furniture, key=lambda one: one.span)
        self._repairs = sorted(repairs, key=lambda one: one.span)

    def cut(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces of a stretch, without the white space around it; none where it is white space alone."""
        words = self._text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
        if start >= end:
            return ()
        self._marks = [mark for mark in self._marks if start < mark.end]
        self._left_out = [one for one in self._left_out if start < one.span.end]
        self._repairs = [one for one in self._repairs if start < one.span.end]
        here = _Here(
            start,
            tuple(takewhile(lambda mark: mark.start < end, self._marks)),
            tuple(takewhile(lambda one: one.span.start < end, self._left_out)),
            tuple(takewhile(lambda one: one.span.start < end, self._repairs)),
        )
        places = {start, end}
        for first, last in here.places():
            places |= {max(first, start), min(last, end)}
        return tuple(here.piece(self._text[left:right], left, right) for left, right in pairwise(sorted(places)))


@dataclass(frozen=True, slots=True)
class _Here:
    """What lies on one stretch, which begins at `start`."""

    start: int
    marks: tuple[TextMark, ...]
    left_out: tuple[Furniture, ...]
    repairs: tuple[_Repair, ...]

    def places(self) -> Iterator[tuple[int, int]]:
        """Where each of it begins and ends."""
        yield from ((mark.start, mark.end) for mark in self.marks)
        yield from ((one.span.start, one.span.end) for one in self.left_out)
        yield from ((one.span.start, one.span.end) for one in self.repairs)

    def piece(self, text: str, left: int, right: int) -> Piece:
        """The piece from `left` to `right`, on which nothing begins or ends but at its ends."""
        around = [mark for mark in self.marks if mark.start <= left and right <= mark.end]

        def numbers(kind: MarkKind, *, begins: bool = False, ends: bool = False) -> tuple[int, ...]:
            fitting = (
                mark.number
                for mark in around
                if mark.kind is kind and (not begins or mark.start == left) and (not ends or mark.end == right)
            )
            return tuple(sorted(set(fitting)))

        parts = [mark for mark in around if mark.kind in (MarkKind.SOURCE, MarkKind.CUE, MarkKind.CONTENT)]
        return Piece(
            text=text,
            claims=numbers(MarkKind.CLAIM),
            begins=numbers(MarkKind.CLAIM, begins=True),
            ends=numbers(MarkKind.CLAIM, ends=True),
            parts=_kinds(parts),
            # What began in a block before begins in this one again, so that the rest of it is told as well.
            opens=_kinds(mark for mark in parts if max(mark.start, self.start) == left),
            closes=_kinds(mark for mark in parts if mark.end == right),
            dropped=numbers(MarkKind.DROPPED),
            dropped_begins=numbers(MarkKind.DROPPED, begins=True),
            dropped_ends=numbers(MarkKind.DROPPED, ends=True),
            why=next(
                (say_left_out(one.rule, one.language) for one in self.left_out if _holds(one.span, left, right)), ""
            ),
            read_as=next((one.words for one in self.repairs if _holds(one.span, left, right)), ""),
        )


def _kinds(marks: Iterable[TextMark]) -> tuple[MarkKind, ...]:
    found = {mark.kind for mark in marks}
    return tuple(kind for kind in MarkKind if kind in found)


def _holds(span: Span, left: int, right: int) -> bool:
    return span.start <= left and right <= span.end


def _stretches(document: Document) -> Iterator[_Stretch]:
    """Where each paragraph and each line that was left out begins; the first begins with the text."""
    found: list[tuple[Span, BlockKind]] = []
    for _, sentences in groupby(document.sentences, key=lambda sentence: sentence.paragraph):
        inside = list(sentences)
        spans = [document.source_span(sentence.span) for sentence in inside]
        kind = BlockKind.HEADLINE if all(sentence.headline for sentence in inside) else BlockKind.PARAGRAPH
        found.append((Span(min(span.start for span in spans), max(span.end for span in spans)), kind))
    paragraphs = [span for span, _ in found]
    # What was left out inside a paragraph, as a credit at its end, stays in its place.
    found += [
        (one.span, BlockKind.LEFT_OUT)
        for one in document.furniture
        if not any(span.start <= one.span.start <= span.end for span in paragraphs)
    ]
    found.sort(key=lambda one: (one[0].start, one[0].end))
    if not found:
        yield _Stretch(0, BlockKind.PARAGRAPH)
        return
    for place, (span, kind) in enumerate(found):
        yield _Stretch(span.start if place else 0, kind)


def _find_repairs(document: Document) -> Iterator[_Repair]:
    text = document.article.text
    for one in document.segments:
        before = text[one.source : one.source + one.source_length]
        after = _read(document, one)
        if _letters(before) != _letters(after):
            yield _Repair(Span(one.source, one.source + one.source_length), after)


def _read(document: Document, segment: Segment) -> str:
    return document.text[segment.clean : segment.clean + segment.length]


def _letters(words: str) -> str:
    return "".join(words.split())
