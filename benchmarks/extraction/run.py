"""How well pages are read: their text against the library by its defaults, their days against a dated set, in one run.

    python benchmarks/extraction/run.py TRAFILATURA [HTMLDATE] [--json]

Both are checkouts of public repositories (`evaluation_sets.py`), which are not part of this one. Exit status 1 where
the text is read worse than by the library, or fewer than nine in ten held-out days are right.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from armswire.articles.dating.date_article import date_article
from armswire.articles.page_article import article_from_page
from armswire.documents.build import build
from armswire.errors import ArticleError
from armswire.model.article import Article

sys.path.insert(0, str(Path(__file__).parent))

from evaluation_sets import DatedPage, Matrix, TextPage, dated_pages, text_pages

RIGHT_DAYS = 0.9


def read_article(data: bytes, url: str | None) -> Article | None:
    """The article of a page with its day, as `add` reads it."""
    try:
        return date_article(article_from_page(data, "a page", url=url))
    except ArticleError:
        return None


def measure_text(pages: Iterable[TextPage]) -> dict[str, dict[str, float]]:
    """Scores by who read the pages."""
    from trafilatura import extract

    readers: dict[str, Callable[[TextPage], str | None]] = {
        "armswire": lambda page: (article := read_article(page.data, page.url)) and article.text,
        "armswire, cleaned": lambda page: (article := read_article(page.data, page.url)) and build(article).text,
        "the library by its defaults": lambda page: extract(page.data),
        "the library without comments": lambda page: extract(page.data, include_comments=False),
    }
    matrices = {name: Matrix() for name in readers}
    for page in pages:
        for name, reader in readers.items():
            matrices[name].add(page, reader(page))
    return {name: matrix.scores() for name, matrix in matrices.items()}


def measure_days(pages: Sequence[DatedPage]) -> dict[str, float | int]:
    """Shares of days that are right, of pages that have one, and how many were wrong or missing."""
    from htmldate import find_date

    counts: Counter[str] = Counter()
    for page in pages:
        article = read_article(page.data, page.url)
        day = None if article is None or article.published is None else article.published.isoformat()
        counts["right" if day == page.day else "none" if day is None else "wrong"] += 1
        for name, extensive in (("htmldate, careful", False), ("htmldate", True)):
            found = find_date(page.data, extensive_search=extensive, original_date=True, url=page.url)
            counts[name] += found == page.day
    return {
        "pages": len(pages),
        **{f"armswire, {kind}": counts[kind] / len(pages) for kind in ("right", "wrong", "none")},
        **{f"{name}, right": counts[name] / len(pages) for name in ("htmldate, careful", "htmldate")},
    }


def main() -> int:
    """Measures and prints; 1 where a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trafilatura", type=Path)
    parser.add_argument("htmldate", type=Path, nargs="?")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    figures: dict[str, dict[str, dict[str, float]] | dict[str, dict[str, float | int]]] = {
        "text": measure_text(text_pages(options.trafilatura))
    }
    if options.htmldate:
        pages = list(dated_pages(options.htmldate, options.trafilatura))
        figures["days"] = {
            "tuned on": measure_days([page for page in pages if page.is_for_tuning]),
            "held out": measure_days([page for page in pages if not page.is_for_tuning]),
        }
    if options.json:
        print(json.dumps(figures, indent=2))
    else:
        for kind, rows in figures.items():
            for name, row in rows.items():
                print(f"{kind}  {name:30}", *(f"{key} {value:.4g}" for key, value in row.items()), sep="  ")
    text = figures["text"]
    is_worse = text["armswire"]["F1"] < text["the library by its defaults"]["F1"]
    misses = "days" in figures and figures["days"]["held out"]["armswire, right"] < RIGHT_DAYS
    return int(is_worse or misses)


if __name__ == "__main__":
    sys.exit(main())
