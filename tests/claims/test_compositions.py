"""The project's own compositions: how many of their claims are read, and how many readings are right.

The floors lie in benchmarks/quality/floors.json under "tests", a little below what was reached; they only go up.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from armswire.pipeline import Reader
from benchmarks.quality.run import ROOT, Result, compositions, measure, read_floors

FLOORS = read_floors()["tests"]


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """Both parts read by the pipeline and scored."""
    return measure(compositions(tmp_path_factory.mktemp("compositions")), Reader())


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(result: Result, figure: str) -> None:
    low = [f"{m.kind} {m.document} {m.core}" for m in result.figures.misses]
    assert result.values[figure] >= FLOORS[figure], "\n".join(low)


def test_both_parts_are_read(result: Result) -> None:
    parts = {path.stem for path in Path(ROOT, "tests", "compositions").glob("*.yaml")}
    assert {f"recall {part}" for part in parts} <= set(result.values)
    assert result.figures.counts["gold_claims"] > 250
