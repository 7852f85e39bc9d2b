"""Where output goes: results to standard output, messages and progress to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

# Wide enough for a table with its parties and items where output is not a terminal and so has no width.
WIDTH_OF_A_FILE = 140


def open_console(*, to_errors: bool = False) -> Console:
    """A console; colour only on a terminal and never under NO_COLOR (rich sees to both)."""
    from rich.console import Console

    stream = sys.stderr if to_errors else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else WIDTH_OF_A_FILE, highlight=False, soft_wrap=False)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def warn(message: str) -> None:
    """One line on standard error."""
    print(message, file=sys.stderr)


def show(*parts: RenderableType) -> None:
    """Print on standard output; without the blanks at line ends that only a terminal's background needs."""
    console = open_console()
    if console.is_terminal:
        console.print(*parts, sep="\n")
        return
    with console.capture() as capture:
        console.print(*parts, sep="\n")
    print("\n".join(line.rstrip() for line in capture.get().split("\n")), end="")


def make_table(title: str, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    """A plain table. Cells are shown as they are: square brackets in them are no markup."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title), title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table
