"""The tree of a page → its lines as a reader sees them, each with what it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from armswire.articles.facts.margins import is_margin, is_of_others

MAX_LINES = 3000
"""Lines that are looked at; long pages of news have some hundreds."""
MAX_LINE = 600
"""Characters of a line that are kept."""
_INLINE_TAGS = "a abbr b bdi cite code data em font i label mark q s small span strong sub sup time u var wbr"
_UNSEEN_TAGS = "script style noscript template head title svg select option button iframe textarea"
_INLINE, _UNSEEN = frozenset(_INLINE_TAGS.split()), frozenset(_UNSEEN_TAGS.split())


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line, whether it is a heading of the first rank, and in how many margins it stands, and in a list of others."""

    text: str
    is_heading: bool
    margins: int
    is_of_others: bool


def page_lines(tree: Any) -> Iterator[PageLine]:
    """The lines in order, without recursion: nesting is the sender's choice. Blocks part lines, bold words do not."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped]  # lxml ships no types

    body = tree.find(".//body")
    parts: list[str] = []
    heading, margin, others, seen = 0, 0, 0, 0
    opened: list[tuple[bool, bool]] = []
    walk = iterwalk(body if body is not None else tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag and tag not in _INLINE:
            text = " ".join("".join(parts)[:MAX_LINE].split())
            parts.clear()
            if text:
                yield PageLine(text, heading > 0, margin, others > 0)
                seen += 1
                if seen == MAX_LINES:
                    return
        if event in ("start", "end"):
            if event == "start":
                opened.append((is_margin(element), is_of_others(element)))
            step = 1 if event == "start" else -1
            is_in_margin, is_in_others = opened[-1]
            heading += step * (tag == "h1")
            margin += step * is_in_margin
            others += step * is_in_others
            if event == "end":
                opened.pop()
        if event == "start":
            if tag in _UNSEEN:
                walk.skip_subtree()
            else:
                parts.append(element.text or "")
        else:
            parts.append(element.tail or "")
