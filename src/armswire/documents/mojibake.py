"""Lines that were decoded by a wrong table → what to change in them so that they say what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from armswire.documents.line import Change
from armswire.lexicon.code_tables import UTF_8, bytes_shown, decode_whole, signs_of
from armswire.lexicon.letters import bundled_letters_file
from armswire.lexicon.surprise import bundled_letters

_WORD = re.compile(r"[^ \t]+")
# Signs that a wrong table shows, beside quotation marks and dashes, which most tables have in the same places.
_SUSPICIOUS = re.compile("[\x80-\u02ff\u0400-\u04ff\u2020-\u2022\u2030-\u203a\u20ac\u2122\u4e00-\u9fff\uac00-\ud7a3]")
_UTF_8 = re.compile(rb"([\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})")

SURE = 12.0
"""How much less surprising a line has to become before any of it is changed: by a factor of 160,000."""
SURE_ELSEWHERE = 4.0
"""The same for a line of an article in which another line was read by the same wrong table."""
MOSTLY = 0.8
"""Share of its words that must gain by a table for the others of the line, which gain nothing, to be read by it too."""
ROUNDS = 3
"""How often a text may have been read wrongly in a row, or by how many tables."""


@dataclass(slots=True)
class _Word:
    """A word between blanks and what it says by now."""

    start: int
    end: int
    shown: str
    text: str

    def change(self) -> Change:
        """What to change in it, without what is the same at both ends; never to nothing, so that nothing is lost."""
        start, end = self.start, self.end
        head = min(_shared(self.shown, self.text), len(self.text) - 1)
        tail = min(_shared(self.shown[head:][::-1], self.text[head:][::-1]), len(self.text) - head - 1)
        return Change(start + head, end - tail, self.text[head : len(self.text) - tail])


def _shared(one: str, other: str) -> int:
    """With how many characters both begin."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


class _Reading:
    """A text of the table `meant` that was read by the table `shown`."""

    def __init__(self, shown: str, meant: str) -> None:
        self._shown, self._meant = shown, meant
        self.is_utf_8 = meant == UTF_8
        signs = signs_of(shown)
        self._is_single = signs is not None
        known = "[^\ufffd]" if signs is None else f"[\x00-\x7f{re.escape(signs)}]"
        self._run = re.compile(f"{known}+")

    def undo(self, word: str) -> str:
        """What was meant by a word, as far as it can be such a text; itself where it cannot.

        UTF-8 may have been read wrongly twice: each reading is undone that leaves less surprising words.
        """
        undone = self._run.sub(self._reread, word)
        if self.is_utf_8 and undone != word:
            again = self._run.sub(self._reread, undone)
            return again if _surprise(again) < _surprise(undone) else undone
        return undone

    def _reread(self, found: re.Match[str]) -> str:
        shown = found.group()
        data = None if shown.isascii() else bytes_shown(self._shown, shown)
        if data is None:
            return shown
        if self._meant != UTF_8:
            return decode_whole(self._meant, data) or shown
        parts = [self._read_part(part) for part in _UTF_8.split(data)]
        return shown if None in parts else "".join(part for part in parts if part)

    def _read_part(self, part: bytes) -> str | None:
        """One character of UTF-8 as it was meant, or what stands between two as it is shown."""
        if _UTF_8.fullmatch(part):
            return decode_whole(UTF_8, part) or decode_whole(self._shown, part)
        # Of a table of several bytes only what is UTF-8 from end to end is believed: its pairs look like some.
        return decode_whole(self._shown if self._is_single else "ascii", part)


def repair_lines(lines: Sequence[str]) -> list[list[Change]]:
    """What to change in each line of an article, in order; nothing in one that is sound.

    A line is read by another table only where that makes it less surprising by far (`Letters.surprise`), word by word:
    what is sound in it stays. Measured (`benchmarks/encodings/run.py`, invented news in seven languages): of paragraphs
    that were wholly read by a wrong table 173 of 174 are restored exactly, read wrongly twice 105 of 105, every other
    word 253 of 265; what is left are lone signs ("5 캜" for "5 °C"). Of 4,719 sound texts none is changed.
    """
    split = [_split(line) for line in lines]
    for _ in range(ROUNDS):
        known = {reading for words in split if words and (reading := _undo_best(words, _readings(), SURE)) is not None}
        if not known:
            break
        for words in split:
            if words:
                _undo_best(words, known, SURE_ELSEWHERE)
    return [[word.change() for word in words if word.text != word.shown] for words in split]


def _split(line: str) -> list[_Word]:
    """The words of a line that hold anything that a wrong table may have shown; none of most lines."""
    if line.isascii() or not _SUSPICIOUS.search(line):
        return []
    found = ((match.start(), match.end(), match.group()) for match in _WORD.finditer(line))
    return [_Word(start, end, word, word) for start, end, word in found if not word.isascii()]


def _undo_best(words: Sequence[_Word], readings: Iterable[_Reading], sure: float) -> _Reading | None:
    """Undoes the reading after which the words are least surprising, and tells which; None where none is sure."""
    surprises = [_surprise(word.text) for word in words]
    best: tuple[float, _Reading, list[tuple[_Word, str]]] | None = None
    for reading in readings:
        undone = [(word, reading.undo(word.text), before) for word, before in zip(words, surprises, strict=True)]
        gains = [(word, text, before - _surprise(text)) for word, text, before in undone if text != word.text]
        telling = [gain for word, _, gain in gains if len(word.text) > 1]
        total = sum(gain for gain in telling if gain > 0)
        if total >= sure and (best is None or total > best[0]):
            # Bytes that are UTF-8 by chance are words of nobody; of other tables any byte is a sign.
            mostly = not reading.is_utf_8 and sum(gain > 0 for gain in telling) >= MOSTLY * len(telling)
            best = total, reading, [(w, text) for w, text, gain in gains if gain > (-SURE_ELSEWHERE if mostly else 0)]
    if best is None:
        return None
    for word, text in best[2]:
        word.text = text
    return best[1]


def _surprise(text: str) -> float:
    return bundled_letters().surprise(text)


@lru_cache(maxsize=1)
def _readings() -> tuple[_Reading, ...]:
    return tuple(_Reading(one.shown, one.meant) for one in bundled_letters_file().shown_as)
