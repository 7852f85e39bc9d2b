"""Cells of tables for spreadsheets: names of actors, reasons for brackets, and nothing that a spreadsheet would run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from armswire.model.entry import Entry
from armswire.model.transfer import SupportedActor
from armswire.register.phrasing import actor_name

Cell = str | int | float | None

# The same signs as East Asian keyboards write them.
_FULL_WIDTH = ("\uff1d", "\uff0b", "\uff0d", "\uff20")

# A spreadsheet takes a cell that begins so for a formula and would run what an article says.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", *_FULL_WIDTH)


def defuse(cell: Cell) -> Cell:
    """The cell, with an apostrophe before it where a spreadsheet would take it for a formula."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell
    return cell


def actor_names(actors: Iterable[SupportedActor], names: Mapping[str, str]) -> str:
    """The names of actors in one cell."""
    return "; ".join(actor_name(actor.actor, names) for actor in actors)


def bracket_reasons(entries: Iterable[Entry]) -> str:
    """ "number ordered: approximate in the source; order year: ..." for all that stands in brackets."""
    return "; ".join(f"{entry.field.value.replace('_', ' ')}: {entry.why}" for entry in entries if entry.doubts)


def entries_of(entries: Iterable[Entry], place: int | None) -> list[Entry]:
    """The entries of one item, or of the whole transfer; sums, which belong to no item, count for the whole."""
    return [entry for entry in entries if entry.place is None or not entry.is_of_item or entry.place == place]
