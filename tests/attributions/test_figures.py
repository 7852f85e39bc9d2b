"""How well attributions are read, by PolNeAR's development articles; the figures never fall below their floors."""

from __future__ import annotations

import pytest

from armswire.pipeline import Reader
from benchmarks.quality.polnear import DEV, measure_attributions
from benchmarks.quality.run import read_floors

FLOORS = read_floors()["attributions"]


@pytest.mark.skipif(not DEV.exists(), reason="PolNeAR is not beside this repository (../shared/data/polnear)")
def test_no_figure_falls_below_its_floor() -> None:
    values = measure_attributions(Reader()).values
    # The floors are cut to three decimals; another processor rounds 8-bit products a little otherwise.
    low = {name: (values[name], floor) for name, floor in FLOORS.items() if values[name] < floor - 0.005}
    assert low == {}
