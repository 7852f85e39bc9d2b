"""The rules by which lines that surround an article are told from its words (data/furniture.yaml)."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from pydantic import Field, field_validator

from armswire.lexicon.record_file import read_record
from armswire.lexicon.records import EntryId, FileHeader, Record, Words

FURNITURE_FILE = Path(__file__).parent / "data" / "furniture.yaml"


class FurnitureRule(Record):
    """One kind of furniture and how its lines look."""

    id: EntryId
    about: str = Field(description="What it is, with an example.")
    max_words: int = Field(400, ge=1, description="Lines with more words are left alone.")
    first_line: bool = Field(True, description="False where the rule never drops the first line of an article.")
    cased: bool = Field(False, description="True where capital letters count.")
    phrases: Words = Field((), description="Whole lines; signs at both ends and case do not count.")
    vocabulary: Words = Field((), description="Lines made of these words and figures alone are dropped.")
    openings: Words = Field((), description="How a dropped line begins; lines with quotation marks are left.")
    lines: Words = Field((), description="Regular expressions of the whole line.")
    tails: Words = Field((), description="Regular expressions of the end of a line; the rest is kept.")
    lists: Words = Field((), description="Headings after which short lines without a full stop are dropped too.")
    catches: Words = Field(min_length=1, description="Lines, or lines with tails, that the rule drops.")
    leaves: Words = Field(min_length=1, description="Lines that it leaves alone.")

    @field_validator("lines", "tails")
    @classmethod
    def _compiles(cls, patterns: Words) -> Words:
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"{pattern!r} is no regular expression: {error}") from error
        return patterns


class FurnitureFile(Record):
    """furniture.yaml"""

    header: FileHeader
    rules: tuple[FurnitureRule, ...]


def load_furniture(path: Path = FURNITURE_FILE) -> tuple[FurnitureRule, ...]:
    """The rules in the order in which they are tried. Raises LexiconError naming file, key and value."""
    return read_record(path, FurnitureFile).rules


@lru_cache(maxsize=1)
def bundled_furniture() -> tuple[FurnitureRule, ...]:
    """The rules that come with the program, read once."""
    return load_furniture()
