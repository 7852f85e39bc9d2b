"""An item as it lies before a reviewer: the claim in its context, what stands beside it, what can be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.dispute import Dispute, DisputeState
from armswire.model.finding import Finding
from armswire.model.judgement import Force, Judgement, JudgementRecord, Subject, Verdict
from armswire.register.review.matter import Matter, by_person
from armswire.web.views.disputes import DisputeView, view_dispute
from armswire.web.views.review.correction import Correction, fill
from armswire.web.views.review.state import ReviewState
from armswire.web.views.transfer.cards import ClaimCard, view_cards
from armswire.web.views.transfer.marking import Piece, mark_words, marks_of
from armswire.web.views.transfers import TransferLine, view_line
from armswire.wording.claims import say_claim
from armswire.wording.ids import short_id
from armswire.wording.judgements import DONE, say_corrections, say_force, say_what
from armswire.wording.origins import say_number_of_origins
from armswire.wording.review import NEEDS, say_finding, say_whys

# So many code points of the article stand before and behind the sentence.
_BEFORE, _BEHIND = 500, 350


@dataclass(frozen=True, slots=True)
class Why:
    """Why an item is looked at: the name of the need, and the reason in words."""

    need: str
    words: str


@dataclass(frozen=True, slots=True)
class Context:
    """The sentence where it stands in its article; the ends tell whether more comes before and behind."""

    before: str
    sentence: tuple[Piece, ...]
    behind: str
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """A claim that can be taken in hand: `number` counts those of the item and its transfer, `is_home` tells that it is
    in the transfer, `is_mine` that I have judged it."""

    number: int
    id: str
    words: str
    whose: str
    published: date | None
    address: str
    is_current: bool
    is_home: bool
    is_mine: bool


@dataclass(frozen=True, slots=True)
class JudgementView:
    """A judgement as it is told to others: `changes` are the corrected slots in words."""

    id: str
    verdict: str
    what: str
    by: str
    on: date
    because: str
    force: str
    holds: bool
    is_mine: bool
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuarrelView:
    """Two contrary judgements; `is_party` tells that one of them is mine, so that it is not for me to settle."""

    one: JudgementView
    other: JudgementView
    is_party: bool


@dataclass(frozen=True, slots=True)
class SettlingView:
    """A dispute that can be settled, side by side; words beyond the first few are counted."""

    view: DisputeView
    is_open: bool


@dataclass(frozen=True, slots=True)
class OtherLine:
    """A transfer that could be the same one."""

    id: str
    line: TransferLine
    origins: str


@dataclass(frozen=True, slots=True)
class SupportView:
    """What the support test told of the claim: `state` is untested, waiting or tested."""

    state: str
    lines: tuple[str, ...] = ()
    flagged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeskView:
    """Everything that a reviewer sees of an item."""

    item: str
    whys: tuple[Why, ...]
    claim: Claim
    reading: str
    card: ClaimCard
    context: Context | None
    choices: tuple[ChoiceLine, ...]
    transfer: TransferLine | None
    transfer_id: str | None
    standing_reason: str
    disputes: tuple[SettlingView, ...]
    mine: tuple[JudgementView, ...]
    of_others: tuple[JudgementView, ...]
    quarrel: QuarrelView | None
    others: tuple[OtherLine, ...]
    correction: Correction
    support: SupportView


def view_desk(
    matter: Matter,
    state: ReviewState,
    names: Mapping[str, str],
    by: str | None,
    support: SupportView,
    correction: Correction | None = None,
) -> DeskView:
    """An item for a reviewer. `names` are those of actors; `correction` is the form as it was sent, with its errors."""
    claim = matter.claim.claim
    record = matter.articles.get(claim.document)
    told = [view_judgement(one, by) for one in matter.judgements]
    whys = [
        Why(NEEDS[need][0], words)
        for need, words in say_whys(claim, matter.transfer, matter.disputes, matter.quarrel, matter.support, names)
    ]
    return DeskView(
        item=matter.item.id,
        whys=tuple(whys),
        claim=claim,
        reading=say_claim(claim),
        card=view_cards([matter.claim], matter.articles, (), names)[0],
        context=None if record is None else view_context(claim, record.article),
        choices=_choices(matter, state),
        transfer=None if matter.transfer is None else view_line(matter.transfer, names),
        transfer_id=None if matter.transfer is None else matter.transfer.id,
        standing_reason="" if matter.transfer is None else matter.transfer.standing_reason,
        disputes=tuple(_dispute(one, matter) for one in matter.disputes),
        mine=tuple(one for one in told if one.is_mine),
        of_others=tuple(one for one in told if not one.is_mine),
        quarrel=_quarrel(matter, by),
        others=tuple(OtherLine(one.id, view_line(one, names), say_number_of_origins(one)) for one in matter.others),
        correction=correction or Correction(fill(matter.corrected, names), {}),
        support=support,
    )


def view_context(claim: Claim, article: Article) -> Context:
    """The sentence in its article, from the beginning of a paragraph or a word."""
    text, evidence = article.text, claim.evidence
    left = max(0, evidence.start - _BEFORE)
    right = min(len(text), evidence.end + _BEHIND)
    before, behind = text[left : evidence.start], text[evidence.end : right]
    if left > 0:
        before = before.partition("\n\n")[2] if "\n\n" in before[: _BEFORE // 2] else before.partition(" ")[2]
    if right < len(text):
        behind = behind.rpartition("\n\n")[0] if "\n\n" in behind[_BEHIND // 2 :] else behind.rpartition(" ")[0]
    return Context(
        before=before,
        sentence=mark_words(text[evidence.start : evidence.end], evidence.start, marks_of(claim.trace)),
        behind=behind,
        begins=left == 0,
        ends=right == len(text),
    )


def view_judgement(record: JudgementRecord, by: str | None) -> JudgementView:
    """A judgement as others read it; `by` is who looks."""
    judgement = record.judgement
    return JudgementView(
        id=judgement.id,
        verdict=DONE[judgement.verdict],
        what=_what(judgement),
        by=judgement.by,
        on=judgement.on,
        because=judgement.because,
        force=say_force(record),
        holds=record.force is Force.IN_FORCE,
        is_mine=by_person(record, by),
        changes=tuple(say_corrections(judgement)) if judgement.verdict is Verdict.CORRECT else (),
    )


def view_support(findings: Iterable[Finding] | None, *, waits: bool) -> SupportView:
    """What the support test found, None where it was not run."""
    if findings is None:
        return SupportView("waiting" if waits else "untested")
    told = tuple(findings)
    lines = tuple(map(say_finding, told))
    return SupportView("tested", lines, tuple(line for one, line in zip(told, lines, strict=True) if one.flagged))


def _what(judgement: Judgement) -> str:
    if judgement.subject is Subject.CLAIM:
        return short_id(judgement.claims[0][0].id)
    return say_what(judgement)


def _choices(matter: Matter, state: ReviewState) -> tuple[ChoiceLine, ...]:
    home = set(matter.home)
    lines = []
    for number, record in enumerate(matter.claims, 1):
        claim, article = record.claim, matter.articles.get(record.claim.document)
        outlet = None if article is None else article.article.outlet
        lines.append(
            ChoiceLine(
                number=number,
                id=claim.id,
                words=say_claim(claim),
                whose=", citing ".join([outlet or claim.document, *(source.source for source in claim.attribution)]),
                published=None if article is None else article.article.published,
                address=state.at(matter.item.id, claim.id).address,
                is_current=claim.id == matter.claim.claim.id,
                is_home=claim.id in home,
                is_mine=claim.id in matter.by_me,
            )
        )
    return tuple(lines)


def _dispute(dispute: Dispute, matter: Matter) -> SettlingView:
    """With one quotation for each word: the others are on its own page."""
    view = view_dispute(dispute, matter.quoted, matter.articles, {}, ())
    return SettlingView(replace(view, moments=()), dispute.state is DisputeState.OPEN)


def _quarrel(matter: Matter, by: str | None) -> QuarrelView | None:
    if matter.quarrel is None:
        return None
    one, other = (view_judgement(record, by) for record in (matter.quarrel.one, matter.quarrel.other))
    return QuarrelView(one, other, one.is_mine or other.is_mine)
