"""Words that tell whether a full stop ends a sentence (data/sentence_breaks.yaml)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field

from armswire.lexicon.record_file import read_record
from armswire.lexicon.records import FileHeader, Record, Words

SENTENCE_BREAKS_FILE = Path(__file__).parent / "data" / "sentence_breaks.yaml"


class SentenceBreaks(Record):
    """sentence_breaks.yaml; all words in lower case and without their last full stop."""

    header: FileHeader
    titles: Words = Field(
        min_length=1,
        description="Never end a sentence (Gen., Mr.), unless on `may_end` too (Min. for minister and minute).",
    )
    before_number: Words = Field(min_length=1, description="Do not end one before a figure (No., Feb.).")
    may_end: Words = Field(min_length=1, description="End one only before a word of `starters` (U.S., Inc.).")
    clock: Words = Field(min_length=1, description="End one unless a word of `after_clock` follows (p.m.).")
    after_clock: Words = Field(min_length=1, description="Days, months and time zones.")
    starters: Words = Field(min_length=1, description="Words that open sentences and are not part of names.")
    reporting: Words = Field(min_length=1, description='Verbs after a quoted question ("Why?" Smith asked).')


def load_sentence_breaks(path: Path = SENTENCE_BREAKS_FILE) -> SentenceBreaks:
    """The words. Raises LexiconError naming file, key and value."""
    return read_record(path, SentenceBreaks)


@lru_cache(maxsize=1)
def bundled_sentence_breaks() -> SentenceBreaks:
    """The words that come with the program, read once."""
    return load_sentence_breaks()
