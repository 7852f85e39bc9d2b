"""An article's text → its lines and the sentences of its running text, as far as dating needs them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

LONGEST = 20_000
"""Characters that are looked at from either end: what dates an article stands near its beginning, or at its foot."""
MIN_RUNNING = 60
"""Characters, with a full stop, from which on a line counts as running text, as in the cleaning of documents."""
_FINAL = re.compile(r"[.!?…][\"”’»')\]]*$")
_BREAK = re.compile(r"(?<=[^\W_A-Z][.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W\da-z_])")
_LINE_END = re.compile("[\n\r\x0b\x0c\u2028\u2029]+")
_TITLES = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Gov|Sen|Rep|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No)\.$"
)


@dataclass(frozen=True)
class Told:
    """The lines of a text without blanks around them, empty ones left out."""

    lines: tuple[str, ...]

    @cached_property
    def running(self) -> tuple[int, ...]:
        """The numbers of the lines that are running text."""
        return tuple(i for i, line in enumerate(self.lines) if len(line) >= MIN_RUNNING and _FINAL.search(line[-8:]))

    @property
    def above(self) -> int:
        """How many lines stand above the running text; all of them where there is none."""
        return self.running[0] if self.running else len(self.lines)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the running text in order, each once; of all lines where none is running text."""
        told = [self.lines[i] for i in self.running] or list(self.lines)
        return tuple(dict.fromkeys(sentence for line in told for sentence in _split(line)))


def read_told(text: str) -> Told:
    """The lines and sentences of a text; of a very long one its beginning and its end."""
    if len(text) > 2 * LONGEST:
        text = f"{text[:LONGEST]}\n{text[-LONGEST:]}"
    lines = (" ".join(line.split()) for line in _LINE_END.split(text))
    return Told(tuple(line for line in lines if line))


def _split(line: str) -> list[str]:
    """The sentences of a line; one of too many words is cut, so that no sentence is searched for long."""
    sentences: list[str] = []
    start = 0
    for found in _BREAK.finditer(line):
        if not _TITLES.search(line[start : found.start()][-6:]):
            sentences.append(line[start : found.end()].strip())
            start = found.end()
    sentences.append(line[start:].strip())
    return [sentence[:1000] for sentence in sentences if sentence]
