"""An article with all that is told about it, asked for at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from armswire.model.dispute import Dispute
from armswire.model.judgement import JudgementRecord
from armswire.model.rejection import Rejection
from armswire.model.sourcing import NO_SOURCING, Sourcing
from armswire.model.transfer import Transfer
from armswire.register import queries
from armswire.register.by_ids import get_articles, get_disputes_of, get_transfers
from armswire.register.judgement_queries import judgements_on
from armswire.register.listing.articles import ArticleFilter, find_articles
from armswire.register.listing.claims import ClaimFilter, find_claims
from armswire.register.loading import load_facts
from armswire.register.rows import ArticleRecord, ClaimRecord
from armswire.register.store import Register
from armswire.register.versions.history import History, find_history

# Articles that retell it which are told at once: of those that retell an agency there can be thousands.
MOST_RETELLERS = 50


@dataclass(frozen=True, slots=True)
class WholeArticle:
    """An article, its claims with their traces by place, and what is known about both.

    `retold` are the ids of the claims with which it retells others; `reports` are the articles that it retells, by id,
    those that the register has; `retellers` are the first that retell it, `has_more` says that there are others.
    `transfers` are those of its claims, by id; `disputes` those in which its claims are somebody's word. `history`
    tells of the other texts of its address, None where it has shown no other.
    """

    record: ArticleRecord
    sourcing: Sourcing
    claims: tuple[ClaimRecord, ...]
    rejections: tuple[Rejection, ...]
    retold: frozenset[str]
    reports: Mapping[str, ArticleRecord]
    retellers: tuple[ArticleRecord, ...]
    has_more: bool
    transfers: Mapping[str, Transfer]
    disputes: tuple[Dispute, ...]
    judgements: tuple[JudgementRecord, ...]
    history: History | None


def get_whole_article(register: Register, prefix: str) -> WholeArticle:
    """The article whose id begins so, and all that is told.

    Raises UnknownRecordError where none or several begin so, and RegisterError.
    """
    record = queries.get_article(register, prefix)
    name = record.article.id
    claims = tuple(find_claims(ClaimFilter(document=name), with_trace=True).stream(register))
    own = {claim.claim.id for claim in claims}
    joined = {claim.transfer for claim in claims if claim.transfer is not None}
    retelling = find_articles(ArticleFilter(retells=name)).page(register, limit=MOST_RETELLERS)
    with register.reading() as connection:
        facts = load_facts(connection, [name])
    return WholeArticle(
        record=record,
        sourcing=facts[name].sourcing if name in facts else NO_SOURCING,
        claims=claims,
        rejections=tuple(queries.list_rejections(register, name)),
        retold=queries.retold_claims(register, name),
        reports=get_articles(register, {sign.report for sign in record.signs}),
        retellers=retelling.records,
        has_more=retelling.next is not None,
        transfers=get_transfers(register, joined),
        disputes=tuple(
            dispute
            for dispute in get_disputes_of(register, joined)
            if any(own.intersection(word.claims) for word in dispute.words)
        ),
        judgements=tuple(judgements_on(register, record)),
        history=find_history(register, name),
    )
