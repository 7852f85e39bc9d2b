"""Where output goes: results to standard output, messages and progress to standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.progress import Progress, ProgressColumn
    from rich.table import Table

# Wide enough for a table with its parties and items where output is not a terminal and so has no width.
WIDTH_OF_A_FILE = 140

# Below it the columns of a table get so thin that words break in them; each row is then a few lines of its own.
WIDTH_OF_A_TABLE = 100


def open_console(*, to_errors: bool = False) -> Console:
    """A console; colour only on a terminal and never under NO_COLOR, as wide as COLUMNS says (rich sees to all)."""
    from rich.console import Console

    stream = sys.stderr if to_errors else sys.stdout
    known = stream.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return Console(file=stream, width=None if known else WIDTH_OF_A_FILE, highlight=False, soft_wrap=False)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def open_progress(errors: Console, *more: ProgressColumn, quiet: bool, what: str = "articles") -> Progress:
    """Progress over articles, or over what is named, on a terminal only; `more` stands at its end."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(f"{{task.completed}} {what}"), BarColumn(), TimeElapsedColumn(), *more)
    return Progress(*columns, console=errors, transient=True, disable=quiet or not errors.is_terminal)


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


@dataclass(frozen=True, slots=True)
class Listing:
    """Records under a title: a table where there is room for one, else the filled fields of each below each other.

    Cells are shown as they are: square brackets in them are no markup.
    """

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """What rich calls to show it."""
        if options.max_width >= WIDTH_OF_A_TABLE:
            yield self._table()
        else:
            yield from self._cards()

    def _table(self) -> Table:
        from rich import box
        from rich.table import Table
        from rich.text import Text

        table = Table(
            title=Text(self.title), title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False
        )
        for column in self.columns:
            table.add_column(column, overflow="fold")
        for row in self.rows:
            table.add_row(*(Text(cell) for cell in row))
        return table

    def _cards(self) -> Iterable[RenderableType]:
        from rich.padding import Padding
        from rich.table import Table
        from rich.text import Text

        yield Text(self.title, style="bold")
        for name, *cells in self.rows:
            yield Text(f"\n{name}", style="bold")
            fields = Table.grid(padding=(0, 1))
            for column, cell in zip(self.columns[1:], cells, strict=True):
                if cell:
                    fields.add_row(Text(column, style="dim"), Text(cell, overflow="fold"))
            yield Padding(fields, (0, 0, 0, 2))
        yield Text()


def make_listing(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Listing:
    """The records as a listing; the first column names the record."""
    return Listing(title, tuple(columns), tuple(rows))
