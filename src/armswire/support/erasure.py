"""The act: each slot's words blanked, the article read again, and what stays of the claim.

An article is read once as it stands, and once without each set of words that any slot of its tested claims is told by;
slots told by the same words share a reading. A value that stays is read from other words: these are blanked in turn and
its own left. If it is then read from its own, the article tells it twice; if not, its own words never told it.

Articles flow into one stream, so that batches are full.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from armswire.errors import ArticleError
from armswire.model.article import Article
from armswire.model.claim import Claim, Evidence
from armswire.model.finding import Finding, Support
from armswire.model.span import Span
from armswire.pipeline import Reading
from armswire.support.blanking import blank
from armswire.support.slots import slot_values, span_of, steps_of, words_of_transfer

# Reads articles in order; one that cannot be read gives its error.
Read = Callable[[Iterable[Article]], Iterator[Reading | ArticleError]]
Words = frozenset[Span]
# So many articles are in memory with what was read of them, until the values that stay are read the other way about.
CHUNK = 32


@dataclass(slots=True)
class _Work:
    """One article, the claims to test, and the readings so far: first as it stands, then without each set of words."""

    article: Article
    claims: tuple[Claim, ...]
    blanked: tuple[Words, ...]
    readings: list[Reading | ArticleError] = field(default_factory=list)

    @property
    def whole(self) -> Reading | ArticleError:
        """As it stands."""
        return self.readings[0]

    def without(self, words: Words) -> Reading | ArticleError | None:
        """Without some words; None where there are none."""
        return self.readings[1 + self.blanked.index(words)] if words else None

    def beside(self, claim: Claim) -> list[Claim]:
        """The other claims of the article as it stands."""
        return [] if isinstance(self.whole, ArticleError) else [c for c in self.whole.claims if c.id != claim.id]


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A finding on a claim of an article, and the words by which the value was read without its own."""

    finding: Finding
    work: _Work
    claim: Claim
    instead: Words = frozenset()


def find_support(read: Read, cases: Iterable[tuple[Article, Sequence[Claim]]]) -> Iterator[Finding]:
    """A finding for each filled slot of each claim, in the order of `cases` (an article with claims and their traces).

    Raises what `read` raises; an article that it cannot read is a finding.
    """
    following = iter(cases)
    while chunk := list(islice(following, CHUNK)):
        verdicts = [verdict for work in _read(read, chunk) for verdict in _judge(work)]
        doubted = iter(read(blank(one.work.article, one.instead) for one in verdicts if one.instead))
        for one in verdicts:
            yield _confirmed(one, next(doubted)) if one.instead else one.finding


def _read(read: Read, cases: Iterable[tuple[Article, Sequence[Claim]]]) -> Iterator[_Work]:
    """The articles as they stand and without each set of words, read in one stream."""
    begun: deque[_Work] = deque()

    def articles() -> Iterator[Article]:
        for article, claims in cases:
            work = _Work(article, tuple(claims), _plan(claims))
            begun.append(work)
            yield article
            for words in work.blanked:
                yield blank(article, words)

    for reading in read(articles()):
        begun[0].readings.append(reading)
        if len(begun[0].readings) == 1 + len(begun[0].blanked):
            yield begun.popleft()


def _plan(claims: Iterable[Claim]) -> tuple[Words, ...]:
    """The sets of words to blank, each once."""
    sets = (_words(claim, slot) for claim in claims for slot in slot_values(claim))
    return tuple(dict.fromkeys(words for words in sets if words))


def _words(claim: Claim, slot: str) -> Words:
    return frozenset(span for step in steps_of(claim, slot) if (span := span_of(step)) is not None)


def _judge(work: _Work) -> Iterator[_Verdict]:
    for claim in work.claims:
        if isinstance(work.whole, ArticleError):
            failed = Finding(claim.id, claim.document, Support.FAILED, problem=work.whole.problem)
            yield _Verdict(failed, work, claim)
        elif all(other.id != claim.id for other in work.whole.claims):
            yield _Verdict(Finding(claim.id, claim.document, Support.UNREAD), work, claim)
        else:
            yield from (_judge_slot(work, claim, slot) for slot in slot_values(claim))


def _judge_slot(work: _Work, claim: Claim, slot: str) -> _Verdict:
    """What a slot rests on, by the article without its words."""
    words = _words(claim, slot)
    finding = Finding(
        claim.id,
        claim.document,
        Support.INFERRED,
        slot,
        slot_values(claim)[slot],
        tuple(Evidence(span.start, span.end, span.of(work.article.text)) for span in sorted(words)),
        steps_of(claim, slot),
    )
    reading = work.without(words)
    if reading is None:
        return _Verdict(finding, work, claim)
    if isinstance(reading, ArticleError):
        return _Verdict(replace(finding, support=Support.FAILED, problem=reading.problem), work, claim)
    heir = _heir(reading, claim, slot, work.beside(claim))
    if heir is None:
        return _Verdict(replace(finding, support=Support.WORDS), work, claim)
    stays = replace(finding, support=Support.STAYS, instead=steps_of(heir, slot))
    return _Verdict(stays, work, claim, _words(heir, slot) - words)


def _confirmed(verdict: _Verdict, reading: Reading | ArticleError) -> Finding:
    """The finding on a value that stays without its words, by the article without the words that tell it instead."""
    finding, claim = verdict.finding, verdict.claim
    if isinstance(reading, ArticleError):
        return replace(finding, support=Support.FAILED, problem=reading.problem)
    own = _words(claim, finding.slot)
    heir = _heir(reading, claim, finding.slot, verdict.work.beside(claim))
    told = heir is not None and any(span.overlaps(word) for span in _words(heir, finding.slot) for word in own)
    return replace(finding, support=Support.TWICE) if told else finding


def _heir(reading: Reading, claim: Claim, slot: str, others: Sequence[Claim]) -> Claim | None:
    """What is left of a claim in another reading of its article, with the same value in the slot."""
    return next((one for one in reading.claims if _is_heir(one, claim, slot, others)), None)


def _is_heir(one: Claim, claim: Claim, slot: str, others: Sequence[Claim]) -> bool:
    """True where a claim of the blanked article is what is left of `claim`, with the same value in the slot.

    It stands in the same place. A claim that was read beside `claim` before (one of `others`) is not what is left of
    it: it is known by its id, or, where the blanking changed it too, by its word of transfer.
    """
    place, other_place = claim.evidence, one.evidence
    if other_place.start >= place.end or place.start >= other_place.end:
        return False
    if slot_values(one).get(slot) != slot_values(claim)[slot] or any(one.id == other.id for other in others):
        return False
    told_by = words_of_transfer(one)
    return told_by == words_of_transfer(claim) or all(told_by != words_of_transfer(other) for other in others)
