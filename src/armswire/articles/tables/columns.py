"""The header of a table → which cell of a row is which key of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armswire.errors import ArticleError
from armswire.lexicon.columns import Meaning, meanings_of
from armswire.model.article import AUTHORS, DESCRIPTION, RETRIEVED, SECTION

_EXTRA = {"retrieved": RETRIEVED, "authors": AUTHORS, "section": SECTION, "description": DESCRIPTION}
_LIST = "authors"
_WORDS = ("text", "html")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table: their names, each once, and what they mean."""

    names: tuple[str, ...]
    meanings: tuple[Meaning | None, ...]

    def keyed(self, cells: Sequence[object]) -> dict[str, object]:
        """A row by the keys of an article; what is empty is left out, what has no key of ours keeps its name."""
        filled = [
            (meaning, name, cell)
            for meaning, name, cell in zip(self.meanings, self.names, cells, strict=True)
            if cell is not None and cell != ""
        ]
        keyed: dict[str, object] = {}
        for meaning, name, cell in sorted(filled, key=lambda one: one[0].rank if one[0] else 0):
            key = name if meaning is None else _EXTRA.get(meaning.key, meaning.key)
            if key in keyed:
                keyed[name] = cell
            else:
                keyed[key] = _names(cell) if meaning is not None and meaning.key == _LIST else cell
        return keyed


def columns_of(header: Sequence[str], place: str) -> Columns:
    """The columns of a table. Raises ArticleError where none of them holds articles."""
    names = _told_apart(header)
    meanings = meanings_of(names)
    if not any(meaning and meaning.key in _WORDS for meaning in meanings):
        raise ArticleError(
            "no column with the articles' words",
            place=place,
            value=", ".join(name[:40] for name in names[:8]),
            remedy='Name the columns in the first row, that of the words "text"',
        )
    return Columns(tuple(names), tuple(meanings))


def _told_apart(header: Sequence[str]) -> list[str]:
    """Names without blanks around them; a second column of the same name, or of none, gets its number."""
    names: dict[str, None] = {}
    for number, given in enumerate(header, start=1):
        name = given.strip()
        names[name if name and name not in names else f"{name or 'column'} {number}"] = None
    return list(names)


def _names(cell: object) -> object:
    return [name.strip() for name in cell.split(";") if name.strip()] if isinstance(cell, str) else cell
