"""Words for numbers, sums and dates: records of `data/languages/*_numbers.yaml` and how they are read."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import Field, ValidationError, model_validator

from armswire.errors import LexiconError
from armswire.lexicon.records import FileHeader, Record, Words

DATA = Path(__file__).parent / "data" / "languages"


class VagueCount(Record):
    """A plural that counts without a number: dozens, hundreds."""

    word: str
    min: int = Field(ge=1)
    max: int
    of: bool = Field(default=False, description="True where it only counts before 'of' (scores of).")


class FewCount(Record):
    """A phrase for a small number: several, a few, a pair of."""

    phrase: str
    min: int = Field(ge=1)
    max: int
    approximate: bool


class NumberModifiers(Record):
    """Words before a number that make it approximate, and words that are read with it and leave it exact."""

    approximate: Words
    exact: Words


class UnitWords(Record):
    """Words that count what follows 'of'."""

    words: Words = Field(min_length=1)
    alone: bool = Field(description="A unit without 'of' too (30 tonnes).")
    one: bool = Field(description="Counts with an article (a squadron of).")


class Currency(Record):
    """A currency and how news writes it."""

    code: str = Field(pattern=r"^[A-Z]{3}$", description="ISO 4217.")
    signs: Words = Field((), description="Stand right before or after the figures, matched as written.")
    codes: Words = Field((), description="Whole words in capitals, before or after the figures.")
    words: Words = Field((), description="Follow the number, in lower case.")
    demonyms: Words = Field((), description="Make a shared word this currency (Swedish kronor), in lower case.")
    near: Words = Field((), description="Words near by that decide a shared word or sign, as written.")
    default: bool = Field(default=False, description="Meant by a shared word or sign when nothing near by decides.")


class CalendarName(Record):
    """A month or weekday, in the order of the calendar."""

    name: str
    short: Words = ()


class Season(Record):
    """A season of three months, in the north."""

    words: Words = Field(min_length=1)
    month: int = Field(ge=1, le=12, description="Its first month.")


class RelativeDays(Record):
    """Phrases for days counted from the day of publication."""

    phrases: Words = Field(min_length=1)
    first: int = Field(description="Days from the day of publication to the first day meant.")
    last: int = Field(description="And to the last.")


class NumberWords(Record):
    """languages/en_numbers.yaml. Each list is explained by the comment above it in the file."""

    header: FileHeader
    cardinals: dict[str, int]
    magnitudes: dict[str, int]
    magnitude_abbreviations: dict[str, int]
    vague: tuple[VagueCount, ...]
    few: tuple[FewCount, ...]
    modifiers_before: NumberModifiers
    modifiers_after: Words
    changes: Words
    additions: Words
    units: tuple[UnitWords, ...]
    not_counted: Words
    labels: Words
    capital_labels: Words
    name_heads: Words
    one_not_before: Words
    one_not_after: Words
    currencies: tuple[Currency, ...]
    weights: Words
    months: tuple[CalendarName, ...] = Field(min_length=12, max_length=12)
    weekdays: tuple[CalendarName, ...] = Field(min_length=7, max_length=7)
    date_names: Words
    seasons: tuple[Season, ...]
    relative_days: tuple[RelativeDays, ...]

    @model_validator(mode="after")
    def _one_default_per_word(self) -> NumberWords:
        seen: dict[str, str] = {}
        for currency in self.currencies:
            for word in currency.words if currency.default else ():
                if word in seen:
                    raise ValueError(f"{word!r} has two default currencies: {seen[word]} and {currency.code}")
                seen[word] = currency.code
        return self


class NumberLexicon:
    """The number words of one language. Compared by identity, so that finders can keep what they compiled for it."""

    __slots__ = ("__weakref__", "words")

    def __init__(self, words: NumberWords) -> None:
        self.words = words


def read_numbers(path: Path) -> NumberLexicon:
    """The number words of a YAML file. Raises LexiconError, naming file and key, where it breaks the schema."""
    try:
        content = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return NumberLexicon(NumberWords.model_validate(content))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise LexiconError(
            first["msg"], place=f"{path}: {key}", value=first["input"], remedy="Correct the entry"
        ) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise LexiconError(f"cannot be read: {error}", place=str(path), remedy="Restore the file") from error


def load_numbers(language: str = "en") -> NumberLexicon:
    """The number words that come with the program, read once. Raises LexiconError for a language without them."""
    return _load(language)


@lru_cache(maxsize=4)
def _load(language: str) -> NumberLexicon:
    return read_numbers(DATA / f"{language}_numbers.yaml")
