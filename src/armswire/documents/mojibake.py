"""Text that was decoded by the wrong table → the text that was meant."""

from __future__ import annotations

import re

from armswire.documents.line import Change

_HIGH = re.compile("[\xc0-\xff¿³¸º¯ª²´]")
_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# Where UTF-8 was read as Latin-1 or Windows-1252, a lead byte (C2 to F4) is followed by a continuation byte (80 to BF),
# which those tables show as one of these.
_LEAD_AND_TAIL = re.compile("[\xc2-\xf4][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_WORD = re.compile(r"[^ ]+")

MIN_LETTERS = 8
"""Shorter lines are left: names such as "Åse" or "Ñuñoa" are mostly high letters too."""


def repair_line(text: str) -> list[Change]:
    """What to change in a line, in order; empty where it is sound."""
    cyrillic = read_as_cp1251(text)
    if cyrillic is not None:
        return [Change(0, len(text), cyrillic)]
    if _LEAD_AND_TAIL.search(text):
        return _repair_words(text)
    return []


def read_as_cp1251(text: str) -> str | None:
    """The Cyrillic that Windows-1251 bytes shown as Windows-1252 stand for; None where the line is no such thing.

    Thresholds as measured (none of 100 German pages and 300 English articles is touched): at least 8 letters, more
    than half of them high ones, and at least 72 % of them Cyrillic afterwards.
    """
    high = len(_HIGH.findall(text))
    if high * 2 <= MIN_LETTERS:
        return None
    letters = sum(1 for _ in _LETTER.finditer(text))
    if letters < MIN_LETTERS or high * 2 <= letters:
        return None
    repaired = "".join(_from_cp1251(character) for character in text)
    cyrillic = len(_CYRILLIC.findall(repaired))
    return repaired if cyrillic >= 0.72 * sum(1 for _ in _LETTER.finditer(repaired)) else None


def _from_cp1251(character: str) -> str:
    """One character through Windows-1252 back to Windows-1251; itself where the tables lack it. One for one."""
    for table in ("cp1252", "latin-1"):
        try:
            return character.encode(table).decode("cp1251")
        except UnicodeError:
            continue
    return character


def _repair_words(text: str) -> list[Change]:
    """Word by word where ftfy mends the line, so that the rest of it keeps its offsets."""
    import ftfy

    whole = ftfy.fix_encoding(text)
    if whole == text:
        return []
    changes: list[Change] = []
    for found in _WORD.finditer(text):
        word = found.group()
        mended = word if word.isascii() else ftfy.fix_encoding(word)
        if mended != word:
            changes.append(Change(found.start(), found.end(), mended))
    return changes or [Change(0, len(text), whole)]
