"""Long documents in pieces that an analyser can take, cut between sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from armswire.model.document import Document


@dataclass(frozen=True, slots=True)
class Piece:
    """`text` at `start` of a document's text; `first_sentence` is the sentence there, `last` marks the final piece."""

    document: Document
    start: int
    text: str
    first_sentence: int
    last: bool


def cut(document: Document, text: str, longest: int) -> Iterator[Piece]:
    """`text`, which is the document's as the analyser should see it, in pieces of at most `longest` characters.

    A cut lies where a sentence begins; inside a sentence that is longer than a piece, behind a blank; in a text
    without blanks, anywhere. Raises ValueError for a length below 1.
    """
    if longest < 1:
        raise ValueError(f"a piece needs at least one character, got {longest}")
    starts = [sentence.span.start for sentence in document.sentences]
    start = 0
    while len(text) - start > longest:
        end = _last_cut(text, starts, start, start + longest)
        yield Piece(document, start, text[start:end], _sentence_at(starts, start), last=False)
        start = end
    yield Piece(document, start, text[start:], _sentence_at(starts, start), last=True)


def _last_cut(text: str, starts: list[int], start: int, end: int) -> int:
    """The last good place for a cut behind `start` and not behind `end`."""
    number = bisect_right(starts, end) - 1
    if number >= 0 and starts[number] > start:
        return starts[number]
    blank = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return blank + 1 if blank >= start else end


def _sentence_at(starts: list[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)


def in_batches(pieces: Iterable[Piece], *, most: int, characters: int) -> Iterator[list[Piece]]:
    """Neighbours together: at most so many, and so many characters unless one piece alone has more."""
    batch: list[Piece] = []
    length = 0
    for piece in pieces:
        if batch and (len(batch) == most or length + len(piece.text) > characters):
            yield batch
            batch, length = [], 0
        batch.append(piece)
        length += len(piece.text)
    if batch:
        yield batch
