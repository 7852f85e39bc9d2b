"""Lines → paragraphs: a line is a paragraph, unless a text was wrapped at some width."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from armswire.documents.line import Line

_FINAL = re.compile(r"[.!?…:;][\"”’»')\]]*$")
MIN_WIDTH, MAX_WIDTH = 45, 130
"""Between which widths text is wrapped: narrow mail columns at 45 and up, wide terminals at 130 and below."""
FULL_SHARE = 0.7
"""Share of line ends at which the next word would not have fitted; a wrapped text has nearly all of them."""
MIN_WRAPPED_ENDS = 3
MIN_CUT_LINE = 40
"""A shorter line that the next goes on from in lower case is a menu or a poem, no broken paragraph."""


def join_wrapped(lines: Sequence[Line]) -> list[list[Line]]:
    """Each line by itself, but those of a paragraph that was wrapped at some width together."""
    width = _wrap_width(lines)
    return _join(lines, lambda before, line: width is not None and _is_full(before, line, width))


def join_paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each paragraph, in order; a sentence that was broken in two is joined too."""
    width = _wrap_width(lines)
    return _join(
        lines,
        lambda before, line: (width is not None and _is_full(before, line, width)) or _is_broken(before, line),
    )


def _join(lines: Sequence[Line], goes_on: Callable[[Line, Line], bool]) -> list[list[Line]]:
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and paragraphs[-1][-1].block == line.block and goes_on(paragraphs[-1][-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _is_broken(before: Line, line: Line) -> bool:
    """Whether `line` goes on in lower case where a line of some length broke off."""
    return line.text[0].islower() and len(before.text) >= MIN_CUT_LINE and not _FINAL.search(before.text)


def _wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which the text was wrapped, None where it was not."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.block == b.block]
    if len(pairs) < MIN_WRAPPED_ENDS:
        return None
    width = max(len(line.text) for line in lines)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return None
    full = sum(_is_full(a, b, width) for a, b in pairs)
    unfinished = sum(_FINAL.search(a.text) is None for a, _ in pairs)
    return width if full >= FULL_SHARE * len(pairs) and 2 * unfinished > len(pairs) else None


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Whether the first word of `after` would not have fitted on `line`."""
    word = after.text.split(" ", 1)[0]
    return len(line.text) + 1 + len(word) > width
