"""The feed: new claims and disputes for any filter of transfers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from armswire.api.answering import Answers
from armswire.api.asking import TransferQuestion
from armswire.api.feed import MEDIA_TYPE, FeedEntry, write_feed
from armswire.register.by_ids import find_arrivals, find_homes, get_articles, get_disputes_of
from armswire.register.listing.asking import read_filter
from armswire.register.listing.claims import find_news
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.rows import ArticleRecord, ClaimRecord
from armswire.register.store import Register
from armswire.serving import addresses
from armswire.wording.claims import say_claim

# Stands for a moment that nobody noted.
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
# Claims of the articles that came in last, that a feed tells, and the disputes of their transfers.
_TOLD = 100


def feed_routes(answers: Answers) -> APIRouter:
    """Where the feed is."""
    routes = APIRouter(tags=["feed"])

    @routes.get("/feed.atom", responses={200: {"content": {MEDIA_TYPE: {}}}})
    def feed(request: Request, asked: Annotated[TransferQuestion, Query()]) -> Response:
        """The claims of the articles that came in last about transfers that fit, and what is disputed about these."""
        site = str(request.base_url).removesuffix("/api/v1/")
        with answers.registers.reading() as register:
            wanted = read_filter(TransferFilter, register, asked.filters())
            news = find_news(wanted).page(register, limit=_TOLD).records
            articles = get_articles(register, {one.claim.document for one in news})
            entries = [
                *(_tell_claim(one, articles[one.claim.document], site) for one in news),
                *_tell_disputes(register, {one.transfer for one in news if one.transfer is not None}, site),
            ]
        entries.sort(key=lambda entry: (entry.updated, entry.id), reverse=True)
        query = f"?{request.url.query}" if request.url.query else ""
        title = "Armswire: news" + (f" ({request.url.query})" if query else "")
        content = write_feed(entries, title=title, address=str(request.url), home=f"{site}{addresses.TRANSFERS}{query}")
        return Response(content, media_type=MEDIA_TYPE)

    return routes


def _tell_claim(record: ClaimRecord, told_in: ArticleRecord, site: str) -> FeedEntry:
    claim, article = record.claim, told_in.article
    return FeedEntry(
        id=f"urn:armswire:{claim.id}",
        title=say_claim(claim),
        summary=" ".join(claim.evidence.text.split()),
        updated=told_in.arrived or _LONG_AGO,
        link=f"{site}{addresses.claim_address(claim.id, record.transfer, article.id)}",
        author=article.outlet or article.id,
        published=article.published,
    )


def _tell_disputes(register: Register, transfers: Iterable[str], site: str) -> Iterator[FeedEntry]:
    """The disputes about some transfers; each is news again when another article joins in."""
    disputes = get_disputes_of(register, transfers)
    words = {dispute.id: [claim for word in dispute.words for claim in word.claims] for dispute in disputes}
    homes = find_homes(register, {claim for claims in words.values() for claim in claims})
    arrivals = find_arrivals(register, {home.document for home in homes.values()})
    for dispute in disputes:
        documents = {homes[claim].document for claim in words[dispute.id] if claim in homes}
        yield FeedEntry(
            id=f"urn:armswire:{dispute.id}",
            title=dispute.question,
            summary=f"{dispute.state.value}: {dispute.state_reason}",
            updated=max((arrivals[name] for name in documents if name in arrivals), default=_LONG_AGO),
            link=f"{site}{addresses.dispute_address(dispute.id)}",
            author="Armswire",
        )
