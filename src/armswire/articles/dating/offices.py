"""The holders of offices whom an article names → bounds of the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from armswire.articles.dating.clue import Clue
from armswire.articles.dating.days import HORIZON, any_of, between, since
from armswire.articles.dating.tense import bare_weekdays, has, unquoted
from armswire.lexicon.events import bundled_events
from armswire.lexicon.office_holders import bundled_holders, name_key
from armswire.lexicon.people import Term

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ANY = re.compile(r"\b(?:an?|any|no|every|another|would-be)\s(?:\w+\s){0,2}?\w+\s$", re.IGNORECASE)
"""A title that nobody holds: "the end of a President Example"."""
_TITLE = 45
"""Characters before a name in which its title stands ("North Atlantic Treaty Organization Secretary General")."""
LONGEST_NAME = 4
"""Words of a full name."""
EARLY, LATE = timedelta(days=31), timedelta(days=31)
"""Terms are known to the month, and an office is written of as somebody's a little before and after."""
TRANSITION = timedelta(days=120)
"""Between a vote and an oath lie at most four months (Brazil until 2022: two; the United States: two and a half)."""


def office_clues(sentences: Sequence[str]) -> Iterator[Clue]:
    """A bound for each office that somebody is named with: not before it was taken.

    Where the sentence tells of these very days ("on Monday"), nor after it was left; "incoming" ones have not taken it.
    """
    for sentence in sentences:
        plain = unquoted(sentence)
        now = bool(bare_weekdays(sentence)) or has("near", plain)
        # What would be under somebody's rule tells of no rule.
        for terms, words in () if has("not_past", plain) else _named(plain):
            first = min(term.first for term in terms)
            last = max(term.last for term in terms)
            if now and last < HORIZON:
                yield Clue("bounds", between(first - EARLY, last + LATE), words)
            else:
                yield Clue("bounds", since(first - EARLY), words)
        for found in _incoming().finditer(sentence):
            days = [day for name, day in _oaths() if name == found["who"]]
            yield Clue("bounds", any_of([between(day - TRANSITION, day) for day in days]), found.group())


def _named(sentence: str) -> Iterator[tuple[list[Term], str]]:
    """The people named with the title of an office that they held, its terms, and the words."""
    holders = bundled_holders()
    tokens = list(_WORD.finditer(sentence))
    for place, token in enumerate(tokens):
        if not token.group()[0].isupper():
            continue
        for count in range(2, LONGEST_NAME + 1):
            if place + count > len(tokens):
                break
            end = tokens[place + count - 1].end()
            person = holders.by_name.get(name_key(sentence[token.start() : end]))
            if person is None:
                continue
            before = sentence[max(token.start() - _TITLE, 0) : token.start()]
            title = re.split(r"[,;:()]", before)[-1]
            if has("held", title) or _ANY.search(title):
                break
            terms = holders.terms(person, title)
            if terms:
                yield terms, f"{title}{sentence[token.start() : end]}".strip()
            break


@lru_cache(maxsize=1)
def _oaths() -> tuple[tuple[str, date], ...]:
    return tuple((name, oath.day) for oath in bundled_events().oaths for name in oath.who)


@lru_cache(maxsize=1)
def _incoming() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted({name for name, _ in _oaths()}, key=len, reverse=True))
    return re.compile(
        rf"\b(?:incoming\s(?:\w+\s){{0,4}}?|(?:[Pp]resident|[Pp]rime [Mm]inister)-(?:elect|designate)\s(?:[A-Z]\w+\s)?)"
        rf"(?P<who>{names})\b"
    )
