"""All that a page or a dossier shows of a transfer, put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from armswire.model.judgement import JudgementRecord
from armswire.model.route import Backfill, BackfillSide
from armswire.model.standing import Standing
from armswire.model.transfer import Transfer
from armswire.register.phrasing import actor_name
from armswire.register.whole_transfer import WholeTransfer
from armswire.web.views.disputes import DisputeView, view_dispute
from armswire.web.views.transfer.amounts import Amount, view_amounts
from armswire.web.views.transfer.cards import ArticleView, ClaimCard, view_article, view_cards
from armswire.web.views.transfer.lanes import ThreadView, view_thread
from armswire.web.views.transfers import TransferHeading, view_heading
from armswire.wording.claims import between_recipients
from armswire.wording.entries import LABELS, say_items, say_sums
from armswire.wording.ids import short_id
from armswire.wording.judgements import say_act, say_force
from armswire.wording.origins import OriginBranch, branch_origins, say_number_of_origins
from armswire.wording.routes import Way, has_readings, has_way, ways_of
from armswire.wording.versions import say_edits

# Cards in full; of transfers with more claims the further ones are short, so that the page can still be opened.
FULL_CARDS = 120


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a value stands in brackets, and the claims that were looked at."""

    words: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A value as trade registers print it."""

    label: str
    what: str
    shown: str
    reasons: tuple[Reason, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BackfillLine:
    """What the transfer makes up for, or by what it is made up for; `other` is None where that is not told."""

    words: str
    other: TransferHeading | None
    other_id: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """A judgement: what somebody did and why, whether it holds, the claims that it is about."""

    id: str
    words: str
    force: str
    holds: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TransferView:
    """A transfer with everything that is shown of it; `names` of claims lead to `cards` and `short_cards`."""

    transfer: Transfer
    title: str
    between_recipients: str
    standing: Standing
    items: tuple[str, ...]
    sums: tuple[str, ...]
    origins_in_words: str
    edits: str
    thread: ThreadView
    ways: tuple[Way, ...]
    has_readings: bool
    amounts: tuple[Amount, ...]
    entries: tuple[EntryLine, ...]
    origins: tuple[OriginBranch, ...]
    disputes: tuple[DisputeView, ...]
    cards: tuple[ClaimCard, ...]
    short_cards: tuple[ClaimCard, ...]
    judgements: tuple[JudgementLine, ...]
    backfills: tuple[BackfillLine, ...]
    articles: tuple[ArticleView, ...]
    by_claim: Mapping[str, ClaimCard]


def view_transfer(whole: WholeTransfer, names: Mapping[str, str]) -> TransferView:
    """Everything that is shown of a transfer. `names` are those of actors."""
    transfer = whole.transfer
    claims = {record.claim.id: record for record in whole.claims}
    cards = view_cards(whole.claims, whole.articles, whole.judgements, names)
    quoted = dict.fromkeys(card.article.id for card in cards)
    return TransferView(
        transfer=transfer,
        title=view_heading(transfer, names).parties,
        between_recipients=between_recipients(transfer),
        standing=transfer.standing,
        items=tuple(say_items(transfer)),
        sums=tuple(say_sums(transfer)),
        origins_in_words=say_number_of_origins(transfer),
        edits=say_edits(transfer),
        thread=view_thread(transfer),
        ways=ways_of(transfer.route) if has_way(transfer.route) else (),
        has_readings=has_readings(transfer.route),
        amounts=view_amounts(transfer, claims),
        entries=_entries(transfer),
        origins=branch_origins(transfer, whole.articles, names),
        # What each retelling made of it is told on its own page, and who judged it below with all that was judged.
        disputes=tuple(view_dispute(dispute, claims, whole.articles, {}, ()) for dispute in whole.disputes),
        cards=cards[:FULL_CARDS],
        short_cards=cards[FULL_CARDS:],
        judgements=tuple(_judgement(record) for record in whole.judgements),
        backfills=tuple(_backfill(backfill, whole.others, names) for backfill in transfer.backfills),
        articles=tuple(view_article(document, whole.articles.get(document)) for document in quoted),
        by_claim={card.id: card for card in cards},
    )


def sort_claims(view: TransferView, claims: Iterable[str]) -> list[ClaimCard]:
    """The cards of some claims by their number; claims that are not on the page are left out."""
    return sorted((view.by_claim[claim] for claim in view.by_claim.keys() & set(claims)), key=lambda card: card.number)


def _entries(transfer: Transfer) -> tuple[EntryLine, ...]:
    return tuple(
        EntryLine(
            label=LABELS[entry.field],
            what=" ".join(transfer.items[entry.place].item.text.split())
            if entry.is_of_item and entry.place is not None
            else "",
            shown=entry.shown,
            reasons=tuple(Reason(doubt.words, doubt.claims) for doubt in entry.doubts),
            claims=entry.claims,
        )
        for entry in transfer.entries
    )


def _judgement(record: JudgementRecord) -> JudgementLine:
    judgement = record.judgement
    return JudgementLine(
        id=short_id(judgement.id),
        words=say_act(judgement),
        force=say_force(record),
        holds=record.force.value == "in_force",
        claims=tuple(sorted(record.claims)),
    )


def _backfill(backfill: Backfill, others: Mapping[str, Transfer], names: Mapping[str, str]) -> BackfillLine:
    if backfill.other is None or backfill.other not in others:
        who = ", ".join(actor_name(actor, names) for actor in backfill.giver)
        return BackfillLine(f"fills gaps of {who}; which gift made them is not told", None, None, backfill.claims)
    words = "makes up for" if backfill.side is BackfillSide.REFILL else "made up for by"
    return BackfillLine(words, view_heading(others[backfill.other], names), backfill.other, backfill.claims)
