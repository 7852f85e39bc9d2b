"""The thread of a transfer: each step on a lane of one time axis, and what is still to be reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from armswire.model.ranges import DateRange
from armswire.model.standing import StageRecord
from armswire.model.thread import Thread, ThreadStep
from armswire.model.transfer import Transfer
from armswire.register.threads import name_step
from armswire.web.views.transfer.axis import Axis, Tick, days_of, make_axis
from armswire.wording.entries import say_stage_date
from armswire.wording.values import say_dates


class BarKind(StrEnum):
    """What a bar on a lane shows."""

    DONE = "done"
    DENIED = "denied"
    DUE = "due"
    TOLD = "told"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Bar:
    """Days on a lane, in percent of its width; a single day has a width of 0."""

    kind: BarKind
    at: float
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A step: what was done, when as the claims say, how sure, in which claims."""

    words: str
    when: tuple[str, ...]
    certainty: str
    bars: tuple[Bar, ...]
    claims: tuple[str, ...]
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class ThreadView:
    """The line that tells the thread, its lanes, and the days under them; without days there are no bars."""

    says: str
    known_until: date | None
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]

    @property
    def kinds(self) -> tuple[BarKind, ...]:
        """The kinds of bars that there are, for the key."""
        found = {bar.kind for lane in self.lanes for bar in lane.bars}
        return tuple(kind for kind in BarKind if kind in found)


def view_thread(transfer: Transfer) -> ThreadView:
    """The thread, with the stages that are no steps of it (who uses it in the end)."""
    thread = transfer.thread
    axis = make_axis(_days(transfer))
    stepped = {step.stage for step in thread.steps if not step.denied}
    besides = [record for record in transfer.stages if record.stage not in stepped]
    lanes = [_lane(step, transfer, axis) for step in thread.steps]
    lanes += [_besides(record, transfer, axis) for record in besides]
    if thread.gap is not None:
        lanes.append(_gap(thread, axis))
    return ThreadView(thread.says, thread.known_until, tuple(lanes), axis.ticks if axis is not None else ())


def _days(transfer: Transfer) -> Iterator[date]:
    thread = transfer.thread
    for step in thread.steps:
        yield from days_of(step.date)
        yield from days_of(step.due)
        if step.told is not None:
            yield step.told
    for record in transfer.stages:
        yield from days_of(record.date)
    if thread.gap is not None and thread.known_until is not None:
        yield thread.known_until


def _lane(step: ThreadStep, transfer: Transfer, axis: Axis | None) -> Lane:
    record = next((one for one in transfer.stages if one.stage is step.stage), None)
    exact = record is not None and not step.denied and record.date == step.date
    date_words = say_stage_date(transfer, record) if exact and record is not None else say_dates(step.date)
    when = [date_words] if date_words else []
    if step.due is not None:
        when.append(f"for {say_dates(step.due)}")
    if step.told is not None:
        when.append(f"first told {step.told.isoformat()}")
    bars: list[Bar] = []
    if axis is not None:
        if step.date is not None:
            bars.append(_bar(BarKind.DENIED if step.denied else BarKind.DONE, step.date, axis))
        if step.due is not None:
            bars.append(_bar(BarKind.DUE, step.due, axis))
        if step.told is not None:
            bars.append(Bar(BarKind.TOLD, axis.at(step.told)))
    return Lane(name_step(step), tuple(when), step.certainty.value, tuple(bars), step.claims)


def _besides(record: StageRecord, transfer: Transfer, axis: Axis | None) -> Lane:
    date_words = say_stage_date(transfer, record)
    bars = () if axis is None or record.date is None else (_bar(BarKind.DONE, record.date, axis),)
    words = record.stage.value.replace("_", " ")
    return Lane(words, (date_words,) if date_words else (), record.certainty.value, bars, record.claims)


def _gap(thread: Thread, axis: Axis | None) -> Lane:
    """From the last step that was taken, or from the day for which it was promised, to the last day that is known."""
    words = thread.gap or ""
    if axis is None or thread.known_until is None:
        return Lane(words, (), "", (), (), is_gap=True)
    dues = [step.due.end for step in thread.steps if step.due is not None]
    steps = [day for step in thread.steps for day in (step.date.end if step.date else step.told,) if day is not None]
    since = max((day for day in dues or steps if day <= thread.known_until), default=thread.known_until)
    bar = _bar(BarKind.WAITING, DateRange(since, thread.known_until), axis)
    return Lane(words, (f"known until {thread.known_until.isoformat()}",), "", (bar,), (), is_gap=True)


def _bar(kind: BarKind, dates: DateRange, axis: Axis) -> Bar:
    at = axis.at(dates.start)
    return Bar(kind, at, round(axis.at(dates.end) - at, 2))
