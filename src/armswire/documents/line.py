"""A line of an article, cleaned or not, that knows where each part of it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from armswire.model.span import Span

_LINE = re.compile("[^\n\r\u2028\u2029\x0b\x0c]+|\r\n|[\n\r\u2028\u2029\x0b\x0c]")
_BLANK = " \t\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_ODD = re.compile("[\x00-\x09\x0e-\x1f\x7f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]|[\ud800-\udfff]")
# What a repair may bring in besides: line ends, and control characters that are Windows-1252 read as Latin-1.
_ODD_LATER = re.compile(_ODD.pattern + "|[\n\r\x0b\x0c\u2028\u2029\x80-\x9f]")
_HALVES = ("\xa0", "\xad")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]+|(?<= ) +")


@dataclass(frozen=True, slots=True)
class Piece:
    """`text`, which came from `length` code points of the article at `start`; one to one where the lengths agree."""

    text: str
    start: int
    length: int

    @property
    def exact(self) -> bool:
        """Whether characters correspond one to one."""
        return len(self.text) == self.length


@dataclass(frozen=True, slots=True)
class Change:
    """`text` in place of characters `start` to `end` of a line."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the blanks around it. `block` counts groups of lines that no empty line parts."""

    span: Span
    pieces: tuple[Piece, ...]
    block: int
    text: str

    def changed(self, changes: Iterable[Change]) -> Line:
        """The line with `changes` (ordered, apart from each other) made; only for a line in one exact piece."""
        pieces = tuple(_apply(self.pieces[0], changes))
        return Line(self.span, pieces, self.block, "".join(piece.text for piece in pieces))

    def source_span(self, start: int, end: int) -> Span:
        """Where characters `start` to `end` of the line came from; an inexact piece counts as a whole."""
        at, spans = 0, []
        for piece in self.pieces:
            first, last = max(start - at, 0), min(end - at, len(piece.text))
            if first < last:
                whole = Span(piece.start, piece.start + piece.length)
                spans.append(Span(piece.start + first, piece.start + last) if piece.exact else whole)
            at += len(piece.text)
        return Span(spans[0].start, spans[-1].end) if spans else Span(self.span.start, self.span.start)

    def head(self, length: int) -> Line:
        """The first `length` characters of the line; an inexact piece is kept or dropped as a whole."""
        kept: list[Piece] = []
        left = length
        for piece in self.pieces:
            if left >= len(piece.text):
                kept.append(piece)
            elif left > 0 and piece.exact:
                kept.append(Piece(piece.text[:left], piece.start, left))
            left -= len(piece.text)
        end = kept[-1].start + kept[-1].length if kept else self.span.start
        return Line(Span(self.span.start, end), tuple(kept), self.block, "".join(piece.text for piece in kept))


def _apply(piece: Piece, changes: Iterable[Change]) -> Iterator[Piece]:
    done = 0
    for change in changes:
        if change.start > done:
            yield Piece(piece.text[done : change.start], piece.start + done, change.start - done)
        if change.text:
            yield Piece(change.text, piece.start + change.start, change.end - change.start)
        done = change.end
    if done < len(piece.text):
        yield Piece(piece.text[done:], piece.start + done, len(piece.text) - done)


def split_lines(text: str) -> list[Line]:
    """The lines that are not blank. Odd blanks and control characters become blanks, one for one."""
    text = _ODD.sub(_replace_odd, text)
    lines: list[Line] = []
    block = 0
    fresh = True
    for found in _LINE.finditer(text):
        raw = found.group()
        if raw[0] in "\n\r\u2028\u2029\x0b\x0c":
            block += fresh
            fresh = True
            continue
        words = raw.strip(_BLANK)
        if not words:
            continue
        fresh = False
        start = found.start() + len(raw) - len(raw.lstrip(_BLANK))
        piece = Piece(words, start, len(words))
        lines.append(Line(Span(start, start + len(words)), (piece,), block, words))
    return lines


def reach_out(line: Line, text: str) -> Line:
    """The line as it stands in `text`, with an unseen sign at its end that may be half of a character.

    Where a wrong table was used, a hard blank or a soft hyphen may stand for a byte in the middle of one.
    """
    start, end = line.span.start, line.span.end
    if end > start and text[end : end + 1] in _HALVES and "\x80" <= text[end - 1] <= "\u052f":
        end += 1
    piece = Piece(text[start:end], start, end - start)
    return Line(Span(start, end), (piece,), line.block, piece.text)


def tidy(line: Line, changes: Sequence[Change]) -> Line:
    """The line with `changes` made, or without what nobody sees and repeated blanks where there are none.

    What is left of odd characters is replaced one for one.
    """
    if not changes:
        changes = [Change(found.start(), found.end(), "") for found in _UNSEEN.finditer(line.text)]
    changed = line.changed(changes) if changes else line
    if not _ODD_LATER.search(changed.text):
        return changed
    pieces = tuple(Piece(_ODD_LATER.sub(_replace_odd, p.text), p.start, p.length) for p in changed.pieces)
    return Line(line.span, pieces, line.block, "".join(piece.text for piece in pieces))


def _replace_odd(found: re.Match[str]) -> str:
    character = found.group()
    if "\x80" <= character <= "\x9f":
        return character.encode("latin-1").decode("cp1252", "replace")
    return "\ufffd" if "\ud800" <= character <= "\udfff" else " "
