"""Bytes that are not UTF-8 → the table of characters by which they say the least surprising words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from armswire.lexicon.code_tables import decode_by
from armswire.lexicon.letters import bundled_letters_file
from armswire.lexicon.surprise import bundled_letters

# Of tables of several bytes, too, since no blank is part of their characters.
_WORD = re.compile(rb"[^\x00- ]+")
SAMPLE = 400
"""Words that are compared: of seven languages 20 decide (`benchmarks/encodings/run.py`), these take 30 ms."""
LONGEST_WORD = 120
"""Bytes of a word that are looked at: 40 Chinese characters stand without a blank between them."""
SURE = 12.0
"""How much less surprising another table has to be than the declared one, as for words that were decoded before."""
SURE_SHARE = 0.05
"""And by which share, since long texts add up small differences of languages whose letters we weigh roughly."""
MOST_SURPRISING = 6.5
"""Surprise by character of these words above which no table is believed; the languages measured have below 5."""


class LikeliestTable:
    """Compares the tables that we know by the words of one file.

    Measured (`benchmarks/encodings/run.py`, invented news in seven languages): single paragraphs of eight tables are
    decoded rightly in 84 of 85 cases, whole texts in all; right declarations are all believed, and 19 of 475 wrong
    ones, for paragraphs with one or two signs that are not of ASCII.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        words = [word for word in _WORD.findall(data) if not word.isascii()]
        self._words = [word[:LONGEST_WORD] for word in words[:: 1 + len(words) // SAMPLE]]

    def read(self, named: Sequence[str]) -> tuple[str, str] | None:
        """The table and the text; of `named`, which are declared, the first that no other beats by far, if any."""
        tables = [table.codec for table in bundled_letters_file().tables]
        told = {table: self._surprise(table) for table in (*named, *tables)}
        best = min(told, key=lambda table: told[table])
        believed = (table for table in named if told[table] < told[best] * (1 + SURE_SHARE) + SURE)
        table = next(believed, best)
        if told[table] > MOST_SURPRISING * sum(len(decode_by(table, word)) for word in self._words):
            return None
        text = decode_by(table, self._data)
        lost = text.count("\ufffd")
        return (f"{table} with {lost} broken bytes replaced" if lost else table), text

    def _surprise(self, table: str) -> float:
        """Of the words by a table; bytes that are none of it are lost signs, which no text has many of."""
        letters = bundled_letters()
        return sum(letters.surprise(decode_by(table, word)) for word in self._words)
