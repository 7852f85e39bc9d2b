"""An article repeats itself: the same statement read twice is one claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from armswire.model.attribution import SourceClass
from armswire.model.claim import Claim, Evidence


def merge_repetitions(claims: Iterable[Claim], text: str, headlines: Sequence[tuple[int, int]] = ()) -> list[Claim]:
    """Of claims with the same core, items and speakers the one that tells most; the others are dropped.

    `text` is the article's text as it came in, `headlines` are the stretches of it, start and end, that are headlines.
    """
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (
            claim.stage, claim.polarity, claim.requester, claim.supplier, claim.recipient, claim.intermediary,
            frozenset(i.ml for i in claim.items), frozenset((s.source_class, s.actor) for s in claim.attribution),
            claim.date, claim.conditions,
        )  # fmt: skip
        # Of equals the later one: the first is mostly the headline.
        if key not in best or told(claim) >= told(best[key]):
            best[key] = _with_answer_of(best.get(key), claim)
    return _joined(_without_headline_echoes(list(best.values()), headlines), text)


def _with_answer_of(before: Claim | None, claim: Claim) -> Claim:
    """ "Oslo denies it", and later only that it has sent none: the second is the denial told again."""
    return claim if before is None or claim.answer is not None else _answered_as(claim, before)


def _answered_as(claim: Claim, other: Claim) -> Claim:
    """The claim as the answer that the other is, with the steps that tell of it."""
    told = tuple(step for step in other.trace if step.slot == "answer" and step not in claim.trace)
    return replace(claim, answer=other.answer, trace=(*claim.trace, *told))


# Code points between two sentences that still tell of one thing: a paragraph break or a short sentence.
NEIGHBOURS = 300


def _joined(claims: list[Claim], text: str) -> list[Claim]:
    """Neighbouring statements of one thing as one claim: "has asked for ammunition" and, next, when and who says so."""
    out: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.evidence.start, c.id)):
        for at, earlier in enumerate(out):
            if _tells_the_same(earlier, claim):
                out[at] = _join(earlier, claim, text)
                break
        else:
            out.append(claim)
    return out


def _tells_the_same(one: Claim, two: Claim) -> bool:
    same = all(
        getattr(one, slot) == getattr(two, slot)
        for slot in ("stage", "polarity", "certainty", "answer", "supplier", "recipient", "requester", "intermediary")
    )
    if not same or two.evidence.start - one.evidence.end > NEIGHBOURS:
        return False
    kinds, theirs = {i.ml for i in one.items}, {i.ml for i in two.items}
    speakers, others = (
        {(s.source_class, s.actor) for s in c.attribution if s.actor or s.source_class is SourceClass.MEDIA}
        for c in (one, two)
    )
    return (
        bool(kinds & theirs)
        and (not one.conditions or not two.conditions or one.conditions == two.conditions)
        and (one.date is None or two.date is None or one.date == two.date)
        and (one.value is None or two.value is None or one.value == two.value)
        and (not speakers or not others or bool(speakers & others))
        and not _counts_differ(one, two)
    )


def _counts_differ(one: Claim, two: Claim) -> bool:
    counts, others = ([i.quantity for i in c.items if i.quantity is not None] for c in (one, two))
    return bool(counts and others) and counts != others


def _join(one: Claim, two: Claim, text: str) -> Claim:
    """One claim with what either tells; the evidence runs over both sentences."""
    fuller, other = (two, one) if told(two) >= told(one) else (one, two)
    start, end = min(one.evidence.start, two.evidence.start), max(one.evidence.end, two.evidence.end)
    return replace(
        fuller,
        items=fuller.items
        if any(i.quantity for i in fuller.items) or not any(i.quantity for i in other.items)
        else other.items,
        value=fuller.value or other.value,
        date=fuller.date or other.date,
        conditions=fuller.conditions or other.conditions,
        attribution=max(
            fuller.attribution,
            other.attribution,
            key=lambda chain: (len(chain), sum(s.actor is not None for s in chain)),
        ),
        hedges=tuple(dict.fromkeys((*fuller.hedges, *other.hedges))),
        evidence=Evidence(start, end, text[start:end]),
        trace=(*fuller.trace, *(step for step in other.trace if step not in fuller.trace)),
    )


def _without_headline_echoes(claims: list[Claim], headlines: Sequence[tuple[int, int]]) -> list[Claim]:
    """A headline's claim gives way to one of the text with the same core that is about the same kind of thing."""

    def in_headline(claim: Claim) -> bool:
        return any(start <= claim.evidence.start < end for start, end in headlines)

    def echoed(claim: Claim) -> bool:
        return any(
            not in_headline(other)
            and (other.stage, other.polarity, other.supplier, other.recipient)
            == (claim.stage, claim.polarity, claim.supplier, claim.recipient)
            and ({i.ml for i in claim.items} & {i.ml for i in other.items} or not claim.items)
            and not _is_anothers_report(claim, other)
            for other in claims
        )

    def with_answer(claim: Claim) -> Claim:
        """ "Oslo denies sending tanks", and in the text it says that it sent none: that is the denial."""
        if claim.answer is not None or in_headline(claim):
            return claim
        answers = (c for c in claims if in_headline(c) and c.answer is not None and _is_same_word(c, claim))
        answer = next(answers, None)
        return claim if answer is None else _answered_as(claim, answer)

    kept = [claim for claim in claims if not (in_headline(claim) and echoed(claim))]
    return [with_answer(claim) for claim in kept]


def _is_same_word(one: Claim, two: Claim) -> bool:
    """True for the same core on the word of the same actor."""
    cores = [(c.stage, c.polarity, c.supplier, c.recipient) for c in (one, two)]
    actors, others = ({s.actor for s in c.attribution if s.actor} for c in (one, two))
    return cores[0] == cores[1] and bool(actors & others)


def _is_anothers_report(claim: Claim, answer: Claim) -> bool:
    """True for a report that another answers: "Paper: Oslo sold tanks", and in the text Oslo confirms it."""
    tellers, others = ({s.actor or s.source for s in c.attribution} for c in (claim, answer))
    return claim.answer is None and answer.answer is not None and bool(tellers) and not tellers & others


def told(claim: Claim) -> int:
    """How many slots a claim fills."""
    slots = (
        claim.requester,
        claim.supplier,
        claim.recipient,
        claim.intermediary,
        claim.items,
        claim.value,
        claim.date,
        claim.attribution,
    )
    return sum(1 for slot in slots if slot) + sum(1 for i in claim.items if i.quantity is not None)
