"""From pieces back to stretches of text."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from armswire.attributions.pieces import Pieces
from armswire.model.span import Span


def join_pieces(pieces: Pieces, text: str, at: npt.NDArray[np.int64]) -> list[Span]:
    """The stretches of text that neighbouring pieces make up, whole words always, none over a paragraph's end."""
    spans: list[Span] = []
    last = -2
    for i in at.tolist():
        start, end = int(pieces.start[i]), int(pieces.end[i])
        if start == end:
            continue
        if i == last + 1 and pieces.paragraph[i] == pieces.paragraph[last]:
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
        last = i
    return _joined(_whole_words(text, span) for span in spans)


def _whole_words(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans, those that now overlap made one."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            joined[-1] = joined[-1].join(span)
        else:
            joined.append(span)
    return joined
