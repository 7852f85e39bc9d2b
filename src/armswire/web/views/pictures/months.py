"""The time line: how many transfers came to each stage, month by month."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from armswire.model.claim import Stage
from armswire.model.flow import Month
from armswire.web.views.pictures.refining import Asked, Link, refine

# What holds a transfer back stands below the axis, what takes it forward above.
BACKWARD = (Stage.REFUSAL, Stage.HALT)
_MONTH, _YEAR = 7, 4


@dataclass(frozen=True, slots=True)
class Column:
    """A month, or a year of which the month is not known; `link` narrows to it."""

    period: str
    stages: tuple[tuple[Stage, int], ...]
    words: str
    link: Link

    def number(self, stage: Stage) -> int:
        """How many transfers came to a stage."""
        return dict(self.stages).get(stage, 0)


@dataclass(frozen=True, slots=True)
class MonthsPicture:
    """Months in their order, then years of which no month is known; `undated` steps have no year either."""

    months: tuple[Column, ...]
    years: tuple[Column, ...]
    stages: tuple[Stage, ...]
    undated: int
    since: str
    until: str

    @property
    def left_out(self) -> str:
        """What has no month, in words; empty where everything has one."""
        in_years = sum(number for column in self.years for _, number in column.stages)
        told = []
        if in_years:
            told.append(f"{_steps(in_years)} of which the year alone is known")
        if self.undated:
            told.append(f"{_steps(self.undated)} of which nobody tells when")
        return f"Not in any month: {' and '.join(told)}." if told else ""

    @property
    def data(self) -> dict[str, Any]:
        """What the script draws."""
        return {
            "stages": [
                {"stage": stage.value, "name": say_stage(stage), "back": stage in BACKWARD} for stage in self.stages
            ],
            "periods": [
                {"period": one.period, "stages": {stage.value: number for stage, number in one.stages},
                 "words": one.words, "href": one.link.href, "set": one.link.is_set}
                for one in (*self.months, *self.years)
            ],
            "since": self.since,
            "until": self.until,
        }  # fmt: skip


def view_months(months: Iterable[Month], asked: Asked) -> MonthsPicture:
    """Months as a picture; `asked` is what the page shows now."""
    months = list(months)
    columns = [_column(month, asked) for month in months if month.period]
    told = {stage for month in months if month.period for stage, _ in month.stages}
    given = dict(asked)
    return MonthsPicture(
        months=tuple(column for column in columns if len(column.period) == _MONTH),
        years=tuple(column for column in columns if len(column.period) == _YEAR),
        stages=tuple(stage for stage in Stage if stage in told),
        undated=sum(number for month in months if not month.period for _, number in month.stages),
        since=given.get("since", ""),
        until=given.get("until", ""),
    )


def _steps(number: int) -> str:
    return f"{number:,} step{'' if number == 1 else 's'}"


def say_stage(stage: Stage) -> str:
    """End use for `end_use`."""
    return stage.value.replace("_", " ")


def _column(month: Month, asked: Asked) -> Column:
    period = month.period
    year = int(period[:_YEAR])
    if len(period) == _MONTH:
        number = int(period[_YEAR + 1 :])
        since, until = f"{period}-01", f"{period}-{monthrange(year, number)[1]:02}"
    else:
        since, until = f"{period}-01-01", f"{period}-12-31"
    told = ", ".join(f"{count:,} {say_stage(stage)}" for stage, count in month.stages)
    within = "" if len(period) == _MONTH else ", the month not known"
    return Column(period, month.stages, f"{period}{within}: {told}", refine(asked, since=since, until=until))
