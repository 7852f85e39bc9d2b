"""The feed: new claims and disputes for any filter of transfers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from armswire.api.answering import Answers
from armswire.api.asking import TransferQuestion
from armswire.api.feed import MEDIA_TYPE, FeedEntry, write_feed
from armswire.model.article import Article
from armswire.register import queries
from armswire.register.listing.asking import read_filter
from armswire.register.listing.claims import find_news
from armswire.register.listing.disputes import DisputeFilter
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.rows import ClaimRecord
from armswire.register.store import Register
from armswire.serving import addresses
from armswire.wording.claims import say_claim

# Claims of the newest articles that a feed tells, and the disputes of their transfers.
_TOLD = 100


def feed_routes(answers: Answers) -> APIRouter:
    """Where the feed is."""
    routes = APIRouter(tags=["feed"])

    @routes.get("/feed.atom", responses={200: {"content": {MEDIA_TYPE: {}}}})
    def feed(request: Request, asked: Annotated[TransferQuestion, Query()]) -> Response:
        """The claims of the newest articles about the transfers that fit, and what is disputed about these."""
        site = str(request.base_url).removesuffix("/api/v1/")
        with answers.registers.reading() as register:
            wanted = read_filter(TransferFilter, register, asked.filters())
            news = find_news(wanted).page(register, limit=_TOLD).records
            names = {one.claim.document for one in news}
            articles = {name: queries.get_article(register, name).article for name in names}
            entries = [
                *(_tell_claim(one, articles[one.claim.document], site) for one in news),
                *_tell_disputes(register, (one.transfer for one in news), site),
            ]
        entries.sort(key=lambda entry: (entry.day, entry.id), reverse=True)
        query = f"?{request.url.query}" if request.url.query else ""
        title = "Armswire: news" + (f" ({request.url.query})" if query else "")
        content = write_feed(entries, title=title, address=str(request.url), home=f"{site}{addresses.TRANSFERS}{query}")
        return Response(content, media_type=MEDIA_TYPE)

    return routes


def _tell_claim(record: ClaimRecord, article: Article, site: str) -> FeedEntry:
    claim = record.claim
    return FeedEntry(
        id=f"urn:armswire:{claim.id}",
        title=say_claim(claim),
        summary=" ".join(claim.evidence.text.split()),
        day=article.published or date.min,
        link=f"{site}{addresses.claim_address(claim.id, record.transfer, article.id)}",
        author=article.outlet or article.id,
    )


def _tell_disputes(register: Register, transfers: Iterable[str | None], site: str) -> Iterator[FeedEntry]:
    for transfer in sorted({name for name in transfers if name is not None}):
        for dispute in queries.list_disputes(register, DisputeFilter(transfer=transfer)):
            days = [word.date for word in dispute.words if word.date is not None]
            yield FeedEntry(
                id=f"urn:armswire:{dispute.id}",
                title=dispute.question,
                summary=f"{dispute.state.value}: {dispute.state_reason}",
                day=max(days, default=date.min),
                link=f"{site}{addresses.dispute_address(dispute.id)}",
                author="Armswire",
            )
