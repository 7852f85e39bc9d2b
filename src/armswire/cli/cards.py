"""One record as a card: what, who, when, on whose word, with the quoted sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from armswire.cli.chains import chain_lines
from armswire.cli.judgement_cards import card_judgement, judged_lines
from armswire.cli.labels import label_row as _row
from armswire.cli.labels import label_rows as _rows
from armswire.cli.origin_tree import tree_origins
from armswire.cli.routes import backfill_lines, route_lines, say_thread
from armswire.cli.tables import table_claims
from armswire.cli.version_lines import version_lines
from armswire.model.article import Article
from armswire.model.dispute import Dispute
from armswire.model.judgement import JudgementRecord
from armswire.model.standing import StageRecord
from armswire.model.transfer import Transfer
from armswire.register import queries
from armswire.register.by_ids import get_articles
from armswire.register.judgement_queries import Judgeable, judgements_on
from armswire.register.listing.claims import ClaimFilter
from armswire.register.listing.disputes import DisputeFilter
from armswire.register.rows import ArticleRecord, ClaimRecord
from armswire.wording.articles import say_hand, say_reteller, say_retold, say_state
from armswire.wording.claims import say_actors, say_chain, say_claim_stage, say_parties, say_transfer_parties
from armswire.wording.disputes import NEITHER, say_answer, say_word
from armswire.wording.entries import entry_lines, say_items, say_stage_date, say_sums
from armswire.wording.ids import short_id
from armswire.wording.languages import say_translation
from armswire.wording.moments import say_moment
from armswire.wording.publication import published_within, say_from, say_how_known, say_other_dates
from armswire.wording.values import say_dates, say_item, say_money
from armswire.wording.versions import say_edited_away, say_edits

if TYPE_CHECKING:
    from armswire.register.store import Register


def card(register: Register, record: Judgeable) -> RenderableType:
    """The card of a record of any kind, with what was judged on it."""
    judged = judgements_on(register, record)
    if isinstance(record, JudgementRecord):
        return Group(card_judgement(record), *judged_lines(judged))
    return Group(_card(register, record), *judged_lines(judged))


def _card(register: Register, record: Transfer | Dispute | ClaimRecord | ArticleRecord) -> RenderableType:
    if isinstance(record, Transfer):
        return card_transfer(register, record)
    if isinstance(record, Dispute):
        return card_dispute(register, record)
    if isinstance(record, ClaimRecord):
        return card_claim(register, record)
    return card_article(register, record)


def card_transfer(register: Register, transfer: Transfer) -> RenderableType:
    """A transfer: its slots, its stages, its disputes, who has it from whom, and every claim with its sentence."""
    lines = [
        _heading(f"{say_transfer_parties(transfer)}   {short_id(transfer.id)}"),
        *_rows("what", say_items(transfer)),
        *_rows("value", say_sums(transfer)),
        *_rows("stages", [_stage_line(transfer, record) for record in transfer.stages]),
        *(_row(label, line) for label, line in entry_lines(transfer)),
        *_rows("thread", [say_thread(transfer.thread)]),
        _row("standing", f"{transfer.standing.value}: {transfer.standing_reason}"),
        *_rows("versions", [say_edits(transfer)] if transfer.edited_away else []),
        *route_lines(transfer.route),
        *backfill_lines(register, transfer),
    ]
    disputes = list(queries.list_disputes(register, DisputeFilter(transfer=transfer.id)))
    lines += _rows("disputes", [f"{d.question} ({d.state.value}, {short_id(d.id)})" for d in disputes])
    claims = list(queries.list_claims(register, ClaimFilter(transfer=transfer.id)))
    origins: list[RenderableType] = [Text(), tree_origins(register, transfer)] if transfer.origins else []
    return Group(*lines, *origins, Text(), _heading("On whose word"), *_quote_claims(register, claims))


def _stage_line(transfer: Transfer, record: StageRecord) -> str:
    return f"{record.stage.value:<14}{say_stage_date(transfer, record) or 'no date':<28}{record.certainty.value}"


def card_dispute(register: Register, dispute: Dispute) -> RenderableType:
    """A dispute: its question and, for each side, whose word it is and the sentences."""
    parts: list[RenderableType] = [
        _heading(f"{dispute.question}   {short_id(dispute.id)}"),
        _row("type", dispute.type.value),
        _row(
            "state", f"{dispute.state.value}: {dispute.state_reason}" if dispute.state_reason else dispute.state.value
        ),
        _row("transfer", short_id(dispute.transfer)),
    ]
    for side in dispute.sides:
        parts += [Text(), _heading(side.says), *_rows("whose word", [say_word(word) for word in side.words])]
        parts += _quote_claims(register, [queries.get_claim(register, claim) for claim in side.claims])
    if dispute.answers:
        parts += [Text(), _heading(NEITHER), *_rows("whose word", [say_answer(given) for given in dispute.answers])]
        claims = [claim for given in dispute.answers for claim in given.word.claims]
        parts += _quote_claims(register, [queries.get_claim(register, claim) for claim in claims])
    return Group(*parts)


def card_claim(register: Register, record: ClaimRecord) -> RenderableType:
    """A claim: every slot that is filled, and its sentence."""
    claim = record.claim
    parts: list[RenderableType] = [
        _heading(f"{say_claim_stage(claim)}   {short_id(claim.id)}"),
        _row("parties", say_parties(claim.supplier, claim.recipient, claim.intermediary)),
        *_rows("asked by", [say_actors(claim.requester)] if claim.requester else []),
        *_rows("what", [say_item(item) for item in claim.items]),
        *_rows("value", [say_money(claim.value)] if claim.value is not None else []),
        *_rows("when", [say_dates(claim.date)] if claim.date is not None else []),
        *_rows("conditions", claim.conditions),
        *_rows("reason", [claim.reason] if claim.reason else []),
        *_rows("answer", [claim.answer.value] if claim.answer is not None else []),
        *_rows("hedges", [f"“{hedge.text}” ({hedge.by.value})" for hedge in claim.hedges]),
        *_rows("whose word", chain_lines(claim)),
        _row("transfer", short_id(record.transfer) if record.transfer else "joined into none"),
        *_rows("version", [say_edited_away(record.edited_away)] if record.edited_away else []),
        *_quote_claims(register, [record]),
    ]
    return Group(*parts)


def card_article(register: Register, record: ArticleRecord) -> RenderableType:
    """An article: where it appeared, what it depends on, and the claims read in it."""
    article = record.article
    claims = list(queries.list_claims(register, ClaimFilter(document=article.id)))
    reports = get_articles(register, {retold.report for retold in record.signs})
    parts: list[RenderableType] = [
        _heading(f"{article.title or article.id}"),
        _row("id", article.id),
        *_rows("outlet", [article.outlet] if article.outlet else []),
        *_rows("published", _published_lines(article)),
        *_rows("but also", say_other_dates(article)),
        *_rows("arrived", [say_moment(record.arrived)] if record.arrived else []),
        *_rows("translated", [f"{say_translation(record.translation)}, as it says"] if record.translation else []),
        *_rows("address", [article.url] if article.url else []),
        _row("first-hand", say_hand(record, len(claims), len(queries.retold_claims(register, article.id)))),
        *_rows("retells", [say_retold(record, retold, reports) for retold in record.signs]),
        *_rows("retold by", [say_reteller(other, record) for other in queries.list_retellers(register, article.id)]),
        _row("read", say_state(record)),
        *version_lines(register, article.id),
    ]
    return Group(*parts, Text(), table_claims(claims))


def _published_lines(article: Article) -> list[str]:
    """The day, how it is known, and the words that gave it; nothing where nobody tells anything."""
    if article.published is None and published_within(article) is None:
        return []
    words = say_from(article)
    told = f"{article.published or 'day not known'} ({say_how_known(article)})"
    return [told, *([f"“{words}”"] if words is not None else [])]


def _quote_claims(register: Register, records: Iterable[ClaimRecord]) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for record in records:
        claim = record.claim
        article = queries.get_article(register, claim.document).article
        where = ", ".join(part for part in (article.outlet, str(article.published or "")) if part)
        told = f"{say_claim_stage(claim)}, on the word of {say_chain(claim.attribution)}"
        if record.edited_away is not None:
            told += f", {say_edited_away(record.edited_away)}"
        parts += [
            Text(),
            Text(f"{short_id(claim.id)}  {told}"),
            Padding(Text(f"“{claim.evidence.text.strip()}”", style="italic"), (0, 0, 0, 4)),
            Padding(Text(f"{where or claim.document} [{claim.document}]", style="dim"), (0, 0, 0, 4)),
        ]
    return parts


def _heading(words: str) -> Text:
    return Text(words, style="bold")
