"""A transfer with all that is told about it, asked for at once: for those who show every word that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from armswire.model.dispute import Dispute
from armswire.model.judgement import JudgementRecord
from armswire.model.transfer import Transfer
from armswire.register import queries
from armswire.register.by_ids import get_articles
from armswire.register.judgement_queries import judgements_on
from armswire.register.listing.claims import ClaimFilter, find_claims
from armswire.register.listing.disputes import DisputeFilter
from armswire.register.rows import ArticleRecord, ClaimRecord
from armswire.register.store import Register


@dataclass(frozen=True, slots=True)
class WholeTransfer:
    """A transfer, its claims with their traces by article and place, and what is known about them.

    `articles` are those of its claims and of its provenance, by id; `others` are the transfers on the other side of
    its backfills, by id.
    """

    transfer: Transfer
    claims: tuple[ClaimRecord, ...]
    articles: Mapping[str, ArticleRecord]
    disputes: tuple[Dispute, ...]
    judgements: tuple[JudgementRecord, ...]
    others: Mapping[str, Transfer]


def get_whole_transfer(register: Register, prefix: str) -> WholeTransfer:
    """The transfer whose id begins so, and all that is told. Raises SettingError where none or several begin so."""
    transfer = queries.get_transfer(register, prefix)
    claims = tuple(find_claims(ClaimFilter(transfer=transfer.id), with_trace=True).stream(register))
    told_in = {record.claim.document for record in claims}
    told_in |= {node.document for node in transfer.provenance.nodes if node.document is not None}
    return WholeTransfer(
        transfer=transfer,
        claims=claims,
        articles=get_articles(register, told_in),
        disputes=tuple(queries.list_disputes(register, DisputeFilter(transfer=transfer.id))),
        judgements=tuple(judgements_on(register, transfer)),
        others={
            other: queries.get_transfer(register, other)
            for other in {backfill.other for backfill in transfer.backfills}
            if other is not None
        },
    )
