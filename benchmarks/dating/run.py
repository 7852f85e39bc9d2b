"""How right inferred days are: articles whose day is known, taken as bare text.

    python benchmarks/dating/run.py [--retrieved-after DAYS]

Reads the PolNeAR corpus, whose ids hold the day of publication, beside the repository (../shared/data/polnear; it
is not part of it). With `--retrieved-after`, each article was fetched so many days after it was published; without,
nothing is known but the text. A day is right where it is at most three days off, a stretch where it holds the day.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from armswire.articles.dating.date_article import date_article
from armswire.model.article import PUBLISHED_WITHIN, RETRIEVED, Article

CORPUS = Path(__file__).parents[3] / "shared" / "data" / "polnear"
NEAR = timedelta(days=3)
_DAY = re.compile(r"_(\d{4}-\d\d-\d\d)_")


def read_dated() -> Iterator[tuple[str, date]]:
    """The text and the day of each article of the corpus."""
    for path in sorted(CORPUS.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                value = json.loads(line)
                found = _DAY.search(value["id"])
                if found is not None:
                    yield value["text"], date.fromisoformat(found[1])


def judge(text: str, day: date, after: int | None) -> str:
    """What became of an article's day: its rule and whether that is right."""
    extra = {} if after is None else {RETRIEVED: f"{day + timedelta(days=after)}T00:00:00+00:00"}
    article = date_article(Article(id="bare", text=text, sha256="", extra=extra))
    if article.published is not None:
        return f"{article.published_by}: {'right' if abs(article.published - day) <= NEAR else 'wrong'}"
    within = article.extra.get(PUBLISHED_WITHIN)
    if not isinstance(within, list):
        return "nothing"
    return f"a stretch: {'right' if within[0] <= day.isoformat() <= within[1] else 'wrong'}"


def main() -> int:
    """Prints how many articles got a day or a stretch, by which rule, and how many of these are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--retrieved-after", type=int, metavar="DAYS")
    after = parser.parse_args().retrieved_after
    if not CORPUS.is_dir():
        print(f"the corpus is not beside this repository ({CORPUS})")
        return 0
    counts = Counter(judge(text, day, after) for text, day in read_dated())
    for what, count in sorted(counts.items()):
        print(f"{count:5}  {what}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
