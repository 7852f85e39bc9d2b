"""How many broken texts are mended, and how many sound ones are left as they are: `python benchmarks/encodings/run.py`.

Invented news in seven languages (`texts/`) is read by each wrong table that its bytes allow, whole and by halves (every
other word is left sound), and by two wrong readings in a row. A paragraph counts where it is exactly as it was written.
`--sound FILE` adds texts that must stay as they are (JSON Lines, packed or not, or plain text).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from armswire.articles.decoding import decode
from armswire.documents.mojibake import repair_lines
from armswire.lexicon.code_tables import bytes_shown, decode_whole

_CONTROL = re.compile("[\x80-\x9f]")
TEXTS = Path(__file__).with_name("texts")
MEANT = ("utf-8", "cp1251", "cp1252", "cp949")
SHOWN = ("cp1252", "latin-1", "cp1251", "cp949")


def texts() -> Iterator[tuple[str, list[str]]]:
    """Each language with its paragraphs."""
    for path in sorted(TEXTS.glob("*.txt")):
        yield path.stem, path.read_text(encoding="utf-8").splitlines()


def break_text(text: str, meant: str, shown: str) -> str | None:
    """`text` in the bytes of one table as another shows them; None where that cannot be, or loses bytes."""
    data = bytes_shown(meant, text) if meant != "utf-8" else text.encode()
    if data is None:
        return None
    broken = data.decode("latin-1") if shown == "latin-1" else decode_whole(shown, data)
    return None if broken is None or broken == text else broken


def by_halves(text: str, meant: str, shown: str) -> str | None:
    """Every other word broken."""
    words = text.split(" ")
    broken = [break_text(word, meant, shown) or word if i % 2 else word for i, word in enumerate(words)]
    return None if broken == words else " ".join(broken)


def mend(lines: list[str]) -> list[str]:
    """The lines with what is to be changed in them."""
    mended = []
    for line, changes in zip(lines, repair_lines(lines), strict=True):
        for change in reversed(changes):
            line = line[: change.start] + change.text + line[change.end :]
        mended.append(_say_controls(line))
    return mended


def _say_controls(line: str) -> str:
    """As cleaning does with what is left of Windows-1252 that was read as Latin-1."""
    return _CONTROL.sub(lambda found: found.group().encode("latin-1").decode("cp1252", "replace"), line)


def measure_mending(*, show: bool) -> None:
    """Prints a line for each pair of tables: paragraphs mended exactly, of those broken, whole, half and twice."""
    for meant in MEANT:
        for shown in SHOWN:
            told = []
            for how, breaking in (
                ("whole", break_text),
                ("half", by_halves),
                ("twice", lambda t, m, s: None if (b := break_text(t, m, s)) is None else break_text(b, m, s)),
            ):
                right, broken_ones = 0, 0
                for language, paragraphs in texts():
                    broken = [(text, breaking(text, meant, shown)) for text in paragraphs]
                    pairs = [(text, one) for text, one in broken if one is not None]
                    if not pairs or (how == "twice" and meant != "utf-8"):
                        continue
                    got = mend([one for _, one in pairs])
                    broken_ones += len(pairs)
                    for (text, one), mended in zip(pairs, got, strict=True):
                        right += mended == text
                        if show and mended != text:
                            print(f"  {language} {meant} shown as {shown}, {how}:\n    {one}\n    {mended}")
                if broken_ones:
                    told.append(f"{how} {right}/{broken_ones}")
            if told:
                print(f"{meant:7} shown as {shown:8}", ", ".join(told))


def measure_decoding(*, show: bool) -> None:
    """Prints for each table how many whole texts and single paragraphs are decoded rightly without a declaration."""
    for table in ("utf-8", "cp1252", "cp1251", "cp949", "koi8-u", "cp1250", "iso8859-2", "iso8859-5", "cp866"):
        told = []
        for how in ("whole", "paragraph"):
            right = tried = 0
            for language, paragraphs in texts():
                for text in ["\n".join(paragraphs)] if how == "whole" else paragraphs:
                    data = bytes_shown(table, text) if table != "utf-8" else text.encode()
                    if data is None or text.isascii():
                        continue
                    tried += 1
                    got = decode(data, "here")
                    right += got.text == text
                    if show and got.text != text:
                        print(f"  {language} {table} taken for {got}")
            told.append(f"{how} {right}/{tried}")
        print(f"{table:10} decoded:", ", ".join(told))


def measure_declared() -> None:
    """Prints how often a right declaration is believed, and a wrong one is not: texts and single paragraphs."""
    tables = ("utf-8", "cp1252", "cp1251", "cp949", "koi8-u", "cp1250")
    right: Counter[str] = Counter()
    for actual, declared in product(tables, tables):
        for _, paragraphs in texts():
            for text in ["\n".join(paragraphs), *paragraphs]:
                data = bytes_shown(actual, text) if actual != "utf-8" else text.encode()
                if data is None or text.isascii():
                    continue
                kind = "right" if actual == declared else "wrong"
                got = decode(data, "here", {"page": declared})
                right[f"{kind} declarations"] += 1
                right[f"{kind} declarations, text as written"] += got.text == text
    for kind, count in sorted(right.items()):
        print(f"{kind}: {count}")


def sound_texts(path: Path) -> Iterator[str]:
    """The texts of a file."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    if ".jsonl" not in path.name:
        yield data.decode()
        return
    for line in data.decode().splitlines():
        value = json.loads(line)
        yield value.get("text") or value.get("title") or value.get("headline") or ""


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sound", type=Path, nargs="*", default=[])
    parser.add_argument("--show", action="store_true", help="show what was not mended, and what was spoiled")
    options = parser.parse_args()
    measure_mending(show=options.show)
    measure_decoding(show=options.show)
    measure_declared()
    sound = [text for _, paragraphs in texts() for text in ["\n".join(paragraphs)]]
    sound += [text for path in options.sound for text in sound_texts(path)]
    left = 0
    for text in sound:
        lines = [_say_controls(line) for line in text.splitlines()]
        mended = mend(lines)
        left += mended == lines
        for line, other in zip(lines, mended, strict=True):
            if options.show and line != other:
                print(f"  spoiled:\n    {line[:300]}\n    {other[:300]}")
    print(f"sound texts left as they are: {left}/{len(sound)}")


if __name__ == "__main__":
    main()
