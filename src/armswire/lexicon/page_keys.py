"""Under which keys web pages tell about themselves (data/page_keys.yaml)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field, field_validator

from armswire.lexicon.record_file import read_record
from armswire.lexicon.records import FileHeader, Record, Words

PAGE_KEYS_FILE = Path(__file__).parent / "data" / "page_keys.yaml"


class PageKeys(Record):
    """page_keys.yaml; all keys in lower case, the most trusted first."""

    header: FileHeader
    published: Words = Field(min_length=1, description="When the article came out.")
    created: Words = Field(min_length=1, description="When it was made: nearly always the same day.")
    data_words: Words = Field(min_length=1, description="Open names of data in scripts that hold such a day.")
    title: Words = Field(min_length=1)
    outlet: Words = Field(min_length=1)
    authors: Words = Field(min_length=1)
    section: Words = Field(min_length=1)
    description: Words = Field(min_length=1)
    language: Words = Field(min_length=1)
    others: Words = Field(min_length=1, description="In classes and ids of lists of other articles.")
    around: Words = Field(min_length=1, description="In classes and ids of what else stands round an article.")
    byline: Words = Field(min_length=1, description="In classes and ids of the line with the writers.")
    openings: Words = Field(min_length=1, description="Before the names of writers.")
    nobody: Words = Field(min_length=1, description="Names that are nobody's.")
    day_first: Words = Field(min_length=1, description="Openings of languages in which 03/04/2021 is 3 April.")
    languages: Words = Field(min_length=1, description="Whose months are looked up where a page says no language.")

    @field_validator("*")
    @classmethod
    def _is_lower_case(cls, value: object) -> object:
        for word in value if isinstance(value, tuple) else ():
            if word != word.lower():
                raise ValueError(f"'{word}' is not in lower case")
        return value


def load_page_keys(path: Path = PAGE_KEYS_FILE) -> PageKeys:
    """The keys. Raises LexiconError naming file, key and value."""
    return read_record(path, PageKeys)


@lru_cache(maxsize=1)
def bundled_page_keys() -> PageKeys:
    """The keys that come with the program, read once."""
    return load_page_keys()
