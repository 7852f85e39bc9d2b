"""The lines of a paper's pages → paragraphs, without the heads and feet of pages, words that were parted made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

FULL_SHARE = 0.75
"""A line shorter than this share of the page's longest lines ends there on purpose, where it ends a sentence."""
MARGIN_LINES = 2
"""How many lines at the top and foot of a page may be those of every page."""
MIN_PAGES = 3
"""A line at the margins of so many pages belongs to the pages, not to the text; of two pages, to both."""
_FINAL = re.compile(r"[.!?…:;][\"”’»')\]]*$")
_BULLET = re.compile(r"(?:[•▪◦●■·*–—-]|\(?[a-z0-9]{1,3}[.)])\s")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.)?\s*[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:/|of|von|de)\s*\d{1,4})?", re.IGNORECASE
)
_PARTED = re.compile(r"(\w+)[-\u2010\u00ad]$")
_REST = re.compile(r"\w+")


def join_pages(pages: Sequence[Sequence[str]]) -> str:
    """The text of all pages, one paragraph a line; '' where there is none."""
    bare = [[" ".join(line.split()) for line in page] for page in pages]
    shared = _shared_lines(bare)
    words = Counter(word for page in bare for line in page for word in _words(line))
    paragraphs: list[str] = []
    for page in bare:
        _add_page(paragraphs, _without_margins(page, shared), words)
    return "\n".join(paragraphs)


def _words(line: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+(?:-\w+)*", line)]


def _marginal(page: Sequence[str]) -> set[int]:
    filled = [number for number, line in enumerate(page) if line]
    return {*filled[:MARGIN_LINES], *filled[-MARGIN_LINES:]}


def _unnumbered(line: str) -> str:
    return _DIGITS.sub("#", line)


def _shared_lines(pages: Sequence[Sequence[str]]) -> set[str]:
    """Lines that stand at the margins of many pages, their numbers left open."""
    seen = Counter(shape for page in pages for shape in {_unnumbered(page[at]) for at in _marginal(page)})
    least = min(MIN_PAGES, max(2, len(pages)))
    return {shape for shape, times in seen.items() if times >= least}


def _without_margins(page: Sequence[str], shared: set[str]) -> list[str]:
    margins = _marginal(page)
    return [
        line
        for at, line in enumerate(page)
        if at not in margins or not (_unnumbered(line) in shared or _PAGE_NUMBER.fullmatch(line))
    ]


def _add_page(paragraphs: list[str], lines: Sequence[str], words: Counter[str]) -> None:
    width = sorted(map(len, lines))[int(0.9 * len(lines))] if lines else 0
    before: str | None = None
    first = True
    for line in lines:
        if not line:
            before = None
            first = False
            continue
        over_page = first and paragraphs and not _FINAL.search(paragraphs[-1]) and line[0].islower()
        if over_page or (before is not None and _goes_on(before, line, width)):
            paragraphs[-1] = _join(paragraphs[-1], line, words)
        else:
            paragraphs.append(line)
        before, first = line, False


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether `line` belongs to the paragraph of the line before it."""
    if _BULLET.match(line):
        return False
    if len(before) >= FULL_SHARE * width:
        return True
    return _FINAL.search(before) is None and line[0].islower()


def _join(start: str, line: str, words: Counter[str]) -> str:
    """Both as one; a word parted at the end of the line keeps its hyphen where the text writes it so elsewhere."""
    parted, rest = _PARTED.search(start[-60:]), _REST.match(line)
    if parted is None or rest is None or not line[0].islower():
        return f"{start} {line}"
    first, second = parted.group(1).casefold(), rest.group().casefold()
    hyphenated = words[f"{first}-{second}"] > words[f"{first}{second}"] or line[rest.end() : rest.end() + 1] == "-"
    soft = start.endswith("\u00ad")
    return start[:-1] + ("-" if hyphenated and not soft else "") + line
