"""Disputes as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from armswire.model.dispute import Dispute, DisputeState, DisputeType, OpenAnswer, Word
from armswire.model.judgement import JudgementRecord
from armswire.model.origin import Retold
from armswire.model.transfer import Transfer
from armswire.register.rows import ArticleRecord, ClaimRecord
from armswire.web.views.judged import Judged, view_judged
from armswire.web.views.quotations import Quoted, view_quotation
from armswire.web.views.transfers import TransferLine, view_line
from armswire.wording.disputes import NEITHER, say_how
from armswire.wording.retellings import SIGNS


@dataclass(frozen=True, slots=True)
class SideLine:
    """A side in one line: what it says, and whose word that is, the first told first."""

    says: str
    whose: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A dispute in a list, with the transfer that it is about, and the days of its first and its latest word."""

    id: str
    about: TransferLine | None
    type: DisputeType
    question: str
    state: DisputeState
    state_reason: str
    sides: tuple[SideLine, ...]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class WordView:
    """Somebody's word; `how` says in what way it is neither yes nor no."""

    whose: str
    speaker: str | None
    actor: str | None
    date: date | None
    quoted: tuple[Quoted, ...]
    how: str = ""


@dataclass(frozen=True, slots=True)
class SideView:
    """A side with each word on it, the first told first; `takes_none` marks the answers that are neither."""

    says: str
    words: tuple[WordView, ...]
    takes_none: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A word on the time line: which side it took."""

    word: WordView
    says: str
    side: int | None


@dataclass(frozen=True, slots=True)
class Retelling:
    """A claim that retells a report: how both are read, and by which sign it is known.

    `reports` are the claims of that report on the same question, none where the report was never collected.
    """

    teller: Quoted
    report: str
    sign: str
    reports: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A dispute with everything that its page shows."""

    dispute: Dispute
    sides: tuple[SideView, ...]
    moments: tuple[Moment, ...]
    retellings: tuple[Retelling, ...]
    judgements: tuple[Judged, ...]


def view_lines(
    disputes: Iterable[Dispute], transfers: Mapping[str, Transfer], names: Mapping[str, str]
) -> Iterator[DisputeLine]:
    """Disputes as lines of a list. `transfers` are those that they are about, `names` those of actors."""
    for dispute in disputes:
        days = [word.date for word in dispute.words if word.date is not None]
        sides = [SideLine(side.says, side.on_whose_word) for side in dispute.sides]
        if dispute.answers:
            sides.append(SideLine(NEITHER, tuple(dict.fromkeys(given.word.whose for given in dispute.answers))))
        about = transfers.get(dispute.transfer)
        yield DisputeLine(
            id=dispute.id,
            about=None if about is None else view_line(about, names),
            type=dispute.type,
            question=dispute.question,
            state=dispute.state,
            state_reason=dispute.state_reason,
            sides=tuple(sides),
            first=min(days, default=None),
            last=max(days, default=None),
        )


def view_dispute(
    dispute: Dispute,
    claims: Mapping[str, ClaimRecord],
    articles: Mapping[str, ArticleRecord],
    retold: Mapping[str, tuple[Retold, ...]],
    judgements: Iterable[JudgementRecord],
) -> DisputeView:
    """A dispute as its page shows it.

    `claims` and `articles` are those of all its words, by id; `retold` are the reports that some of the claims retell.
    """

    def word(told: Word, how: str = "") -> WordView:
        return WordView(
            whose=told.whose,
            speaker=None if told.source_class is None else told.source_class.value,
            actor=told.actor,
            date=told.date,
            quoted=tuple(view_quotation(claims[claim], articles) for claim in told.claims if claim in claims),
            how=how,
        )

    sides = [SideView(side.says, _in_time(word(told) for told in side.words)) for side in dispute.sides]
    neither = _in_time(_answer(given, word(given.word)) for given in dispute.answers)
    moments = [Moment(told, side.says, place) for place, side in enumerate(sides) for told in side.words]
    moments += [Moment(told, NEITHER, None) for told in neither]
    if neither:
        sides.append(SideView(NEITHER, neither, takes_none=True))
    return DisputeView(
        dispute=dispute,
        sides=tuple(sides),
        moments=tuple(sorted(moments, key=lambda moment: _day(moment.word))),
        retellings=tuple(_find_retellings(claims, articles, retold)),
        judgements=tuple(view_judged(record, dispute) for record in judgements),
    )


def claims_of(dispute: Dispute) -> tuple[str, ...]:
    """The claims on which its words rest, each once."""
    return tuple(dict.fromkeys(claim for word in dispute.words for claim in word.claims))


def _answer(given: OpenAnswer, word: WordView) -> WordView:
    return WordView(word.whose, word.speaker, word.actor, word.date, word.quoted, how=say_how(given))


def _find_retellings(
    claims: Mapping[str, ClaimRecord],
    articles: Mapping[str, ArticleRecord],
    retold: Mapping[str, tuple[Retold, ...]],
) -> Iterator[Retelling]:
    for claim, reports in retold.items():
        for one in reports:
            there = [record for record in claims.values() if record.claim.document == one.report]
            known = articles.get(one.report)
            yield Retelling(
                teller=view_quotation(claims[claim], articles),
                report=(known.article.outlet if known is not None else None) or one.report,
                sign=SIGNS[one.sign],
                reports=tuple(view_quotation(record, articles) for record in there),
            )


def _in_time(words: Iterable[WordView]) -> tuple[WordView, ...]:
    return tuple(sorted(words, key=_day))


def _day(word: WordView) -> date:
    """Those of unknown day come last."""
    return word.date or date.max
