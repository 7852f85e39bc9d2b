"""What somebody who has read the articles of a register knows of it, written down by reading them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """A number or a day of a transfer: the row of the register that has it, what its page says, and the words that the
    article has for it."""

    row: str
    told: str
    words: str


@dataclass(frozen=True)
class Correction:
    """A field of the form, by its group and its label, what is typed into it, and what the register shows then."""

    group: str
    label: str
    typed: str
    shown: str


@dataclass(frozen=True)
class Known:
    """A register, and what its articles tell."""

    register: Path
    articles: Path
    # Who supplies something, and a word that stands in some of the reports about it.
    supplier: tuple[str, str]
    word: str
    quantity: Figure
    day: Figure
    # The row of a transfer of which one claim alone tells, and a value of it to be corrected.
    single: str
    correction: Correction

    def texts(self) -> Mapping[str, str]:
        """The articles as they were given, by their ids."""
        lines = map(json.loads, self.articles.read_text("utf-8").splitlines())
        return {line["id"]: line["text"] for line in lines}
