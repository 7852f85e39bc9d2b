"""A time line drawn with characters: lanes below each other on one axis of days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from armswire.model.ranges import DateRange

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

LABEL_WIDTH, LEAST_WIDTH = 26, 20
# The months between two ticks of the axis; the first that leaves room for their labels is taken.
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
_TICK_WIDTH = len("2022-05") + 3
BAR, STRETCH = "─", "═"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a lane: `sign` on the first of its days, and a stretch as far as the last."""

    days: DateRange
    sign: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One line: its label, its marks, and `held`, over which a bar is drawn below them."""

    label: str
    marks: Sequence[Mark]
    held: DateRange | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes on one axis, as wide as there is room."""

    lanes: Sequence[Lane]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """What rich calls to show it."""
        from rich.text import Text

        for line in draw(self.lanes, options.max_width):
            yield Text(line, no_wrap=True, overflow="crop")


def draw(lanes: Sequence[Lane], width: int) -> list[str]:
    """The lines of the drawing, the axis first; nothing where nothing has a date."""
    days = [days for lane in lanes for days in (*(mark.days for mark in lane.marks), lane.held) if days is not None]
    if not days:
        return []
    label = min(LABEL_WIDTH, max(len(lane.label) for lane in lanes))
    scale = _Scale(min(d.start for d in days), max(d.end for d in days), max(LEAST_WIDTH, width - label - 4))
    margin = " " * (label + 3)
    axis = [f"{margin}{scale.labels()}", f"{margin}{scale.ticks()}"]
    return [*axis, *(f"  {_fit(lane.label, label)} {_draw_lane(lane, scale)}".rstrip() for lane in lanes)]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to columns."""

    first: date
    last: date
    width: int

    def column(self, day: date) -> int:
        span = (self.last - self.first).days
        return 0 if span == 0 else round((day - self.first).days * (self.width - 1) / span)

    def labels(self) -> str:
        """The days and months that are written over the axis; a short one has its ends alone."""
        written = [" "] * self.width
        for column, words in self._written():
            written[column : column + len(words)] = words
        return "".join(written[: self.width]).rstrip()

    def ticks(self) -> str:
        line = ["─"] * self.width
        for column, _ in self._written():
            line[min(column, self.width - 1)] = "┬"
        return "".join(line)

    def _written(self) -> Iterator[tuple[int, str]]:
        months = list(self._months())
        if len(months) < 2:
            yield 0, self.first.isoformat()
            ends = self.width - len(self.last.isoformat())
            if self.last > self.first and ends > len(self.first.isoformat()) + 1:
                yield ends, self.last.isoformat()
            return
        if self.column(months[0]) >= _TICK_WIDTH:
            yield 0, self.first.isoformat()[:7]
        for day in months:
            column = self.column(day)
            if column + len("2022-05") <= self.width:
                yield column, day.isoformat()[:7]

    def _months(self) -> Iterator[date]:
        first, last = _month(self.first), _month(self.last)
        room = max(1, self.width // _TICK_WIDTH)
        step = next((step for step in _STEPS if (last - first) / step <= room), _STEPS[-1])
        for number in range(first + 1, last + 1):
            if number % step == 0:
                yield date(number // 12, number % 12 + 1, 1)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _draw_lane(lane: Lane, scale: _Scale) -> str:
    line = [" "] * scale.width
    if lane.held is not None:
        for column in range(scale.column(lane.held.start), scale.column(lane.held.end) + 1):
            line[column] = BAR
    for mark in lane.marks:
        for column in range(scale.column(mark.days.start) + 1, scale.column(mark.days.end) + 1):
            line[column] = STRETCH
    for mark in lane.marks:
        line[scale.column(mark.days.start)] = mark.sign
    return "".join(line)


def _fit(label: str, width: int) -> str:
    return f"{label:<{width}}" if len(label) <= width else f"{label[: width - 1]}…"
