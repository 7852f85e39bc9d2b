"""The sentences of claims as pages quote them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from armswire.register.rows import ArticleRecord, ClaimRecord
from armswire.serving.addresses import article_address, claim_address
from armswire.wording.claims import say_claim, say_claim_stage


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim as somebody's word rests on it: its sentence, how it is read, where it stands, and where its card is."""

    id: str
    address: str
    stage: str
    reading: str
    text: str
    article: str
    article_address: str
    outlet: str | None
    published: date | None


def view_quotation(record: ClaimRecord, articles: Mapping[str, ArticleRecord]) -> Quoted:
    """A claim as it is quoted. `articles` are by id; of one that is not among them its id alone is told."""
    claim, known = record.claim, articles.get(record.claim.document)
    return Quoted(
        id=claim.id,
        address=claim_address(claim.id, record.transfer, claim.document),
        stage=say_claim_stage(claim),
        reading=say_claim(claim),
        text=" ".join(claim.evidence.text.split()),
        article=(known.article.title if known is not None else None) or claim.document,
        article_address=article_address(claim.document),
        outlet=None if known is None else known.article.outlet,
        published=None if known is None else known.article.published,
    )
