"""How articles say that they come from other outlets (data/credits.yaml)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from armswire.lexicon.record_file import read_record
from armswire.lexicon.records import EntryId, FileHeader, Outlet, OutletsFile, Record, Words

CREDITS_FILE = Path(__file__).parent / "data" / "credits.yaml"
OUTLETS_FILE = Path(__file__).parent / "data" / "outlets.yaml"


class CreditExample(Record):
    """A line, and the outlets that it credits."""

    line: str = Field(min_length=1)
    outlets: Words = Field(min_length=1)


class CreditRule(Record):
    """One way in which a line credits other outlets."""

    id: EntryId
    about: str
    place: Literal["line", "beside", "bracket", "dateline", "between"]
    openings: Words = Field((), description="Words before the names.")
    endings: Words = Field((), description="Words after the names.")
    colon: bool = Field(False, description="True where a colon must stand before the names.")
    signed: bool = Field(False, description="True where a dash or round brackets must stand around the names.")
    known: bool = Field(False, description="True where only outlets of the lexicon count: people have such names too.")
    taken: bool = Field(description="True where the article is from there, False where they only helped.")
    above: bool = Field(False, description="True where only what stands above it in the article is from there.")
    catches: tuple[CreditExample, ...] = Field(min_length=1)
    leaves: Words = Field(min_length=1, description="Lines without credit.")


class CreditsFile(Record):
    """credits.yaml"""

    header: FileHeader
    joints: Words = Field(description="What parts one name from the next (a comma, and).")
    describing: Words = Field(description="Words that may stand beside a name (news agency).")
    fillers: Words = Field(description="What may stand in place of one (other agencies).")
    outlet_words: Words = Field(description="Words in the names of outlets (the Gulf Courier).")
    months: Words = Field(description="Words of a day before an agency's name (March, Feb).")
    places: Words = Field(description="Words in lower case that the names of places hold (Rio de Janeiro).")
    rules: tuple[CreditRule, ...]


def load_credits(path: Path = CREDITS_FILE) -> CreditsFile:
    """The rules in the order in which they are tried. Raises LexiconError naming file, key and value."""
    return read_record(path, CreditsFile)


@lru_cache(maxsize=1)
def bundled_credits() -> CreditsFile:
    """The rules that come with the program, read once."""
    return load_credits()


@lru_cache(maxsize=1)
def bundled_outlets() -> tuple[Outlet, ...]:
    """The outlets that come with the program, read once."""
    return read_record(OUTLETS_FILE, OutletsFile).outlets
