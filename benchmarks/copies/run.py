"""How well copies are found, and what it costs, beside what found them before.

    python benchmarks/copies/run.py [--articles 100000] [--seed 11] [--real FILE.jsonl.gz ...] [--register 10000 ...]

The news is invented (`invented.py`) and so are the edits (`editing.py`): which article is a copy of which is known, and
the figures of evidence.yaml were chosen on other seeds. Precision is the share of copies that were found which are of
the same text as their original; recall that of copies made whose very original was found. `--real` takes articles as
JSON Lines with `text`, three copies are made of each; a pair of its own whose texts share three fifths of the runs of
words of the shorter, all counted, is left out of the truth. `--register` builds registers of so many articles on disk.
CPU seconds of this process; exit status 1 where a limit is passed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median

import before
from editing import Desk, edit
from invented import Invented, Press
from sqlalchemy import Connection

from armswire.lexicon.evidence import load_evidence
from armswire.model.article import RETRIEVED, Article
from armswire.model.identity import text_digest
from armswire.model.span import Span
from armswire.register.copies import find_copies
from armswire.register.derivation import ensure_derived
from armswire.register.record import enter
from armswire.register.sketches import RUN, fold_words, sketch
from armswire.register.store import open_register

LEAST = {"precision": 0.98, "recall": 0.95}
MOST_MEGABYTES = 2000
# With which resemblance articles counted as copies before.
RESEMBLANCE = 0.5
COPIES_OF_REAL = 3
PORTION = 1000


@dataclass(slots=True)
class Truth:
    """What is known of articles: whose text each has, of which it is a copy, what was done to it, when it came."""

    family: dict[str, str] = field(default_factory=dict)
    original: dict[str, str] = field(default_factory=dict)
    done: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kind: dict[str, str] = field(default_factory=dict)
    ranks: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(slots=True)
class Ways:
    """The sketches of every article, by way of finding copies, and the seconds that making them took."""

    sketches: dict[str, dict[str, bytes]] = field(default_factory=lambda: defaultdict(dict))
    seconds: Counter[str] = field(default_factory=Counter)

    def draw(self, way: str, name: str, make: Callable[[], bytes]) -> None:
        """Sketch an article."""
        started = time.process_time()
        self.sketches[way][name] = make()
        self.seconds[way] += time.process_time() - started


def main() -> None:
    """Invent or read, look for copies, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--real", type=Path, nargs="+", default=())
    parser.add_argument("--register", type=int, nargs="+", default=())
    arguments = parser.parse_args()
    fits = [measure_invented(arguments.articles, arguments.seed)] if arguments.articles else []
    if arguments.real:
        fits.append(measure_real(arguments.real, arguments.seed))
    for size in arguments.register:
        measure_register(size, arguments.seed)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak of memory in all: {megabytes:.0f} MB")
    sys.exit(not all(fits) or megabytes > MOST_MEGABYTES)


def measure_invented(number: int, seed: int) -> bool:
    """Invented articles; whether what finds copies now is good enough."""
    truth, ways = Truth(), Ways()
    for article in Press(seed).write(number):
        _note(truth, article)
        words = article.text[: article.furniture]
        left_out = [Span(article.furniture, len(article.text))]
        ways.draw("now", article.name, lambda text=article.text, spans=left_out: sketch(text, spans))
        ways.draw("now, with furniture", article.name, lambda text=article.text: sketch(text))
        ways.draw("before", article.name, lambda text=words: before.sketch(text))
    print(f"{number} invented articles, {len(truth.original)} of them copies: {dict(Counter(truth.kind.values()))}")
    return _compare(truth, ways)


def measure_real(files: list[Path], seed: int) -> bool:
    """Articles of a file and copies made of them; whether what finds copies now is good enough."""
    lines = [line for path in files for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
    texts = [json.loads(line)["text"] for line in lines]
    truth, ways, desk, chance = Truth(), Ways(), Desk(Random(seed), Press(seed).words), Random(seed)
    families = _families(texts)
    for text, family in zip(texts, families, strict=True):
        original = f"{chance.getrandbits(64):016x}"
        for copy in range(1 + COPIES_OF_REAL):
            name = f"{chance.getrandbits(64):016x}" if copy else original
            edited, done = edit(text, desk) if copy else (text, ())
            truth.family[name], truth.done[name], truth.kind[name] = f"{family}", done, "real"
            truth.ranks[name] = (f"2031-01-0{1 + bool(copy)}", name)
            # Of a text that stands there twice, a copy has two originals: it is left out of what is looked for.
            if copy and families.count(family) == 1:
                truth.original[name] = original
            ways.draw("now", name, lambda text=edited: sketch(text))
            ways.draw("before", name, lambda text=edited: before.sketch(text))
    print(f"{len(texts)} real articles ({len(set(families))} different ones), {len(truth.original)} copies")
    return _compare(truth, ways)


def measure_register(size: int, seed: int) -> None:
    """What a register on disk costs."""
    truth = Truth()
    with tempfile.TemporaryDirectory() as folder, open_register(Path(folder) / "armswire.db") as register:
        news = Press(seed).write(size + 50)
        started = time.process_time()
        for portion in range(0, size, PORTION):
            with register.transaction() as connection:
                for article, _ in zip(news, range(min(PORTION, size - portion)), strict=False):
                    _note(truth, article)
                    _enter(connection, article)
        entered = time.process_time()
        ensure_derived(register)
        derived = time.process_time()
        more = []
        for article in news:
            again = time.process_time()
            with register.transaction() as connection:
                _enter(connection, article)
            ensure_derived(register)
            more.append(time.process_time() - again)
        bytes_ = (Path(folder) / "armswire.db").stat().st_size
    print(
        f"register of {size}: entered in {(entered - started) / size * 1000:.2f} ms an article, worked out in "
        f"{(derived - entered) / size * 1000:.2f}, one more in {median(more) * 1000:.1f}; {bytes_ / size / 1000:.1f} kB"
    )


def _compare(truth: Truth, ways: Ways) -> bool:
    fits = False
    for way, sketches in ways.sketches.items():
        started = time.process_time()
        if way.startswith("now"):
            found = find_copies(sketches, truth.ranks, load_evidence())
        else:
            found = before.find_copies(sketches, truth.ranks, RESEMBLANCE)
        seconds = time.process_time() - started
        wrong = Counter(truth.kind[name] for name, other in found.items() if truth.family[name] != truth.family[other])
        right = {name for name, original in truth.original.items() if found.get(name) == original}
        figures = {"precision": 1 - sum(wrong.values()) / len(found), "recall": len(right) / len(truth.original)}
        told = ", ".join(f"{name} {value:.4f}" for name, value in figures.items())
        size = sum(map(len, sketches.values())) / len(sketches)
        costs = f"sketch {ways.seconds[way] / len(sketches) * 1000:.2f} ms, {size:.0f} bytes"
        print(f"{way:<24}{told}; {costs}; find {seconds / len(sketches) * 1000:.2f} ms an article")
        print(f"{'':<24}recall by edit: {_by_edit(truth, right)}; wrong: {dict(wrong)}")
        if way == "now":
            fits = all(figures[name] >= least for name, least in LEAST.items())
    return fits


def _by_edit(truth: Truth, right: set[str]) -> str:
    made: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for name in truth.original:
        made.update(truth.done[name])
        hit.update(truth.done[name] if name in right else ())
    return ", ".join(f"{done} {hit[done] / made[done]:.3f}" for done in sorted(made))


def _families(texts: list[str]) -> list[int]:
    """Which of some texts stand there twice: their places in the list, by the first of its family."""
    runs = [{*zip(*(fold_words(text)[at:] for at in range(RUN)), strict=False)} for text in texts]
    holders: defaultdict[object, list[int]] = defaultdict(list)
    families: list[int] = []
    for place, mine in enumerate(runs):
        shared = Counter(other for run in mine for other in holders[run])
        same = [other for other, many in shared.items() if many >= 0.6 * min(len(mine), len(runs[other]))]
        families.append(min((families[other] for other in same), default=place))
        for run in mine:
            holders[run].append(place)
    return families


def _note(truth: Truth, article: Invented) -> None:
    truth.family[article.name], truth.done[article.name] = article.family, article.done
    truth.kind[article.name] = article.kind
    truth.ranks[article.name] = (f"{article.published} {article.retrieved.isoformat()}", article.name)
    if article.original is not None:
        truth.original[article.name] = article.original


def _enter(connection: Connection, invented: Invented) -> None:
    article = Article(
        id=invented.name,
        text=invented.text,
        sha256=text_digest(invented.text),
        outlet=invented.outlet,
        published=invented.published,
        extra={RETRIEVED: invented.retrieved.isoformat()},
    )
    enter(connection, article, [], left_out=[Span(invented.furniture, len(invented.text))])


if __name__ == "__main__":
    main()
