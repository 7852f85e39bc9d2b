"""The act: each slot's words blanked, the article read again, and what stays of the claim.

An article is read once as it stands, and once without each set of words that any slot of its tested claims is told by;
slots told by the same words share a reading. Articles flow into one stream, so that batches are full.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from armswire.errors import ArticleError
from armswire.model.article import Article
from armswire.model.claim import Claim, Evidence
from armswire.model.span import Span
from armswire.pipeline import Reading
from armswire.support.blanking import blank
from armswire.support.finding import Finding, Support
from armswire.support.slots import slot_values, span_of, steps_of, words_of_transfer

# Reads articles in order; one that cannot be read gives its error.
Read = Callable[[Iterable[Article]], Iterator[Reading | ArticleError]]
Words = frozenset[Span]


@dataclass(slots=True)
class _Work:
    """One article, the claims to test, and the readings so far: first as it stands, then without each set of words."""

    article: Article
    claims: tuple[Claim, ...]
    blanked: tuple[Words, ...]
    readings: list[Reading | ArticleError] = field(default_factory=list)

    @property
    def done(self) -> bool:
        return len(self.readings) == 1 + len(self.blanked)


def find_support(read: Read, cases: Iterable[tuple[Article, Sequence[Claim]]]) -> Iterator[Finding]:
    """A finding for each filled slot of each claim, in the order of `cases` (an article with claims and their traces).

    Raises what `read` raises; an article that it cannot read is a finding.
    """
    begun: deque[_Work] = deque()

    def articles() -> Iterator[Article]:
        for article, claims in cases:
            begun.append(_Work(article, tuple(claims), _plan(claims)))
            yield article
            for words in begun[-1].blanked:
                yield blank(article, words)

    for reading in read(articles()):
        begun[0].readings.append(reading)
        if begun[0].done:
            yield from _judge(begun.popleft())


def _plan(claims: Iterable[Claim]) -> tuple[Words, ...]:
    """The sets of words to blank, each once."""
    sets = (_words(claim, slot) for claim in claims for slot in slot_values(claim))
    return tuple(dict.fromkeys(words for words in sets if words))


def _words(claim: Claim, slot: str) -> Words:
    return frozenset(span for step in steps_of(claim, slot) if (span := span_of(step)) is not None)


def _judge(work: _Work) -> Iterator[Finding]:
    whole = work.readings[0]
    without = dict(zip(work.blanked, work.readings[1:], strict=True))
    for claim in work.claims:
        if isinstance(whole, ArticleError):
            yield Finding(claim.id, claim.document, Support.FAILED, problem=whole.problem)
        elif all(other.id != claim.id for other in whole.claims):
            yield Finding(claim.id, claim.document, Support.UNREAD)
        else:
            others = [other for other in whole.claims if other.id != claim.id]
            for slot in slot_values(claim):
                yield _judge_slot(work.article, claim, slot, without.get(_words(claim, slot)), others)


def _judge_slot(
    article: Article, claim: Claim, slot: str, reading: Reading | ArticleError | None, others: Sequence[Claim]
) -> Finding:
    """What a slot rests on; `reading` is that of the article without its words, None where it has none."""
    spans = sorted(_words(claim, slot))
    finding = Finding(
        claim.id,
        claim.document,
        Support.INFERRED,
        slot,
        slot_values(claim)[slot],
        tuple(Evidence(span.start, span.end, span.of(article.text)) for span in spans),
        steps_of(claim, slot),
    )
    if reading is None:
        return finding
    if isinstance(reading, ArticleError):
        return replace(finding, support=Support.FAILED, problem=reading.problem)
    heir = next((one for one in reading.claims if _is_heir(one, claim, slot, others)), None)
    if heir is None:
        return replace(finding, support=Support.WORDS)
    instead = steps_of(heir, slot)
    place = Span(claim.evidence.start, claim.evidence.end)
    told_at = [span for step in instead if (span := span_of(step)) is not None]
    elsewhere = told_at and not any(span.overlaps(place) for span in told_at)
    return replace(finding, support=Support.ELSEWHERE if elsewhere else Support.STAYS, instead=instead)


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
