"""The thread on a time axis, and its gap."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from factories import make_dates
from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.model.claim import Certainty, Stage
from armswire.model.standing import StageRecord, Standing
from armswire.model.thread import Thread, ThreadStep
from armswire.model.transfer import Transfer
from armswire.web.views.transfer.axis import make_axis
from armswire.web.views.transfer.lanes import BarKind, view_thread


def make_step(stage: str, dates: str | None = None, *, due: str | None = None, told: str | None = "2031-01-10",
              denied: bool = False) -> ThreadStep:  # fmt: skip
    day = None if told is None else date.fromisoformat(told)
    return ThreadStep(Stage(stage), denied, Certainty.CERTAIN, make_dates(dates), make_dates(due), day, ("claim-1",))


def make_transfer(*steps: ThreadStep, gap: str | None = None, until: str | None = None,
                  stages: tuple[StageRecord, ...] = ()) -> Transfer:  # fmt: skip
    known = None if until is None else date.fromisoformat(until)
    thread = Thread(steps, "so it went", gap, known)
    return Transfer("transfer-1", (), (), (), (), (), None, stages, Standing.REPORTED, "", "", (), (), (), (),
                    thread=thread)  # fmt: skip


def test_what_is_overdue_is_a_lane_from_the_promised_day_to_the_last_that_is_known() -> None:
    transfer = make_transfer(
        make_step("agreement", "2031-01-01", due="2031-06-01/2031-06-30"),
        gap="overdue: no report of delivery yet",
        until="2032-03-01",
    )
    agreed, gap = view_thread(transfer).lanes
    due = next(bar for bar in agreed.bars if bar.kind is BarKind.DUE)
    waiting = gap.bars[0]
    assert (gap.words, gap.is_gap, waiting.kind) == ("overdue: no report of delivery yet", True, BarKind.WAITING)
    assert waiting.at == pytest.approx(due.at + due.width)
    assert waiting.at < waiting.at + waiting.width < 100
    assert "for 2031-06" in agreed.when


def test_a_denied_step_is_drawn_otherwise() -> None:
    lane = view_thread(make_transfer(make_step("delivery", "2031-01-01", denied=True))).lanes[0]
    assert lane.words == "delivery denied"
    assert [bar.kind for bar in lane.bars] == [BarKind.DENIED, BarKind.TOLD]


def test_stages_that_are_no_steps_are_told_too() -> None:
    use = StageRecord(Stage.END_USE, None, Certainty.PROBABLE, ("claim-2",))
    lanes = view_thread(make_transfer(make_step("delivery"), stages=(use,))).lanes
    assert [(lane.words, lane.claims) for lane in lanes] == [("delivered", ("claim-1",)), ("end use", ("claim-2",))]


def test_without_a_single_day_there_are_words_alone() -> None:
    view = view_thread(make_transfer(make_step("agreement", told=None), gap="no report of delivery yet"))
    assert view.ticks == ()
    assert [lane.bars for lane in view.lanes] == [(), ()]


days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@settings(deadline=None)
@given(st.lists(days, min_size=1, max_size=6))
def test_every_day_is_on_the_axis_and_few_days_are_told(told: list[date]) -> None:
    axis = make_axis(told)
    assert axis is not None
    assert all(0 <= axis.at(day) <= 100 for day in told)
    assert len(axis.ticks) <= 4
    assert all(0 <= tick.at <= 100 for tick in axis.ticks)


@pytest.mark.parametrize("length", [0, 10, 40, 90, 400, 3000, 30000])
def test_some_days_are_told_whatever_the_stretch(length: int) -> None:
    axis = make_axis([date(1980, 3, 5), date(1980, 3, 5) + timedelta(days=length)])
    assert axis is not None
    assert 1 <= len({tick.words for tick in axis.ticks}) == len(axis.ticks) <= 4
