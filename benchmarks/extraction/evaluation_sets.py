"""The public sets that extraction is measured on, in a checkout of each: pages, pieces of their text, their days.

Text: tests/evaldata.json of github.com/adbar/trafilatura. Days: tests/eval_default.json, eval_mediacloud_2020.json of
github.com/adbar/htmldate. Pages of hosts that both sets share are those that rules may be tuned on; the rest of the
dated pages is held out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

DATED = ("eval_default.json", "eval_mediacloud_2020.json")
FOLDERS = ("test_set", "cache", "eval")


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page, pieces that belong to its text, and pieces that stand round it."""

    url: str
    data: bytes
    inside: tuple[str, ...]
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatedPage:
    """A page, its day (ISO), and whether rules may be tuned on it."""

    url: str
    data: bytes
    day: str
    is_for_tuning: bool


def text_pages(checkout: Path) -> Iterator[TextPage]:
    """The pages of trafilatura's set."""
    for url, told in _read(checkout / "tests" / "evaldata.json").items():
        yield TextPage(url, _page(checkout, told["file"]), tuple(told["with"]), tuple(told["without"]))


def dated_pages(checkout: Path, tuning: Path) -> Iterator[DatedPage]:
    """The pages of htmldate's set that have a day; `tuning` is the checkout of trafilatura."""
    hosts = {_host(url) for url in _read(tuning / "tests" / "evaldata.json")}
    for name in DATED:
        for url, told in _read(checkout / "tests" / name).items():
            if told["date"]:
                yield DatedPage(url, _page(checkout, told["file"]), told["date"], _host(url) in hosts)


@dataclass(slots=True)
class Matrix:
    """Pieces that were found and missed, as the set's own method counts them (tests/eval_common.py)."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, page: TextPage, text: str | None) -> None:
        """Counts the pieces of a page in what was extracted of it, whatever the blanks."""
        words = _blanks(text or "")
        inside = sum(_blanks(piece) in words for piece in page.inside)
        self.found += inside
        self.missed += len(page.inside) - inside
        self.wrong += sum(_blanks(piece) in words for piece in page.outside)

    def scores(self) -> dict[str, float]:
        """Precision, recall and F1."""
        precision, recall = self.found / (self.found + self.wrong), self.found / (self.found + self.missed)
        return {"precision": precision, "recall": recall, "F1": 2 * precision * recall / (precision + recall)}


def _blanks(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def _page(checkout: Path, name: str) -> bytes:
    return next(path for folder in FOLDERS if (path := checkout / "tests" / folder / name).is_file()).read_bytes()


def _host(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.")
