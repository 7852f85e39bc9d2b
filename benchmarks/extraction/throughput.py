"""What reading an archive of the web costs: WARC to cleaned articles against the library's own extraction, in one run.

    python benchmarks/extraction/throughput.py [TRAFILATURA] [--pages 300] [--rounds 5]

The archive is written by the run: of the pages of a checkout of trafilatura's set (`evaluation_sets.py`), or of the
dispatches of the samples, each in a page of its own. The yardstick is fastwarc's iteration and trafilatura's extraction
with metadata by its defaults. Rounds alternate; the median of their ratios of CPU time is shown. Exit status 1 where
it is over the limit.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import resource
import statistics
import sys
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import count, cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from armswire.articles.read import read
from armswire.documents.build import build
from armswire.model.article import Article

sys.path.insert(0, str(Path(__file__).parent))

from evaluation_sets import text_pages

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "src" / "armswire" / "samples" / "dispatches.jsonl"
LIMIT = 1.3
# As pages of the set are in the median: 98 kB, 658 elements, 3,650 characters of text.
CHARACTERS, LINKS, CARDS, SCRIPT = 3650, 60, 110, 60_000


def sample_pages() -> Iterator[tuple[str, bytes]]:
    """Pages without end, each of another mixture: a menu, a dispatch, paragraphs of others, cards of other stories."""
    told = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    paragraphs = [paragraph for one in told for paragraph in one["text"].split("\n\n")]
    menu = "".join(f'<li><a href="/s/{n}">Section {n}</a></li>' for n in range(LINKS))
    script = f"<script>var page = {json.dumps('x' * SCRIPT)};</script>"
    for number in count():
        words = told[number % len(told)]["text"].split("\n\n")
        others = cycle(paragraphs[number * 7 % len(paragraphs) :])
        while sum(map(len, words)) < CHARACTERS:
            words.append(next(others))
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in words)
        cards = "".join(_card(n, paragraphs[n % len(paragraphs)]) for n in range(number, number + CARDS))
        head = f'<title>Report {number}</title><meta property="article:published_time" content="2024-03-05T08:00:00Z">'
        body = f"<ul>{menu}</ul><article><h1>Report {number}</h1>{text}</article><aside>{cards}</aside>"
        page = f"<html><head>{head}{script}</head><body>{body}</body></html>"
        yield f"https://harbour.example/{number}", page.encode()


def _card(number: int, words: str) -> str:
    headline = f'<h3><a href="/{number}">{escape(words[:60])}</a></h3>'
    return f'<div class="card">{headline}<span>{number} min</span></div>'


def write_archive(path: Path, pages: Iterable[tuple[str, bytes]]) -> int:
    """Writes a packed WARC; how many pages it has."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    written = 0
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, data in pages:
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(data), http_headers=http))
            written += 1
    return written


def by_armswire(archive: Path) -> int:
    """Articles that were read and cleaned."""
    outcomes = (outcome for outcome in read([str(archive)]) if isinstance(outcome, Article))
    return sum(bool(build(article).text) for article in outcomes)


def by_the_library(archive: Path) -> int:
    """Pages of which the library extracts something."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType
    from trafilatura import bare_extraction

    extracted = 0
    with archive.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True):
            url = record.headers.get("WARC-Target-URI")
            extracted += bare_extraction(record.reader.read(), url=url, with_metadata=True) is not None
    return extracted


def cpu_seconds(work: Callable[[], object]) -> float:
    """User and system time of this process while it works."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> int:
    """Measures and prints; 1 where the limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trafilatura", type=Path, nargs="?")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with TemporaryDirectory() as folder:
        archive, few = Path(folder) / "pages.warc.gz", Path(folder) / "few.warc.gz"
        if options.trafilatura is None:
            pages: Iterable[tuple[str, bytes]] = sample_pages()
        else:
            pages = ((page.url, page.data) for page in text_pages(options.trafilatura))
        size = write_archive(archive, islice(pages, options.pages))
        write_archive(few, islice(sample_pages(), 5))
        print(f"{size} pages: {by_armswire(few) and by_armswire(archive)} articles by armswire, ", end="")
        print(f"{by_the_library(few) and by_the_library(archive)} by the library")
        ratios = []
        for number in range(options.rounds):
            ours, theirs = cpu_seconds(lambda: by_armswire(archive)), cpu_seconds(lambda: by_the_library(archive))
            ratios.append(ours / theirs)
            print(
                f"round {number + 1}: {size / ours:.0f} and {size / theirs:.0f} pages a second, ratio {ratios[-1]:.2f}"
            )
    median = statistics.median(ratios)
    print(f"WARC to cleaned articles / the library's own extraction: {median:.2f} (limit {LIMIT})")
    return int(median > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
