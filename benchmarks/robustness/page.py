"""The recorded run of the fuzzer → docs/reference/robustness.md: `python benchmarks/robustness/page.py`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

RECORD = Path(__file__).with_name("recorded.json")
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "robustness.md"
SHOWN = 3
"""Reasons that are shown for a reader; the record has more."""
_TEXT = """# How readers take broken input

<!-- written by benchmarks/robustness/page.py from benchmarks/robustness/recorded.json -->

{inputs:,} inputs that were made from valid ones (bytes changed, cut, repeated and put in, words of all formats in any
order, sound archives, packings and tables of broken contents), seed {seed}. {faults_told} A fault would be an
exception, a process that dies, an input that takes more than 45 seconds, an outcome without text, place, reason or
remedy, or a file, process or address that nobody asked for. `just fuzz --seed {seed} --inputs {inputs}` does it
again: it took {minutes} minutes on two cores that did other work too. The tests do 150 inputs for each reader.
{note}

"Refused" are reasons given, of which one input may have many: one for each line, row or member. "Slowest" is the
input that took longest, with all that was loaded for it. "Memory" is the most that the
process had that reads; the [confined one](../decisions/0013-hostile-formats-in-a-process-of-their-own.md) has its own.

| reader | inputs | articles | refused | faults | slowest | memory | most frequent reasons |
|---|---|---|---|---|---|---|---|
{rows}
"""


def render(record: dict[str, Any]) -> str:
    """The page for a record."""
    rows = "\n".join(_row(reader, told) for reader, told in record["readers"].items())
    faults = record["faults"]
    return _TEXT.format(
        inputs=record["inputs"],
        seed=record["seed"],
        faults_told="None was a fault." if not faults else f"{faults} were faults.",
        note=record.get("note", ""),
        minutes=round(record["seconds"] / 60),
        rows=rows,
    )


def _row(reader: str, told: dict[str, Any]) -> str:
    reasons = "; ".join(reason.replace("|", r"\|") for reason in list(told["refused"])[:SHOWN])
    counts = f"{told['inputs']:,} | {told['articles']:,} | {sum(told['refused'].values()):,} | {len(told['faults'])}"
    return f"| {reader} | {counts} | {told['slowest_ms'] / 1000:.1f} s | {told['peak_mb']} MB | {reasons} |"


def write() -> None:
    """Write the page anew."""
    PAGE.write_text(render(json.loads(RECORD.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    write()
