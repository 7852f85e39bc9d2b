"""An article's lines → what they say of its being translated: from which language, by a person or a machine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from armswire.documents.line import Line
from armswire.lexicon.translations import LANGUAGE, NAME, WRITER, TranslationsFile, bundled_translations
from armswire.model.document import Translation

LONGEST_NOTE = 240
"""Characters; a note with the names of two translators has about 120."""
_HINT = re.compile(r"translat|original|version|written|published|appeared|posted", re.IGNORECASE)
_EDGES = re.compile(r"^[\s(\[*/•–—-]*(.*?)[\s)\].*/]*$", re.DOTALL)
_BRACKET = re.compile(r"[(\[]([^()\[\]]{3,160})[)\]][\s.]*$")
_NAME = r"(?-i:[A-Z])[\w.'’-]*(?:,? (?:(?-i:[A-Z])[\w.'’-]*|and|&|de|van|von|of|the)){0,9}"
_WRITER = r"[^;\n]{2,100}?"


@dataclass(frozen=True, slots=True)
class Note:
    """What a line says: characters `start` to `end` of it, by a rule."""

    start: int
    end: int
    language: str | None
    by_machine: bool
    rule: str


class TranslationFinder:
    """Finds the notes; built once."""

    def __init__(self, file: TranslationsFile) -> None:
        self._codes = {name.casefold(): code for code, names in file.languages.items() for name in names}
        names = "|".join(sorted(map(re.escape, self._codes), key=len, reverse=True))
        self._machine = re.compile(rf"\b(?:{'|'.join(map(re.escape, file.machine))})\b", re.IGNORECASE)
        self._rules = [
            (rule.id, re.compile(_fill(pattern, names), re.IGNORECASE))
            for rule in file.rules
            for pattern in rule.patterns
        ]

    def find(self, lines: Sequence[Line]) -> Translation | None:
        """What the lines of an article say of its being translated, the note that names a language first."""
        found: list[Translation] = []
        for place, line in enumerate(lines):
            outermost = place in (0, len(lines) - 1)
            note = self.read(line.text) or (self._in_bracket(line.text) if outermost else None)
            if note is not None:
                span = line.source_span(note.start, note.end)
                found.append(Translation(span, note.language, note.by_machine, note.rule))
        return min(found, key=lambda one: one.language is None, default=None)

    def read(self, text: str) -> Note | None:
        """What a line says that is a note and nothing else."""
        if len(text) > LONGEST_NOTE or not _HINT.search(text):
            return None
        inner = _EDGES.match(text)
        if inner is None:
            return None
        start, end = inner.span(1)
        for rule, pattern in self._rules:
            match = pattern.fullmatch(text, start, end)
            if match is not None:
                name = match.groupdict().get("language")
                code = None if name is None else self._codes.get(name.casefold())
                return Note(start, end, code, self._machine.search(text, start, end) is not None, rule)
        return None

    def _in_bracket(self, text: str) -> Note | None:
        """What stands in brackets at the end of a line."""
        bracket = _BRACKET.search(text, max(0, len(text) - LONGEST_NOTE))
        note = None if bracket is None else self.read(bracket.group(1))
        if bracket is None or note is None:
            return None
        at = bracket.start(1)
        return Note(at + note.start, at + note.end, note.language, note.by_machine, note.rule)


def _fill(pattern: str, names: str) -> str:
    return pattern.replace(LANGUAGE, f"(?P<language>{names})").replace(NAME, _NAME).replace(WRITER, _WRITER)


@lru_cache(maxsize=1)
def bundled_translation_finder() -> TranslationFinder:
    """The finder with the rules that come with the program. Raises LexiconError where their file is broken."""
    return TranslationFinder(bundled_translations())
