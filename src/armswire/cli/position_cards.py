"""What an actor says beside what it is reported to do: a card with a time line, and an overview of its recipients."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from armswire.cli.console import Listing, make_listing
from armswire.cli.timeline import Lane, Mark, Timeline
from armswire.model.position import PositionLine, Tension
from armswire.model.ranges import DateRange
from armswire.register.phrasing import actor_name
from armswire.wording.ids import short_id
from armswire.wording.positions import (
    NOBODY,
    SIGN_WORDS,
    LaneSign,
    count_deeds,
    lanes_of,
    rows_of,
    tell_briefly,
    tell_stance,
)
from armswire.wording.values import say_dates

if TYPE_CHECKING:
    from rich.console import RenderableType

_SIGNS = {
    LaneSign.OWN: "●",
    LaneSign.OTHERS: "○",
    LaneSign.DONE: "◇",
    LaneSign.APART: "◆",
    LaneSign.ENDED: "×",
}


def card_line(line: PositionLine, names: Mapping[str, str]) -> RenderableType:
    """One actor toward one recipient: time line, stances, where word and deed part, and all of it by date."""
    toward = NOBODY if line.toward is None else actor_name(line.toward, names)
    legend = "   ".join(f"{_SIGNS[sign]} {words}" for sign, words in SIGN_WORDS.items())
    parts: list[RenderableType] = [
        Text(f"{actor_name(line.actor, names)} toward {toward}", style="bold"),
        Text(f"  {legend}", style="dim"),
        Timeline(_lanes(line)),
    ]
    if line.stances:
        said = {word.claim: word for word in line.said}
        told = [
            Text(words if place == 0 else f"  {words}")
            for stance in line.stances
            for place, words in enumerate(tell_stance(stance, said))
        ]
        parts += [Text(), Text("What it says", style="bold"), Padding(Group(*told), (0, 0, 0, 2))]
    if line.tensions:
        parts += [Text(), Text("Said and done do not go together", style="bold"), _list(_tell_tensions(line.tensions))]
    return Group(*parts, Text(), _table(line))


def table_lines(lines: Iterable[PositionLine], actor: str, names: Mapping[str, str]) -> Listing:
    """One row a recipient: what is said, what is reported done, how often they do not go together."""
    rows = [
        (
            line.toward or NOBODY,
            "\n".join(tell_briefly(line)),
            "\n".join(count_deeds(line.done)),
            str(len(line.tensions)) if line.tensions else "",
        )
        for line in lines
    ]
    columns = ("toward", "says", "is reported to have done", "do not go together")
    return make_listing(f"{actor_name(actor, names)}: said and done ({len(rows)})", columns, rows)


def _lanes(line: PositionLine) -> list[Lane]:
    return [
        Lane(lane.label, [Mark(mark.days, _SIGNS[mark.sign]) for mark in lane.marks], lane.held)
        for lane in lanes_of(line)
    ]


def _list(entries: Iterable[tuple[str, str]]) -> RenderableType:
    """Two columns, so that words go on below themselves and not below what stands before them."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for before, words in entries:
        grid.add_row(Text(before), Text(words))
    return Padding(grid, (0, 0, 0, 2))


def _tell_tensions(tensions: Iterable[Tension]) -> Iterator[tuple[str, str]]:
    for tension in tensions:
        about = f" ({short_id(tension.transfer)})" if tension.transfer else ""
        yield say_dates(DateRange(tension.start, tension.end)), f"{tension.says}{about}"


def _table(line: PositionLine) -> Listing:
    rows = [
        (row.when, "\n".join(row.said), row.done, row.whose, short_id(row.claim or row.transfer or ""))
        for row in rows_of(line)
    ]
    return make_listing("By date", ("when", "says", "is reported done", "whose word, standing", "id"), rows)
