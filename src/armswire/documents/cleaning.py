"""An article's lines → those that are its words, and the furniture that was left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from armswire.documents.furniture_rules import FurnitureRules
from armswire.documents.languages import READ, find_foreign
from armswire.documents.line import Line, split_lines
from armswire.documents.mending import mend_lines
from armswire.documents.paragraphs import join_wrapped
from armswire.documents.scripts import is_latin
from armswire.documents.translations import bundled_translation_finder
from armswire.model.article import Article
from armswire.model.document import Furniture, Translation
from armswire.model.span import Span

OTHER_LANGUAGE = "other_language"
_NOT_WORD = re.compile(r"[\W_]+")
_FINAL = re.compile(r"[.!?…:;][\"”’»')\]]*$")
CONTINUED = "continued"
"""The rule by which the rest of a line that was left out is left out too."""
MIN_REPEATED = 20
"""Letters and figures that a line needs to count as a repetition: "Yes, he said." may well be said twice."""
MIN_SENTENCE = 60
"""Characters, with a full stop, from which on a line counts as running text and not as part of a menu."""
MAX_LISTED_HEADLINE = 160
MAX_LISTED = 15
"""A list of other articles has lines no longer and no more than these; the longest headlines seen have 150."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The lines that stay and the stretches that do not, both in the order of the article.

    `translation` is what its lines say of its being translated.
    """

    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]
    translation: Translation | None = None


def clean(article: Article, rules: FurnitureRules, language: str) -> Cleaned:
    """Repairs, then drops what is not the article. Never raises, whatever the text.

    Of an article that is read (`language`, as identified), so are paragraphs in other languages.
    """
    lines = mend_lines(split_lines(article.text), article.text)
    translation = bundled_translation_finder().find(lines)
    if len(lines) == 1:
        # What came in as one line was sent in for its words, whatever they look like.
        return Cleaned(tuple(lines), (), translation)
    sweep = _Sweep(rules, drops_foreign=language == READ)
    for paragraph in join_wrapped(lines):
        if len(paragraph) == 1:
            sweep.take(paragraph[0])
        else:
            sweep.take_wrapped(paragraph)
    return Cleaned(tuple(sweep.kept), tuple(sweep.furniture), translation)


class _Sweep:
    """Goes through the lines once and remembers what a line's neighbours decide."""

    def __init__(self, rules: FurnitureRules, *, drops_foreign: bool) -> None:
        self._rules = rules
        self._drops_foreign = drops_foreign
        self._seen: set[str] = set()
        self._in_text = False
        self._listed = 0
        self._last_dropped: Line | None = None
        self.kept: list[Line] = []
        self.furniture: list[Furniture] = []

    def take(self, line: Line) -> None:
        """Keeps or drops one line."""
        trimmed, tail = self._trim(line)
        foreign = find_foreign(line.text) if self._drops_foreign else None
        rule = self._rule_for(line, trimmed.text, foreign)
        if rule is not None:
            self.furniture.append(Furniture(line.span, rule, foreign if rule == OTHER_LANGUAGE else None))
            self._last_dropped = line
            return
        if tail is not None:
            self.furniture.append(tail)
        self._in_text = self._in_text or (len(trimmed.text) >= MIN_SENTENCE and _FINAL.search(trimmed.text) is not None)
        self.kept.append(trimmed)

    def take_wrapped(self, lines: Sequence[Line]) -> None:
        """Keeps or drops the lines of a paragraph that was wrapped: no line of it has a shape of its own."""
        text = " ".join(line.text for line in lines)
        rule = self._rules.rule_for(text, first=not self.kept)
        foreign = find_foreign(text) if self._drops_foreign else None
        rule = OTHER_LANGUAGE if foreign else rule
        if rule is None:
            self._in_text = True
            self.kept.extend(lines)
        else:
            self.furniture.extend(Furniture(line.span, rule, foreign) for line in lines)

    def _rule_for(self, line: Line, trimmed: str, foreign: str | None) -> str | None:
        if foreign and not is_latin(line.text):
            return OTHER_LANGUAGE
        if bundled_translation_finder().read(line.text) is not None:
            return "translation"
        listed = self._is_listed(line.text)
        if self._in_text and self._rules.opens_list(line.text):
            self._listed = MAX_LISTED
            return "related"
        rule = self._rules.rule_for(line.text, first=not self.kept)
        if rule is not None or foreign:
            return rule or OTHER_LANGUAGE
        if listed:
            return "related"
        if self._continues_furniture(line):
            return CONTINUED
        return "repeated" if self._is_repeated(trimmed) else None

    def _is_listed(self, text: str) -> bool:
        """Whether the line is one of the headlines under a heading such as "Most read"."""
        if self._listed and len(text) <= MAX_LISTED_HEADLINE and not _FINAL.search(text):
            self._listed -= 1
            return True
        self._listed = 0
        return False

    def _continues_furniture(self, line: Line) -> bool:
        """A short line that goes on in lower case right under a dropped one is the rest of its sentence."""
        before = self._last_dropped
        return (
            before is not None
            and before.block == line.block
            and (not self.kept or self.kept[-1].span.end < before.span.start)
            and line.text[:1].islower()
            and len(line.text) <= MIN_SENTENCE
            and not _FINAL.search(before.text)
        )

    def _is_repeated(self, text: str) -> bool:
        key = _NOT_WORD.sub("", text.casefold())
        if len(key) < MIN_REPEATED:
            return False
        if key in self._seen:
            return True
        self._seen.add(key)
        return False

    def _trim(self, line: Line) -> tuple[Line, Furniture | None]:
        """The line without a credit at its end, and the credit."""
        tail = self._rules.tail_of(line.text)
        head = line.head(tail[0]) if tail else line
        if tail is None or not head.text.strip():
            return line, None
        return head, Furniture(Span(head.span.end, line.span.end), tail[1])
