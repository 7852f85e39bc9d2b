"""Broken inputs for every reader, and what comes of them: `python benchmarks/robustness/fuzz.py --inputs 100000`.

Inputs are made from valid ones (`samples.py`) by a seeded generator (`mutating.py`) and read in a process of their own
for each reader, with limits of time and memory and an audit hook that notes every file and request (`trying.py`). Of
ten inputs seven are given as files of that name, three as standard input. A fault is an exception, a process that dies
or hangs, an outcome that breaks the contract of readers, a file or socket that nobody asked for. Inputs at fault are
written to --keep. `--record` adds the report to `recorded.json` and writes the page. Exit status 1 where there is a
fault.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import select
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]

from benchmarks.robustness import page  # noqa: E402 - found by the path above
from benchmarks.robustness.mutating import make_input  # noqa: E402
from benchmarks.robustness.page import RECORD  # noqa: E402
from benchmarks.robustness.samples import samples  # noqa: E402
from benchmarks.robustness.trying import SECONDS, Tally, run  # noqa: E402

SHOWN_REASONS = 25
"""Reasons of refusals that the report tells for a reader, the most frequent first."""


def main() -> int:
    """Try the inputs, print the report."""
    options = _options()
    if options.inside:
        _inside(options)
        return 0
    readers = options.reader or list(samples())
    share = -(-options.inputs // len(readers))
    started = time.monotonic()
    report: dict[str, Any] = {"seed": options.seed, "first": options.first, "readers": {}}
    for reader in readers:
        report["readers"][reader] = _try_reader(reader, options, share)
        told = report["readers"][reader]
        print(
            f"{reader}: {told['inputs']} inputs, {told['articles']} articles, {len(told['faults'])} faults",
            file=sys.stderr,
        )
    tallies = report["readers"].values()
    report["inputs"] = sum(one["inputs"] for one in tallies)
    report["faults"] = sum(len(one["faults"]) for one in tallies)
    report["seconds"] = round(time.monotonic() - started)
    print(json.dumps(report, indent=1, ensure_ascii=False))
    if options.record:
        RECORD.write_text(json.dumps(_joined(report), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        page.write()
    return 1 if report["faults"] else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=100_000, help="in all, shared among the readers")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first input of each reader, to go on")
    parser.add_argument("--reader", action="append", choices=list(samples()), help="these readers only")
    parser.add_argument("--keep", type=Path, default=Path("faults"), help="where inputs at fault are written")
    parser.add_argument("--record", action="store_true", help="add the report to recorded.json")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    return parser.parse_args()


def _inside(options: argparse.Namespace) -> None:
    """The process that reads: a line for each input, the tally in the last one."""
    for tally in run(options.inside, options.seed, options.first, options.inputs):
        print(flush=True)
        if tally.inputs == options.inputs:
            print(json.dumps(_told(tally)))


def _told(tally: Tally) -> dict[str, Any]:
    return {
        "inputs": tally.inputs,
        "articles": tally.articles,
        "refused": dict(tally.refused),
        "slowest_ms": round(tally.slowest_ms),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "faults": tally.faults,
    }


def _nothing() -> dict[str, Any]:
    return {"inputs": 0, "articles": 0, "refused": {}, "slowest_ms": 0, "peak_mb": 0, "faults": []}


def _try_reader(reader: str, options: argparse.Namespace, count: int) -> dict[str, Any]:
    whole = _nothing()
    first = options.first
    last = first + count
    while first < last:
        done, told = try_some(reader, options.seed, first, last - first)
        if told is None:  # its tally is lost with it
            told = {"inputs": done + 1, "faults": [[first + done, "the process died or hung"]]}
        _add(whole, told)
        first += told["inputs"]
    for number, _ in whole["faults"]:
        _keep(reader, options, number)
    return whole


def try_some(
    reader: str, seed: int, first: int, count: int, python: str = sys.executable
) -> tuple[int, dict[str, Any] | None]:
    """How many inputs a process has read, and its tally; None where it died, or took too long for the next."""
    told_of = ["--inside", reader, "--seed", str(seed), "--first", str(first), "--inputs", str(count)]
    process = subprocess.Popen([python, __file__, *told_of], stdout=subprocess.PIPE)
    assert process.stdout is not None
    done, told = 0, b""
    with process.stdout as lines:
        while select.select([lines], [], [], SECONDS + 30)[0] and (piece := os.read(lines.fileno(), 1 << 16)):
            told = (told + piece).lstrip(b"\n")
            done += piece.count(b"\n")
        process.kill()
    process.wait()
    return min(done, count - 1), json.loads(told) if told.endswith(b"\n") else None


def _add(whole: dict[str, Any], told: dict[str, Any]) -> None:
    for key in ("inputs", "articles"):
        whole[key] += told.get(key, 0)
    for key in ("slowest_ms", "peak_mb"):
        whole[key] = max(whole[key], told.get(key, 0))
    for reason, times in told.get("refused", {}).items():
        whole["refused"][reason] = whole["refused"].get(reason, 0) + times
    whole["faults"] += told["faults"]
    most = sorted(whole["refused"].items(), key=lambda one: (-one[1], one[0]))
    whole["refused"] = dict(most[:SHOWN_REASONS])


def _joined(report: dict[str, Any]) -> dict[str, Any]:
    """The record with another run added to it: chunks of one seed make one run."""
    if not RECORD.exists():
        return report
    record: dict[str, Any] = json.loads(RECORD.read_text(encoding="utf-8"))
    for reader, told in report["readers"].items():
        whole = record["readers"].setdefault(reader, _nothing())
        _add(whole, told)
    for key in ("inputs", "faults", "seconds"):
        record[key] += report[key]
    return record


def _keep(reader: str, options: argparse.Namespace, number: int) -> None:
    name, data = make_input(reader, Random(f"{options.seed}/{reader}/{number}"))
    options.keep.mkdir(parents=True, exist_ok=True)
    shown = reader.replace(" ", "-").replace(",", "")
    (options.keep / f"{shown}-{options.seed}-{number}-{name}").write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
