"""Measured figures as the API shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from pydantic import Field

from armswire.api.responses.common import Shown
from armswire.scoring import counts
from armswire.scoring.measured import FigureNames, Measurement
from armswire.scoring.measured import FirstReading as Read


class Count(Shown):
    """Of `read` things `right` are right, of `gold` things that are there `found` are found."""

    right: int
    read: int
    found: int
    gold: int
    precision: float | None
    recall: float | None
    f1: float | None


class Share(Shown):
    """`right` of `whole`."""

    right: int
    whole: int
    value: float


class Measured(Shown):
    """What was measured on a group of texts, by which version of the program, when."""

    title: str
    about: str
    version: str
    day: date
    sizes: dict[str, int]
    tables: dict[str, dict[str, Count]] = Field(description="cores, stages, polarities, slots, attributions; by row.")
    shares: dict[str, Share]
    values: dict[str, float] = Field(description="Means over several runs.")


class FirstReading(Shown):
    """What was measured once on texts that the program had not been corrected by."""

    day: date
    version: str
    figure: str
    value: float
    words: str


class Quality(Shown):
    """How well the installed version reads; `figures` says what each share and value counts."""

    groups: dict[str, Measured]
    first_readings: list[FirstReading]
    figures: dict[str, str]


def tell_quality(measured: Mapping[str, Measurement], names: FigureNames) -> Quality:
    """All figures with their words."""
    return Quality(
        groups={name: _tell_group(name, one, names) for name, one in measured.items()},
        first_readings=[_tell_reading(one) for one in names.first_readings],
        figures={name: words.about for name, words in names.figures.items()},
    )


def _tell_group(name: str, one: Measurement, names: FigureNames) -> Measured:
    return Measured(
        title=names.title(name, one),
        about=names.groups[name].about,
        version=one.version,
        day=one.day,
        sizes=one.sizes,
        tables={table: {row: _tell_count(count) for row, count in rows.items()} for table, rows in one.tables.items()},
        shares={row: Share(**asdict(share), value=share.value) for row, share in one.shares.items()},
        values=one.values,
    )


def _tell_count(count: counts.Count) -> Count:
    return Count(**asdict(count), precision=count.precision, recall=count.recall, f1=count.f1)


def _tell_reading(one: Read) -> FirstReading:
    return FirstReading(**one.model_dump())
