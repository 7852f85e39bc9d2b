"""Labelled lines of a card: what a value is on the left, the value on the right."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

LABEL_WIDTH = 14
_INDENT = 2


def label_row(label: str, value: str) -> RenderableType:
    """A label and a value that stays in its column where it is longer than a line."""
    return label_block(label, Text(value))


def label_rows(label: str, values: Iterable[str]) -> list[RenderableType]:
    """A line for each value, the label before the first; nothing for none."""
    return [label_row(label if i == 0 else "", value) for i, value in enumerate(values)]


def label_block(label: str, block: RenderableType) -> RenderableType:
    """Something of several lines beside its label."""
    grid = Table.grid()
    grid.add_column(width=_INDENT + LABEL_WIDTH)
    grid.add_column(overflow="fold")
    grid.add_row(Text(f"{'':<{_INDENT}}{label}"), block)
    return grid
