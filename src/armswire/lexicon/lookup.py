"""Surface form to entries: finds the known phrases of a text, leftmost first, and the longest at each place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from armswire.lexicon.collector import collector_paused
from armswire.lexicon.folding import fold_all, fold_same_length

P = TypeVar("P")


class Case(StrEnum):
    """How the capitals of a form bind the text. Hyphens, quotes and accents are folded in every case."""

    ANY = "any"  # capitals don't matter: "defence ministry" finds "Defence Ministry"
    NAME = "name"  # capitals of the form must be capitals in the text: "US" never finds "us", "Turkey" finds "TURKEY"
    EXACT = "exact"  # every letter as in the form


def case_of(form: str) -> Case:
    """The rule for a form that says nothing about it: NAME where it has a capital, else ANY."""
    return Case.NAME if any(c.isupper() for c in form) else Case.ANY


@dataclass(frozen=True, slots=True)
class Phrase(Generic[P]):
    """One surface form and what it stands for; `case` of None means `case_of(form)`."""

    form: str
    payload: P
    case: Case | None = None


@dataclass(frozen=True, slots=True)
class Match(Generic[P]):
    """Code points `start` to `end` of the text, the form that stands there, and every payload listed for it."""

    start: int
    end: int
    form: str
    payload: tuple[P, ...]


class Phrasebook(Generic[P]):
    """Finds phrases in texts. Build once, use for many texts.

    A match has neither a letter nor a digit on either side; a possessive 's may follow and is not part of it.
    Of matches that overlap the leftmost wins, and of those the longest; a longer form that fails for its case or its
    neighbours does not hide a shorter one.
    """

    def __init__(self, phrases: Iterable[Phrase[P] | tuple[str, P]], *, blocked: Iterable[str] = ()) -> None:
        """Phrases, or pairs of form and payload; `blocked` are forms that win their place but are never reported,
        so that "South China Sea" hides "China". A form both listed and blocked is reported.
        Raises ValueError for a form without a letter or digit, or with a blank at an end.
        """
        with collector_paused():
            known = [given if isinstance(given, Phrase) else Phrase(*given) for given in phrases]
            elsewhere = [Phrase(form, None) for form in blocked]
            forms = [*(phrase.form for phrase in known), *(phrase.form for phrase in elsewhere)]
            patterns = fold_all(forms)
            for form, pattern in zip(forms, patterns, strict=True):
                _check(form, pattern)
            numbers = {pattern: number for number, pattern in enumerate(dict.fromkeys(patterns))}
            self._entries = _by_number(known, patterns, numbers)
            self._blocked = _by_number(elsewhere, patterns[len(known) :], numbers)
            self._size = len(numbers)
            self._automaton = AhoCorasick(list(numbers)) if numbers else None

    def __len__(self) -> int:
        """How many different folded forms it knows, the blocked ones included."""
        return self._size

    def find(self, text: str) -> list[Match[P]]:
        """The matches in `text` that don't overlap, in order."""
        found: list[Match[P]] = []
        end = 0
        for match in self.find_overlapping(text, with_blocked=True):
            if match.start >= end:
                end = match.end
                if match.payload:
                    found.append(match)
        return found

    def find_overlapping(self, text: str, *, with_blocked: bool = False) -> list[Match[P]]:
        """Every match in `text`, also those inside longer ones, by start and then longest first.

        Blocked forms hide nothing here; `with_blocked` gives them too, without a payload.
        """
        found = [m for m in self._candidates(text) if m.payload or with_blocked]
        return sorted(found, key=lambda m: (m.start, -m.end))

    def contains_any(self, text: str) -> bool:
        """True when a form stands in `text`; cheaper than `find`, but a longer blocked form does not hide it."""
        return any(match.payload for match in self._candidates(text))

    def _candidates(self, text: str) -> Iterator[Match[P]]:
        if self._automaton is None:
            return
        for number, start, end in self._automaton.find_matches_as_indexes(fold_same_length(text), overlapping=True):
            if (start > 0 and _is_word(text[start - 1])) or (end < len(text) and _is_word(text[end])):
                continue
            words = text[start:end]
            if fitting := [p for p in self._entries.get(number, ()) if _fits(p, words)]:
                yield Match(start, end, fitting[0].form, tuple(dict.fromkeys(p.payload for p in fitting)))
            elif any(_fits(p, words) for p in self._blocked.get(number, ())):
                yield Match(start, end, words, ())


def _by_number(
    phrases: Sequence[Phrase[P]], patterns: Sequence[str], numbers: Mapping[str, int]
) -> dict[int, tuple[Phrase[P], ...]]:
    """The phrases of each folded form, in the order in which they were given."""
    found: dict[int, tuple[Phrase[P], ...]] = {}
    for phrase, pattern in zip(phrases, patterns, strict=False):
        number = numbers[pattern]
        found[number] = (*found.get(number, ()), phrase)
    return found


def _check(form: str, pattern: str) -> None:
    """Raises ValueError for a form that would be found everywhere or nowhere."""
    if pattern[:1].isalnum() and pattern[-1:].isalnum():
        return
    if pattern != pattern.strip() or not any(c.isalnum() for c in pattern):
        raise ValueError(f"a form needs a letter or digit and no blank at its ends, got {form!r}")


def _is_word(character: str) -> bool:
    return character.isalnum() or (not character.isascii() and unicodedata.combining(character) != 0)


def _fits(phrase: Phrase[P], words: str) -> bool:
    """Whether the capitals of `words` are those that the phrase asks for."""
    if phrase.form == words:
        return True
    case = phrase.case or case_of(phrase.form)
    if case is Case.ANY:
        return True
    if case is Case.NAME:
        return all(w.isupper() for f, w in zip(phrase.form, words, strict=True) if f.isupper())
    return all(f.isupper() == w.isupper() for f, w in zip(phrase.form, words, strict=True))
