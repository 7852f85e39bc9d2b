"""How usual each sign is in running text, and which tables of characters there are (data/letters.yaml)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field, field_validator

from armswire.lexicon.record_file import read_record
from armswire.lexicon.records import FileHeader, Record, Words

LETTERS_FILE = Path(__file__).parent / "data" / "letters.yaml"

Surprise = float
"""Natural logarithm of how seldom a sign is: 3 for one in twenty, 7 for one in a thousand."""


class SignGroup(Record):
    """Signs that are about as frequent as each other."""

    about: str
    surprise: Surprise = Field(gt=0)
    signs: str = Field(min_length=1)


class SignRange(Record):
    """Signs from `first` to `last` that no group has."""

    about: str
    surprise: Surprise = Field(gt=0)
    first: str = Field(min_length=1, max_length=1)
    last: str = Field(min_length=1, max_length=1)


class JoiningSurprises(Record):
    """What unusual neighbours and signs of no group add."""

    other_letter: Surprise = Field(description="A letter of no group and no range.")
    other_sign: Surprise = Field(description="Any other sign of no group.")
    control: Surprise = Field(description="A control character.")
    lost: Surprise = Field(description="U+FFFD, what is left of a sign that was lost.")
    two_scripts: Surprise = Field(description="Letters of two scripts side by side.")
    beside_korean: Surprise = Field(description='Letters of another script beside Korean ones ("K9자주포", "美국").')
    sign_in_word: Surprise = Field(description="A sign between two letters, unless it is less surprising than that:")
    in_words: Surprise = Field(description='Of signs that stand in words ("don’t", "A–B").')
    late_capital: Surprise = Field(description="A capital after a small letter, one of them not of ASCII.")
    two_accents: Surprise = Field(description="Two letters with accents side by side.")
    not_in_ks: Surprise = Field(description="A syllable that the Korean standard KS X 1001 lacks, which no word needs.")


class CodeTable(Record):
    """A table of characters: Python's name for it, and names that are declared for it."""

    codec: str
    about: str
    labels: Words = ()

    @field_validator("codec")
    @classmethod
    def _is_known(cls, codec: str) -> str:
        try:
            "".encode(codec)
        except LookupError as error:
            raise ValueError(f"{codec!r} is no table that Python knows") from error
        return codec


class WrongTable(Record):
    """A text of the table `meant` that was read by the table `shown`."""

    shown: str
    meant: str


class LettersFile(Record):
    """letters.yaml"""

    header: FileHeader
    groups: tuple[SignGroup, ...]
    ranges: tuple[SignRange, ...]
    words: JoiningSurprises
    tables: tuple[CodeTable, ...]
    shown_as: tuple[WrongTable, ...]


def load_letters(path: Path = LETTERS_FILE) -> LettersFile:
    """The file. Raises LexiconError naming file, key and value."""
    return read_record(path, LettersFile)


@lru_cache(maxsize=1)
def bundled_letters_file() -> LettersFile:
    """The file that comes with the program, read once."""
    return load_letters()
