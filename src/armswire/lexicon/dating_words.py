"""Words by which a text shows on which day it was published (data/dating.yaml)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from armswire.lexicon.record_file import read_record
from armswire.lexicon.records import FileHeader, Record, Words

DATING_FILE = Path(__file__).parent / "data" / "dating.yaml"


class StampExample(Record):
    """A line, and the day that it stamps the article with."""

    line: str
    day: date


class DatelineExample(Record):
    """An opening, and the day and month in it."""

    line: str
    month: int = Field(ge=1, le=12)
    day: int = Field(ge=1, le=31)


class DatingWords(Record):
    """dating.yaml"""

    header: FileHeader
    locales: Words = Field(min_length=1, description="Languages whose names of months and weekdays are known.")
    published: Words = Field(min_length=1, description="What stands before the day of publication.")
    updated: Words = Field(min_length=1, description="What stands before the day of the last change.")
    near: Words = Field(min_length=1, description="Words for days counted from that of publication.")
    future: Words = Field(min_length=1, description="They put a dated fact after the day of publication.")
    past: Words = Field(min_length=1, description="They put it before.")
    not_past: Words = Field(min_length=1, description="In a sentence with one of them no dated fact is surely past.")
    ahead: Words = Field(min_length=1, description="They put an anniversary after the day of publication.")
    held: Words = Field(min_length=1, description="Before an office that somebody does not hold on that day.")
    stamps: tuple[StampExample, ...] = Field(min_length=1)
    no_stamps: Words = Field(min_length=1)
    datelines: tuple[DatelineExample, ...] = Field(min_length=1)
    no_datelines: Words = Field(min_length=1)


def load_dating_words(path: Path = DATING_FILE) -> DatingWords:
    """The words of the file. Raises LexiconError naming file, key and value."""
    return read_record(path, DatingWords)


@lru_cache(maxsize=1)
def bundled_dating_words() -> DatingWords:
    """The words that come with the program, read once."""
    return load_dating_words()
