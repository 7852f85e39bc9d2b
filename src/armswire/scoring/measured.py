"""How well the installed version reads: what was measured, packaged with it, and what each figure is called.

`data/measured.json` is written by the benchmarks, never by hand; `data/figures.yaml` holds the words. Everybody who
tells how well the program reads (README, page, API, command) takes it from here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field, ValidationError, model_validator

from armswire.errors import InputError
from armswire.lexicon.records import FileHeader, Record
from armswire.scoring.counts import Count, Share

MEASURED_FILE, WORDS_FILE = "measured.json", "figures.yaml"

Section = Literal["claims", "chains", "attributions", "reconciling"]

# An object of JSON that holds no other one.
_INNERMOST = re.compile(r"\{\s*([^{}]*?)\s*\}")


class Measurement(Record):
    """What was measured on a group of texts: counts by table and row, shares of counted things, other figures."""

    version: str = Field(description="That of the program.")
    day: date
    sizes: dict[str, int] = Field(description="How many of what there were: documents, claims.")
    tables: dict[str, dict[str, Count]] = Field({}, description="By table (stages, slots) and row (delivery, items).")
    shares: dict[str, Share] = Field({}, description="Of things counted, those that are right.")
    values: dict[str, float] = Field({}, description="Means over several runs, which are no counts.")

    def figure(self, name: str) -> float | None:
        """A figure by its name, None where it was not measured here."""
        cores = self.tables.get("cores", {}).get("all")
        if cores is not None and name in ("core_precision", "core_recall", "core_f1"):
            return {"core_precision": cores.precision, "core_recall": cores.recall, "core_f1": cores.f1}[name]
        return self.shares[name].value if name in self.shares else self.values.get(name)


class GroupWords(Record):
    """What a group of texts is called, and what it is."""

    title: str
    about: str


class FigureWords(Record):
    """What a figure is called, and what it counts."""

    words: str
    about: str


class FirstReading(Record):
    """What was measured once on texts that the program had not been corrected by."""

    day: date
    version: str
    figure: str
    value: float
    words: str


class FigureNames(Record):
    """The whole of figures.yaml."""

    header: FileHeader
    sections: dict[Section, tuple[str, ...]]
    groups: dict[str, GroupWords]
    figures: dict[str, FigureWords]
    slots: dict[str, str]
    first_readings: tuple[FirstReading, ...]

    @model_validator(mode="after")
    def _every_group_is_told(self) -> FigureNames:
        untold = {group for groups in self.sections.values() for group in groups} - self.groups.keys()
        if untold:
            raise ValueError(f"nothing is said of {', '.join(sorted(untold))}")
        return self

    def title(self, group: str, measurement: Measurement) -> str:
        """What a group is called, with its sizes."""
        return self.groups[group].title.format(**{name: f"{size:,}" for name, size in measurement.sizes.items()})


class _Measured(Record):
    groups: dict[str, Measurement]


@lru_cache(maxsize=1)
def load_names() -> FigureNames:
    """The words. Raises InputError where the file breaks its schema."""
    content = _read(WORDS_FILE)
    try:
        return FigureNames.model_validate(yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except (yaml.YAMLError, ValidationError) as error:
        raise _broken(WORDS_FILE, error) from error


@lru_cache(maxsize=1)
def load_measured() -> Mapping[str, Measurement]:
    """What was measured, by group. Raises InputError where the file breaks its schema."""
    try:
        return _Measured.model_validate_json(_read(MEASURED_FILE)).groups
    except ValidationError as error:
        raise _broken(MEASURED_FILE, error) from error


def record(found: Mapping[str, Measurement], place: Path) -> Mapping[str, Measurement]:
    """Put what was measured into the file at `place`, where other groups stay as they are; gives all that it holds."""
    known = _Measured.model_validate_json(place.read_bytes()).groups if place.exists() else {}
    groups = {**known, **found}
    told = _Measured(groups=dict(sorted(groups.items()))).model_dump(mode="json")
    text = json.dumps(told, indent=1)
    # A row of counts stands on one line.
    place.write_text(_INNERMOST.sub(lambda row: "{" + re.sub(r"\s+", " ", row[1]) + "}", text) + "\n", encoding="utf-8")
    load_measured.cache_clear()
    return groups


def _read(name: str) -> bytes:
    return (resources.files("armswire.scoring") / "data" / name).read_bytes()


def _broken(name: str, error: Exception) -> InputError:
    problem = f"not what it should hold: {error}"
    return InputError(problem, place=name, remedy="Install the program again, or measure anew")
