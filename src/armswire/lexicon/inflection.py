"""A lemma into the forms in which it may stand in a text, irregular ones from a file and regular ones by rule.

Makes too many rather than too few ("sended" does no harm): it serves the cheap test of words, not the reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources

from armswire.lexicon.loader import read_file
from armswire.lexicon.records import FileHeader, Record, Words

_VOWELS = frozenset("aeiou")
# One vowel between consonants at the end: ship, shipped. "w", "x" and "y" are never doubled.
_SHORT = re.compile(r"[^aeiou][aeiou][b-df-hj-np-tvz]$")


class IrregularFile(Record):
    """languages/en_irregular.yaml"""

    header: FileHeader
    forms: dict[str, Words]


@lru_cache(maxsize=1)
def bundled_irregular_forms() -> Mapping[str, Words]:
    """Lemma to its irregular forms. Raises LexiconError where the file is broken."""
    name = "languages/en_irregular.yaml"
    return read_file(name, resources.files("armswire.lexicon").joinpath("data", name), IrregularFile).forms


def inflect(lemma: str, irregular: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The lemma and its forms. Of a phrase the first word is inflected ("hand over": "handed over"), and the last
    ("end user": "end users")."""
    first, _, rest = lemma.partition(" ")
    forms = [f"{form} {rest}" if rest else form for form in _inflect_word(first, irregular)]
    return tuple(dict.fromkeys([*forms, *([f"{lemma}s"] if rest else [])]))


def _inflect_word(word: str, irregular: Mapping[str, Iterable[str]]) -> list[str]:
    forms = [word, *irregular.get(word, ())]
    if word.endswith("e"):
        return [*forms, f"{word}s", f"{word}d", f"{word[:-1]}ing"]
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return [*forms, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return [*forms, f"{word}es", f"{word}ed", f"{word}ing"]
    doubled = [f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"] if _SHORT.search(word) else []
    return [*forms, f"{word}s", f"{word}ed", f"{word}ing", *doubled]
