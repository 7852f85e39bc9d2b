"""The same words twice: which articles quote what an earlier one quotes of a source that few can have heard.

Two outlets that were not given an interview together have such words one from the other, or both from a third. What
officials say before the whole press is left out (`QuotedWords.is_exclusive`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import blake2b

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.sourcing import QuotedWords
from armswire.register.facts import ArticleFacts

# Runs of four words find quotations that could be one: eight words with a slip among the first or last still share one.
RUN = 4
# The smallest runs of a long quotation are enough, and shared by whoever quotes enough of it.
MOST_RUNS = 24
# With how many quotations that share a run each is compared: the earliest.
FIRST = 8

_WORD = re.compile(r"\w+")

# Rank of the article and place of the quotation in it: by which the first of several quotations is told.
Place = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Shared:
    """A quotation from `start` to `end` of an article that the article `first` has before it, at `first_start`."""

    start: int
    end: int
    first: str
    first_start: int


def exclusive(facts: ArticleFacts, rules: EvidenceRules) -> dict[Place, list[str]]:
    """The words of the quotations of an article that count, by place."""
    found: dict[Place, list[str]] = {}
    for quoted in facts.sourcing.quotations:
        words = fold_words(quoted)
        if quoted.is_exclusive and len(words) >= rules.quotation_words.value:
            found[(*facts.rank, quoted.span.start)] = words
    return found


def fold_words(quoted: QuotedWords) -> list[str]:
    """The words of a quotation without case and signs."""
    return _WORD.findall(quoted.words.casefold())


def runs_of(words: Sequence[str]) -> list[int]:
    """The runs by which quotations are found that could be the same, as signed numbers that databases keep small."""
    runs = {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    numbers = (
        int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
        for run in runs
    )
    return sorted(numbers)[:MOST_RUNS]


def are_one(one: Sequence[str], other: Sequence[str], rules: EvidenceRules) -> bool:
    """Whether the shorter of two quotations stands, but for slips, in the other."""
    least = min(len(one), len(other))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= rules.quotation_overlap.value * least


def find_first(
    place: Place, words: Sequence[str], earlier: Iterable[tuple[Place, Sequence[str]]], rules: EvidenceRules
) -> Place | None:
    """The first of the `earlier` quotations of other articles (the earliest first) that is the same."""
    return next((other for other, said in earlier if other[1] != place[1] and are_one(words, said, rules)), None)


def find_shared(articles: Mapping[str, ArticleFacts], rules: EvidenceRules) -> dict[str, tuple[Shared, ...]]:
    """The quotations of each article that an earlier one has, with the first that has them."""
    said: dict[Place, list[str]] = {}
    for facts in articles.values():
        said |= exclusive(facts, rules)
    holders: defaultdict[int, list[Place]] = defaultdict(list)
    for place in sorted(said):
        for number in runs_of(said[place]):
            if len(holders[number]) < FIRST:
                holders[number].append(place)
    firsts: dict[Place, Place] = {}
    for place, words in said.items():
        near = sorted({other for number in runs_of(words) for other in holders[number] if other < place})
        first = find_first(place, words, ((other, said[other]) for other in near), rules)
        if first is not None:
            firsts[place] = first
    found: defaultdict[str, list[Shared]] = defaultdict(list)
    for place in sorted(firsts):
        first = firsts[place]
        while first in firsts:
            first = firsts[first]
        facts = articles[place[1]]
        if first[1] != facts.id:
            found[facts.id].append(shared_at(facts, place[2], first[1], first[2]))
    return {name: tuple(shared) for name, shared in found.items()}


def shared_at(facts: ArticleFacts, start: int, first: str, first_start: int) -> Shared:
    """The quotation of an article that begins at `start`, with the first that has it."""
    end = next((quoted.span.end for quoted in facts.sourcing.quotations if quoted.span.start == start), start)
    return Shared(start, end, first, first_start)
