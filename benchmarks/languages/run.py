"""Whether languages are told: `python benchmarks/languages/run.py [--english FILE ...]`.

Invented news in other languages (`texts/`, one sentence or headline a line) must not be taken for English; `--english`
adds texts that are English, every line of which must be (JSON Lines, packed or not, with `text`).
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from armswire.documents.languages import find_foreign

TEXTS = Path(__file__).with_name("texts")
# Languages that nobody tells apart by a sentence.
SAME = {"ms": "id"}


def measure_foreign() -> None:
    """Prints how many lines are known to be no English, and in how many the language is right."""
    found: Counter[str] = Counter()
    for path in sorted(TEXTS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            code = find_foreign(line)
            code = SAME.get(code or "", code)
            kind = "english" if path.stem == "en" else "foreign"
            found[kind] += 1
            found[f"{kind}, told"] += (code is None) == (kind == "english")
            found[f"{kind}, language right"] += code == path.stem
            if kind == "foreign" and code != path.stem:
                print(f"  {path.stem} taken for {code}: {line[:80]}")
    for kind, count in sorted(found.items()):
        print(f"{kind}: {count}")


def english_lines(path: Path) -> Iterator[str]:
    """The lines of the texts of a file that have words."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for text in data.decode().splitlines():
        yield from (line for line in json.loads(text).get("text", "").splitlines() if line.strip())


def measure_english(path: Path) -> None:
    """Prints how many lines of English are taken for another language, and how long a line takes."""
    lines = list(english_lines(path))
    started = time.perf_counter()
    wrong = [(code, line) for line in lines if (code := find_foreign(line))]
    took = (time.perf_counter() - started) / max(1, len(lines))
    print(f"{path.name}: {len(wrong)} of {len(lines)} lines not taken for English, {took * 1e6:.0f} µs a line")
    for code, line in wrong:
        print(f"  {code}: {line[:80]}")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--english", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    measure_foreign()
    for path in options.english:
        measure_english(path)


if __name__ == "__main__":
    main()
