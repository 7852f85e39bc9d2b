"""How articles say that they are translated (data/translations.yaml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import Field, field_validator

from armswire.lexicon.record_file import read_record
from armswire.lexicon.records import EntryId, FileHeader, Record, Words

TRANSLATIONS_FILE = Path(__file__).parent / "data" / "translations.yaml"
LANGUAGE, NAME, WRITER = "{language}", "{name}", "{writer}"


class TranslationExample(Record):
    """A line, the language that it says the article is translated from, and whether by a machine."""

    line: str = Field(min_length=1)
    language: str | None = None
    machine: bool = False


class TranslationRule(Record):
    """One way of saying it."""

    id: EntryId
    about: str
    patterns: Words = Field(min_length=1, description="Regular expressions of the whole line.")
    catches: tuple[TranslationExample, ...] = Field(min_length=1)
    leaves: Words = Field(min_length=1, description="Lines that say nothing of it.")

    @field_validator("patterns")
    @classmethod
    def _compile(cls, patterns: Words) -> Words:
        for pattern in patterns:
            try:
                re.compile(pattern.replace(LANGUAGE, "x").replace(NAME, "x").replace(WRITER, "x"))
            except re.error as error:
                raise ValueError(f"{pattern!r} is no regular expression: {error}") from error
        return patterns


class TranslationsFile(Record):
    """translations.yaml"""

    header: FileHeader
    languages: Mapping[str, Words] = Field(min_length=1, description="Names of each language by its ISO 639 code.")
    machine: Words = Field(min_length=1, description="Words by which a line says that a machine translated.")
    rules: tuple[TranslationRule, ...]


def load_translations(path: Path = TRANSLATIONS_FILE) -> TranslationsFile:
    """The rules in the order in which they are tried. Raises LexiconError naming file, key and value."""
    return read_record(path, TranslationsFile)


@lru_cache(maxsize=1)
def bundled_translations() -> TranslationsFile:
    """The rules that come with the program, read once."""
    return load_translations()
