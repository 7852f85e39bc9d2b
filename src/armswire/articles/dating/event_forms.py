"""A sentence → the events of the world that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from armswire.lexicon.events import Event, bundled_events, form_words

_TOKEN = re.compile(r"[^\W_](?:[\w'’./-]*[^\W_])?")
_GAP = 4
"""So many words may stand where a form has "..."."""


@dataclass(frozen=True, slots=True)
class Named:
    """An event, and where in a sentence it is named."""

    event: Event
    start: int
    end: int


class EventForms:
    """Finds events by their forms; built once."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Event]]] = {}
        for event in events:
            for form in event.forms:
                words = tuple(form_words(form))
                for first in {words[0].rstrip("*"), words[0].replace("*", "s")}:
                    self._by_first.setdefault(first, []).append((words, event))
        for forms in self._by_first.values():
            forms.sort(key=lambda one: -len(one[0]))

    def find(self, sentence: str) -> list[Named]:
        """The events of a sentence in order; of forms that overlap the first and longest."""
        tokens = list(_tokens(sentence))
        found: list[Named] = []
        after = 0
        for place, (word, start, _) in enumerate(tokens):
            if start < after:
                continue
            for words, event in self._by_first.get(word, ()):
                last = _match(words, tokens, place)
                if last is not None:
                    after = tokens[last][2]
                    found.append(Named(event, start, after))
                    break
        return found


def _tokens(sentence: str) -> Iterator[tuple[str, int, int]]:
    """The words of a sentence as forms have them, with where they stand."""
    for found in _TOKEN.finditer(sentence):
        for word in form_words(found.group()):
            yield word, found.start(), found.end()


def _match(words: Sequence[str], tokens: Sequence[tuple[str, int, int]], place: int) -> int | None:
    """The token with which a form ends that begins at `place`; None where it does not stand there."""
    gap = False
    at = place
    for word in words:
        if word == "...":
            gap = True
            continue
        reach = min(at + _GAP + 1 if gap else at + 1, len(tokens))
        found = next((i for i in range(at, reach) if _is(word, tokens[i][0])), None)
        if found is None:
            return None
        at, gap = found + 1, False
    return at - 1


def _is(word: str, token: str) -> bool:
    return token.startswith(word[:-1]) if word.endswith("*") else token == word


@lru_cache(maxsize=1)
def bundled_forms() -> EventForms:
    """The forms of the bundled events."""
    return EventForms(bundled_events().events)
