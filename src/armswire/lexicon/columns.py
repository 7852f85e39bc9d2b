"""What columns of tables of articles are called (data/columns.yaml)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from armswire.lexicon.record_file import read_record
from armswire.lexicon.records import FileHeader, Record, Words

COLUMNS_FILE = Path(__file__).parent / "data" / "columns.yaml"
_SEPARATORS = re.compile(r"[\W_]+")


class ColumnNames(Record):
    """The names of a column that means one thing."""

    means: Literal[
        "text", "html", "id", "url", "outlet", "title", "published", "language",
        "retrieved", "authors", "section", "description",
    ]  # fmt: skip
    names: Words = Field(min_length=1, description="The likeliest first.")


class ColumnsFile(Record):
    """columns.yaml"""

    header: FileHeader
    columns: tuple[ColumnNames, ...]

    @model_validator(mode="after")
    def _no_name_twice(self) -> ColumnsFile:
        seen: set[str] = set()
        for name in (fold_column(name) for column in self.columns for name in column.names):
            if name in seen:
                raise ValueError(f"'{name}' stands in it twice")
            seen.add(name)
        return self


@dataclass(frozen=True, slots=True)
class Meaning:
    """The key of an article that a column is for, and its rank: 0 for the likeliest name of such a column."""

    key: str
    rank: int


def fold_column(name: str) -> str:
    """A column's name without what does not matter in it."""
    return _SEPARATORS.sub("", name).casefold()


def load_columns(path: Path = COLUMNS_FILE) -> Mapping[str, Meaning]:
    """Folded names with what they mean. Raises LexiconError naming file, key and value."""
    return {
        fold_column(name): Meaning(column.means, rank)
        for column in read_record(path, ColumnsFile).columns
        for rank, name in enumerate(column.names)
    }


@lru_cache(maxsize=1)
def bundled_columns() -> Mapping[str, Meaning]:
    """The names that come with the program, read once."""
    return load_columns()


def meanings_of(header: Sequence[str]) -> list[Meaning | None]:
    """What each column of a table is for; None for one that is kept as it is."""
    known = bundled_columns()
    return [known.get(fold_column(name)) for name in header]
