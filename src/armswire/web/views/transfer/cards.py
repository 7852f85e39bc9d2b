"""Claims as cards: the sentence with its words marked, whose word it is, how it was dated and read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from armswire.model.article import Article
from armswire.model.attribution import Source
from armswire.model.claim import Claim, Polarity, Step
from armswire.model.judgement import JudgementRecord, Subject
from armswire.register.phrasing import actor_name, describe_depth
from armswire.register.rows import ArticleRecord, ClaimRecord
from armswire.serving.addresses import article_address
from armswire.web.views.transfer.marking import Mark, Piece, mark_words, marks_of, name_step
from armswire.wording.claims import say_chain
from armswire.wording.judgements import say_judgement
from armswire.wording.values import say_dates, say_item, say_money
from armswire.wording.versions import say_edited_away

# So much of the text stands on either side of words that are quoted out of their sentence.
_AROUND = 70


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as a claim refers to it; what nobody knows is None.

    `text_sha256` is of its text alone, which claims quote, `file_sha256` of the file or line that it came in.
    """

    id: str
    title: str
    outlet: str | None
    published: date | None
    url: str | None
    text_sha256: str | None
    file_sha256: str | None


@dataclass(frozen=True, slots=True)
class ReadingStep:
    """A step of the reading: the slot, the words that tell it, and what they were taken for."""

    slot: str
    words: str
    note: str
    rule: str
    entry: str | None


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim with everything that rests on it or that it rests on.

    `marks` are the plain words for polarity, certainty and answer; `facts` are names of slots with what they hold;
    `pieces` is the sentence, `elsewhere` are words of other sentences that tell a slot, each in its surroundings.
    `gone_in` is the address of the version of its article in which it is gone, and the words for that.
    """

    number: int
    id: str
    claim: Claim
    article: ArticleView
    whose: str
    marks: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    pieces: tuple[Piece, ...]
    elsewhere: tuple[tuple[Piece, ...], ...]
    hand: str
    chain: tuple[Source, ...]
    dated: str
    dating: tuple[ReadingStep, ...]
    steps: tuple[ReadingStep, ...]
    reader: str
    judgements: tuple[str, ...]
    gone_in: tuple[str, str] | None


def view_cards(
    records: Iterable[ClaimRecord],
    articles: Mapping[str, ArticleRecord],
    judgements: Iterable[JudgementRecord],
    names: Mapping[str, str],
) -> tuple[ClaimCard, ...]:
    """A card for each claim, numbered in the order in which they were told. `names` are those of actors."""
    judged = [one for one in judgements if one.judgement.subject is Subject.CLAIM]

    def told(record: ClaimRecord) -> tuple[date, str, int]:
        known = articles.get(record.claim.document)
        day = None if known is None else known.article.published
        return (day or date.max, record.claim.document, record.claim.evidence.start)

    return tuple(
        _card(
            number,
            record,
            articles.get(record.claim.document),
            tuple(say_judgement(one) for one in judged if record.claim.id in one.claims),
            names,
        )
        for number, record in enumerate(sorted(records, key=told), 1)
    )


def view_article(document: str, record: ArticleRecord | None) -> ArticleView:
    """An article of which the register may know nothing but the id."""
    if record is None:
        return ArticleView(document, document, None, None, None, None, None)
    one = record.article
    return ArticleView(
        id=one.id,
        title=one.title or one.id,
        outlet=one.outlet,
        published=one.published,
        url=one.url,
        # A lone surrogate can stand in a text that came as JSON.
        text_sha256=hashlib.sha256(one.text.encode("utf-8", "surrogatepass")).hexdigest(),
        file_sha256=one.sha256,
    )


def _card(
    number: int,
    record: ClaimRecord,
    known: ArticleRecord | None,
    judgements: tuple[str, ...],
    names: Mapping[str, str],
) -> ClaimCard:
    claim = record.claim
    text = None if known is None else known.article.text
    marks = marks_of(claim.trace)
    steps = tuple(_step(step, text) for step in claim.trace)
    article = view_article(claim.document, known)
    teller = article.outlet or article.id
    return ClaimCard(
        number=number,
        id=claim.id,
        claim=claim,
        article=article,
        whose=f"{teller}, citing {say_chain(claim.attribution)}" if claim.attribution else f"{teller} in its own words",
        marks=(*_plain_marks(claim), *(["edited away"] if record.edited_away is not None else [])),
        facts=tuple(_facts(claim, names)),
        pieces=mark_words(claim.evidence.text, claim.evidence.start, marks),
        elsewhere=() if known is None else _elsewhere(claim, known.article, marks),
        hand=describe_depth(claim.depth),
        chain=claim.attribution,
        dated=say_dates(claim.date),
        dating=tuple(step for step, read in zip(steps, claim.trace, strict=True) if read.slot == "date"),
        steps=steps,
        reader=record.reader,
        judgements=judgements,
        gone_in=None
        if record.edited_away is None
        else (f"{article_address(record.edited_away.version)}#versions", say_edited_away(record.edited_away)),
    )


def _plain_marks(claim: Claim) -> Iterator[str]:
    if claim.polarity is not Polarity.AFFIRMED:
        yield claim.polarity.value
    yield claim.certainty.value
    if claim.answer is not None:
        yield f"answer: {claim.answer.value.replace('_', ' ')}"


def _facts(claim: Claim, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    roles = (
        ("from", claim.supplier),
        ("to", claim.recipient),
        ("by way of", claim.intermediary),
        ("asked by", claim.requester),
    )
    for label, actors in roles:
        if actors:
            yield label, ", ".join(actor_name(actor, names) for actor in actors)
    for item in claim.items:
        yield "what", say_item(item)
    if claim.value is not None:
        yield "worth", say_money(claim.value)
    for condition in claim.conditions:
        yield "condition", condition
    if claim.reason:
        yield "reason", claim.reason
    for hedge in claim.hedges:
        yield "hedge", f"“{hedge.text}” ({hedge.by.value})"


def _step(step: Step, text: str | None) -> ReadingStep:
    words = "" if text is None or step.start is None or step.end is None else text[step.start : step.end]
    slot = name_step(step)
    return ReadingStep(
        slot=step.slot if slot is None else slot.name,
        words=" ".join(words.split()),
        note=step.note,
        rule=step.rule,
        entry=step.entry,
    )


def _elsewhere(claim: Claim, article: Article, marks: tuple[Mark, ...]) -> tuple[tuple[Piece, ...], ...]:
    """The surroundings of each word outside the sentence; words that stand close together share theirs."""
    sentence = claim.evidence
    windows: list[tuple[int, int]] = []
    for mark in marks:
        if sentence.start <= mark.start and mark.end <= sentence.end:
            continue
        left, right = max(0, mark.start - _AROUND), min(len(article.text), mark.end + _AROUND)
        if windows and left <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(right, windows[-1][1]))
        else:
            windows.append((left, right))
    return tuple(_window(article.text, *_at_words(article.text, *window), marks) for window in windows)


def _window(text: str, left: int, right: int, marks: tuple[Mark, ...]) -> tuple[Piece, ...]:
    before = (Piece("… "),) if left > 0 else ()
    after = (Piece(" …"),) if right < len(text) else ()
    return (*before, *mark_words(text[left:right], left, marks), *after)


def _at_words(text: str, left: int, right: int) -> tuple[int, int]:
    """The same stretch without parts of words at its ends."""
    begin, stop = left, right
    while 0 < begin < right and not text[begin - 1].isspace() and begin < left + _AROUND // 2:
        begin += 1
    while left < stop < len(text) and not text[stop].isspace() and stop > right - _AROUND // 2:
        stop -= 1
    return begin, stop
