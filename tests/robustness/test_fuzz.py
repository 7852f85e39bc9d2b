"""Some hundred broken inputs for every reader, the same each time; and what the fuzzer takes for a fault."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from armswire.articles.reader import Outcome
from armswire.articles.readers import READERS
from armswire.errors import ArticleError
from armswire.model.article import Article
from benchmarks.robustness import page, trying
from benchmarks.robustness.fuzz import try_some
from benchmarks.robustness.mutating import make_input
from benchmarks.robustness.samples import samples
from benchmarks.robustness.trying import Tally, Watch, outcomes_of, try_input

ROOT = Path(__file__).parents[2]
INPUTS = 150


def test_every_reader_has_samples_and_reads_them_all() -> None:
    assert set(samples()) == {*(reader.name for reader in READERS), "packed files"}
    for files in samples().values():
        for name, data in files:
            found = list(outcomes_of(name, data, named=True))
            told = [outcome.problem for outcome in found if isinstance(outcome, ArticleError)]
            assert found and (told == [] or b"<urlset" in data), (name, told)


def test_the_recorded_run_is_whole_and_the_page_tells_of_it() -> None:
    record = json.loads(page.RECORD.read_text(encoding="utf-8"))
    assert set(record["readers"]) == set(samples())
    assert record["inputs"] == sum(told["inputs"] for told in record["readers"].values()) >= 100_000
    assert record["faults"] == 0
    assert page.PAGE.read_text(encoding="utf-8") == page.render(record)


@pytest.mark.parametrize("reader", list(samples()))
def test_inputs_are_the_same_for_the_same_number(reader: str) -> None:
    for number in range(20):
        assert make_input(reader, Random(f"1/{number}")) == make_input(reader, Random(f"1/{number}"))


def test_broken_inputs_give_articles_or_reasons(tmp_path: Path) -> None:
    script = ROOT / "benchmarks" / "robustness" / "fuzz.py"
    kept = tmp_path / "faults"
    inputs = str(INPUTS * len(samples()))
    done = subprocess.run(
        [sys.executable, str(script), "--inputs", inputs, "--seed", "7", "--keep", str(kept)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert {reader: told["faults"] for reader, told in report["readers"].items() if told["faults"]} == {}
    assert done.returncode == 0 and not kept.exists()
    for reader, told in report["readers"].items():
        assert told["inputs"] == INPUTS, reader
        assert told["articles"] > 0 and sum(told["refused"].values()) > 0, reader


Reading = Callable[..., Iterator[Outcome]]


def _raises(*args: object, **options: object) -> Iterator[Outcome]:
    raise KeyError("a slip")
    yield


def _loops(*args: object, **options: object) -> Iterator[Outcome]:
    while True:
        pass
    yield


def _opens(*args: object, **options: object) -> Iterator[Outcome]:
    Path("/etc/hostname").read_text()
    yield ArticleError("a", place="b", remedy="c")


def _writes(*args: object, **options: object) -> Iterator[Outcome]:
    with tempfile.TemporaryFile():
        yield ArticleError("a", place="b", remedy="c")


def _connects(*args: object, **options: object) -> Iterator[Outcome]:
    with socket.socket() as one:
        one.connect_ex(("127.0.0.1", 9))
    yield ArticleError("a", place="b", remedy="c")


def _says_nothing(*args: object, **options: object) -> Iterator[Outcome]:
    yield from ()


def _gives_no_reason(*args: object, **options: object) -> Iterator[Outcome]:
    yield ArticleError("a", place="b")


def _gives_half_a_character(*args: object, **options: object) -> Iterator[Outcome]:
    yield Article(id="a", text="\ud800", sha256="", place="b")


_watching: list[Watch] = []


def _watch() -> Watch:
    """One for all tests: an audit hook stays until the process ends."""
    if not _watching:
        _watching.append(Watch())
        sys.addaudithook(_watching[0])
    return _watching[0]


@pytest.mark.parametrize(
    ("reading", "told"),
    [
        (_raises, "KeyError"),
        (_loops, "TooLong"),
        (_opens, "reaches out: open"),
        (_writes, "reaches out:"),
        (_connects, "reaches out: socket."),
        (_says_nothing, "neither an article nor a refusal"),
        (_gives_no_reason, "a refusal without a remedy"),
        (_gives_half_a_character, "UnicodeEncodeError"),
    ],
)
def test_what_breaks_the_contract_is_a_fault(monkeypatch: pytest.MonkeyPatch, reading: Reading, told: str) -> None:
    monkeypatch.setattr(trying, "outcomes_of", reading)
    monkeypatch.setattr(trying, "SECONDS", 0.2)
    trying.bound_time()
    assert told in try_input("a.txt", b"", _watch(), Tally(), named=True)


def test_a_process_that_dies_is_a_fault(tmp_path: Path) -> None:
    program = tmp_path / "dying"
    program.write_text("#!/bin/sh\necho\necho\nkill -9 $$\n")
    program.chmod(0o755)
    assert try_some("plain text", 1, 0, 5, python=str(program)) == (2, None)
