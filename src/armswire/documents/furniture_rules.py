"""The furniture rules of the lexicon, made ready to be asked about lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from armswire.lexicon.furniture import FurnitureRule

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_WORDS = re.compile(r"[\w'’-]+")
_QUOTES = re.compile('["“”„«»″]')
LONGEST_LINE = 600
"""Longer lines are never furniture as a whole, whatever their shape: no rule allows for more than 60 words."""
LONGEST_TAIL = 160
"""How much of a line's end is looked at for a tail; the longest that a rule describes is below 120."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    id: str
    max_words: int
    first_line: bool
    phrases: frozenset[str]
    vocabulary: frozenset[str]
    openings: tuple[str, ...]
    line: re.Pattern[str] | None
    tail: re.Pattern[str] | None


class FurnitureRules:
    """Tells furniture from an article's words, line by line."""

    def __init__(self, rules: Sequence[FurnitureRule]) -> None:
        self._rules = tuple(_compile(rule) for rule in rules)
        self._tails = tuple(rule for rule in self._rules if rule.tail is not None)
        self._headings = frozenset(folded(heading) for rule in rules for heading in rule.lists)
        self._longest = max((rule.max_words for rule in self._rules if rule.tail is None), default=0)

    def rule_for(self, line: str, *, first: bool = False) -> str | None:
        """The id of the rule that drops `line`, None where it stays; `first` says that it opens the article."""
        if len(line) > LONGEST_LINE:
            return None
        words = _WORDS.findall(line.casefold())
        if len(words) > self._longest:
            return None
        phrase = folded(line)
        quoted = _QUOTES.search(line) is not None
        for rule in self._rules:
            applies = len(words) <= rule.max_words and (rule.first_line or not first)
            if applies and _matches(rule, line, phrase, words, quoted=quoted):
                return rule.id
        return None

    def tail_of(self, line: str) -> tuple[int, str] | None:
        """Where the furniture at the end of `line` starts, and the rule; None where there is none."""
        window = max(0, len(line) - LONGEST_TAIL)
        for rule in self._tails:
            found = rule.tail.search(line, window) if rule.tail else None
            if found and found.start() > 0:
                return found.start(), rule.id
        return None

    def opens_list(self, line: str) -> bool:
        """Whether `line` is a heading over other articles' headlines."""
        return len(line) <= 60 and folded(line) in self._headings


def folded(line: str) -> str:
    """Without case and without signs at both ends."""
    return _EDGES.sub("", line).casefold()


def _matches(rule: _Compiled, line: str, phrase: str, words: Sequence[str], *, quoted: bool) -> bool:
    if phrase in rule.phrases:
        return True
    if rule.vocabulary and _is_menu(rule.vocabulary, line, words):
        return True
    if rule.openings and not quoted and line.casefold().lstrip("-*•·>»–— ").startswith(rule.openings):
        return True
    return rule.line is not None and rule.line.fullmatch(line) is not None


def _is_menu(vocabulary: frozenset[str], line: str, words: Sequence[str]) -> bool:
    """Whether the line is made of words of the page's controls and does not end like a sentence."""
    if len(words) > 2 and line.endswith((".", ",", ";")):
        return False
    return any(word in vocabulary for word in words) and all(word in vocabulary or word.isdigit() for word in words)


def _compile(rule: FurnitureRule) -> _Compiled:
    flags = 0 if rule.cased else re.IGNORECASE
    return _Compiled(
        id=rule.id,
        max_words=rule.max_words,
        first_line=rule.first_line,
        phrases=frozenset(folded(phrase) for phrase in rule.phrases),
        vocabulary=frozenset(word.casefold() for word in rule.vocabulary),
        openings=tuple(opening.casefold() for opening in rule.openings),
        line=_union(rule.lines, "", flags),
        tail=_union(rule.tails, r"\s*$", flags),
    )


def _union(patterns: Iterable[str], end: str, flags: int) -> re.Pattern[str] | None:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(f"(?:{joined}){end}", flags) if joined else None
