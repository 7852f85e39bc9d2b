"""The words that tell the part of a go-between, from `data/routes.yaml`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from pydantic import Field

from armswire.lexicon.records import FileHeader, Record, Words
from armswire.lexicon.rules_file import parse_rules, read_rules

ROUTES_FILE = "routes.yaml"

PartName = Literal["buyer", "re_exporter", "transit"]


class Telling(Record):
    """Words that tell something of a sentence that holds them."""

    words: Words = Field((), description="Whole words, in any case.")
    ways: Words = Field((), description="Words that count right before a name only.")
    reason: str = Field(min_length=1)

    def find(self, text: str) -> str | None:
        """The first of the words in a text, as written there; None where it holds none of them."""
        found = _pattern(self.words, self.ways).search(text)
        return None if found is None else found[0]


class RouteWords(Record):
    """The whole of routes.yaml."""

    header: FileHeader
    parts: dict[PartName, Telling]
    end_user: Telling


@lru_cache(maxsize=1)
def load_route_words() -> RouteWords:
    """The words that come with the program. Raises LexiconError where the file breaks its schema."""
    return parse_rules(RouteWords, read_rules(ROUTES_FILE), ROUTES_FILE)


@lru_cache
def _pattern(words: Words, ways: Words) -> re.Pattern[str]:
    whole = _any_of(words)
    before_names = rf"{_any_of(ways)}(?=\s+(?-i:(?:the\s+)?[A-Z]))"
    return re.compile(rf"\b(?:{whole}\b|{before_names})", re.IGNORECASE)


def _any_of(words: Words) -> str:
    # Nothing to find is a pattern that fits nowhere.
    return f"(?:{'|'.join(re.escape(word) for word in words)})" if words else r"(?!)"
