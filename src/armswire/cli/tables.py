"""Lists of records as tables, one function for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from armswire.cli.console import Listing, make_listing
from armswire.model.dispute import Dispute
from armswire.model.position import Position
from armswire.model.transfer import Transfer
from armswire.wording.claims import say_chain, say_claim_stage, say_parties, say_transfer_parties
from armswire.wording.disputes import say_sides
from armswire.wording.entries import say_items, say_last_date, say_sums
from armswire.wording.ids import short_id
from armswire.wording.languages import say_language
from armswire.wording.review import say_waiting, say_why
from armswire.wording.values import say_dates, say_item
from armswire.wording.versions import say_edits

if TYPE_CHECKING:
    from armswire.register.review.waiting import Waiting
    from armswire.register.rows import ArticleRecord, ClaimRecord


def table_transfers(transfers: Iterable[Transfer]) -> Listing:
    """One row a transfer."""
    rows = [
        (
            short_id(t.id),
            say_transfer_parties(t),
            "\n".join(say_items(t)),
            "\n".join(say_sums(t)),
            "\n".join(filter(None, (t.stage.value if t.stage is not None else "-", t.thread.gap))),
            say_last_date(t),
            "\n".join(filter(None, (t.standing.value, say_edits(t).partition(":")[0]))),
            f"{len(t.claims)}/{len(t.origins)}",
        )
        for t in transfers
    ]
    columns = ("id", "who to whom", "what", "value", "furthest", "when", "standing", "claims/origins")
    return make_listing(f"Transfers ({len(rows)})", columns, rows)


def table_claims(records: Iterable[ClaimRecord]) -> Listing:
    """One row a claim."""
    rows = [
        (
            short_id(r.claim.id),
            "\n".join(filter(None, (say_claim_stage(r.claim), "edited away" if r.edited_away else ""))),
            say_parties(r.claim.supplier, r.claim.recipient, r.claim.intermediary),
            "\n".join(say_item(item) for item in r.claim.items),
            say_dates(r.claim.date),
            say_chain(r.claim.attribution),
            r.claim.document,
        )
        for r in records
    ]
    columns = ("id", "stage", "who to whom", "what", "when", "on whose word", "article")
    return make_listing(f"Claims ({len(rows)})", columns, rows)


def table_articles(records: Iterable[ArticleRecord]) -> Listing:
    """One row an article; one without a title is told by the name of its file."""
    rows = [
        (
            r.article.id,
            r.article.outlet or "",
            r.article.published.isoformat() if r.article.published is not None else "",
            r.article.title or r.article.place.rpartition("/")[2],
            f"{r.state}: {say_language(r.written_in)}" if r.state == "foreign" and r.written_in else r.state,
            r.copy_of or "",
            ", ".join(r.retells),
        )
        for r in records
    ]
    columns = ("id", "outlet", "published", "title", "state", "copy of", "retells")
    return make_listing(f"Articles ({len(rows)})", columns, rows)


def table_disputes(disputes: Iterable[Dispute]) -> Listing:
    """One row a dispute, its sides below each other."""
    rows = [
        (
            short_id(d.id),
            d.type.value,
            d.question,
            "\n".join(say_sides(d)),
            d.state.value,
            short_id(d.transfer),
        )
        for d in disputes
    ]
    columns = ("id", "type", "question", "sides", "state", "transfer")
    return make_listing(f"Disputes ({len(rows)})", columns, rows)


def table_review(waiting: Iterable[Waiting], names: Mapping[str, str]) -> Listing:
    """One row for each thing that waits for a person. `names` are those of actors."""
    rows = [
        (
            one.item.need.value,
            "\n".join(map(short_id, one.item.judgements or (one.item.id,))),
            say_waiting(one),
            say_why(one, names),
            f"{len(one.item.claims):,}",
        )
        for one in waiting
    ]
    return make_listing(f"Review ({len(rows)})", ("need", "id", "what", "why", "claims"), rows)


def table_positions(positions: Iterable[Position]) -> Listing:
    """One row a position."""
    rows = [
        (
            say_parties([p.actor], [p.toward] if p.toward else [], []),
            say_dates(p.date),
            p.stage.value,
            "\n".join(dict.fromkeys(say_item(item) for word in p.words for item in word.items)),
            "\n".join(dict.fromkeys(word.who for word in p.words)),
            "\n".join(short_id(claim) for claim in p.claims),
        )
        for p in positions
    ]
    columns = ("who toward whom", "when", "stance", "about", "on whose word", "claims")
    return make_listing(f"Positions ({len(rows)})", columns, rows)
