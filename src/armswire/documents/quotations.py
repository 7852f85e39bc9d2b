"""Where quotation marks open and close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from armswire.model.document import Quotation
from armswire.model.span import Span

_MARK = re.compile("[“”„«»″\"‘’']|''|``")
_DOUBLE = re.compile("''|``|[“”„«»″\"]")
_SINGLE = re.compile("[‘’']")
_CLOSERS = {
    "“": "”\"″",
    "”": "”\"",
    "„": "“”\"",
    "«": "»",
    "»": "«",
    '"': "\"”",
    "″": "″\"",
    "``": "''",
    "''": "''",
}  # fmt: skip
_BEFORE_OPENING = " ([{—–-/:;,…‘'\"“«"
_PUNCTUATION = ".,!?…;:"
MAX_SINGLE = 400
"""Longest quotation in single marks: beyond it an apostrophe is more likely than a closing mark."""


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    start: int


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations of `text`, outermost only, in order.

    One that is not closed goes on where the next paragraph opens with the same mark again, as newspapers do, and
    ends with its paragraph otherwise (`closed` False).
    """
    quotations: list[Quotation] = []
    carried: _Open | None = None
    for i, paragraph in enumerate(paragraphs):
        found, carried = _scan(text, paragraph, carried)
        quotations.extend(found)
        if carried and not _reopens(text, paragraphs[i + 1] if i + 1 < len(paragraphs) else None, carried):
            quotations.append(Quotation(Span(carried.start, paragraph.end), closed=False))
            carried = None
    return tuple(quotations)


def _reopens(text: str, paragraph: Span | None, carried: _Open) -> bool:
    return paragraph is not None and text.startswith(carried.mark, paragraph.start, paragraph.end)


def _scan(text: str, paragraph: Span, carried: _Open | None) -> tuple[list[Quotation], _Open | None]:
    """The quotations that end in this paragraph, and the one that is still open at its end."""
    found: list[Quotation] = []
    opened = carried
    position = paragraph.start + (len(carried.mark) if carried else 0)
    outside = paragraph.start if opened is None else None
    while match := _DOUBLE.search(text, position, paragraph.end):
        mark, position = match.group(), match.end()
        if opened is None:
            if _opens(text, match.start(), match.end(), mark, paragraph):
                found.extend(_single(text, outside if outside is not None else paragraph.start, match.start()))
                opened, outside = _Open(mark, match.start()), None
        elif mark in _closers(opened.mark) and not _must_open(text, match.start(), match.end(), mark, paragraph):
            found.append(Quotation(Span(opened.start, match.end())))
            opened, outside = None, match.end()
        elif mark == opened.mark and mark in "“„«":
            found.append(Quotation(Span(opened.start, _trimmed(text, opened.start, match.start())), closed=False))
            opened = _Open(mark, match.start())
    if opened is None:
        found.extend(_single(text, outside if outside is not None else paragraph.start, paragraph.end))
    return found, opened


def _closers(mark: str) -> tuple[str, ...]:
    closers = _CLOSERS[mark]
    return (closers,) if closers == "''" else tuple(closers)


def _opens(text: str, start: int, end: int, mark: str, paragraph: Span) -> bool:
    """Whether a mark met outside any quotation opens one."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    if mark in ("“", "„", "``"):
        return True
    if mark == "«":  # French leaves a blank after it
        return before in _BEFORE_OPENING
    if mark in ('"', "″", "''") and before.isdigit():
        return False
    return after != " " and (before in _BEFORE_OPENING or not before.isalnum())


def _must_open(text: str, start: int, end: int, mark: str, paragraph: Span) -> bool:
    """A straight mark inside a quotation that has the shape of an opening one: the closing one was forgotten."""
    if mark != '"' or start == paragraph.start or end >= paragraph.end:
        return False
    return text[start - 1] == " " and text[end].isupper() and not _closing_follows(text, end, paragraph)


def _closing_follows(text: str, position: int, paragraph: Span) -> bool:
    """Whether the next straight mark is an opening one, so that this one, in spite of its shape, closes."""
    following = text.find('"', position, paragraph.end)
    if following < 0 or following + 1 >= paragraph.end:
        return following < 0
    return text[following - 1] == " " and text[following + 1] != " "


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1] == " ":
        end -= 1
    return end


def _single(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Quotations in single marks, told from apostrophes by their shape, in a stretch without double marks."""
    position = start
    while match := _SINGLE.search(text, position, end):
        position = match.end()
        if not _opens_single(text, match.start(), start, end):
            continue
        close = _close_of_single(text, match.start(), min(end, match.start() + MAX_SINGLE))
        if close is not None:
            yield Quotation(Span(match.start(), close + 1))
            position = close + 1


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return text[at] in "‘'" and before in " ([—–-/:" and after.isalpha()


def _close_of_single(text: str, opened: int, end: int) -> int | None:
    """The closing mark: one after punctuation where the first could be a plural's apostrophe ("soldiers' rifles")."""
    closer = "’" if text[opened] == "‘" else "'"
    first: int | None = None
    at = text.find(closer, opened + 2, end)
    while at >= 0:
        if not text[at + 1 : at + 2].isalnum() and text[at - 1] != " ":
            if text[at - 1] != "s" or text[at + 1 : at + 2] in ("", *_PUNCTUATION, ")"):
                return at if first is None or text[at - 1] in _PUNCTUATION else first
            first = at if first is None else first
        at = text.find(closer, at + 1, end)
    return first
