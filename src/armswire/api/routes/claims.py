"""Claims and articles, with what was dropped in them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from armswire.api.answering import Answers
from armswire.api.asking import ArticlePageQuestion, ClaimPageQuestion
from armswire.api.linked_data import MEDIA_TYPE, annotate
from armswire.api.responses.claims import Article, Claim, ReadClaim, Rejection
from armswire.api.responses.common import PageOf
from armswire.exports.formats.jsonl import encode_claim_record, encode_held_article, encode_rejection
from armswire.model.encoding import encode_step
from armswire.register import queries
from armswire.register.listing.articles import ArticleFilter, find_articles
from armswire.register.listing.asking import read_filter
from armswire.register.listing.claims import ClaimFilter, find_claims
from armswire.register.store import Register


def claim_routes(answers: Answers) -> APIRouter:
    """Where claims are."""
    routes = APIRouter(tags=["claims"])

    @routes.get("/claims", responses={200: {"model": PageOf[Claim]}})
    def list_claims(request: Request, asked: Annotated[ClaimPageQuestion, Query()]) -> Response:
        """The claims that fit, by article and place in it."""
        return answers.page(
            request,
            asked,
            lambda register: find_claims(read_filter(ClaimFilter, register, asked.filters())),
            encode_claim_record,
        )

    @routes.get("/claims/{id}", responses={200: {"model": ReadClaim}})
    def get_claim(request: Request, id: str) -> Response:
        """One claim with the steps of its reading, by its id or the beginning of it."""

        def get(register: Register) -> Any:
            record = queries.get_claim(register, id)
            return {**encode_claim_record(record), "trace": [encode_step(step) for step in record.claim.trace]}

        return answers.read(request, get)

    @routes.get("/claims/{id}/annotation", responses={200: {"content": {MEDIA_TYPE: {}}}})
    def get_annotation(request: Request, id: str) -> Response:
        """The claim as a Web Annotation of its article, with its provenance in the terms of PROV (JSON-LD)."""

        def get(register: Register) -> Any:
            record = queries.get_claim(register, id)
            return annotate(record, queries.get_article(register, record.claim.document), str(request.base_url))

        return answers.read(request, get, media_type=MEDIA_TYPE)

    return routes


def article_routes(answers: Answers) -> APIRouter:
    """Where articles are."""
    routes = APIRouter(tags=["articles"])

    @routes.get("/articles", responses={200: {"model": PageOf[Article]}})
    def list_articles(request: Request, asked: Annotated[ArticlePageQuestion, Query()]) -> Response:
        """The articles that fit, by id."""
        return answers.page(
            request,
            asked,
            lambda register: find_articles(read_filter(ArticleFilter, register, asked.filters())),
            encode_held_article,
        )

    # An id can be an address, with slashes in it: what is asked of an article stands before its id.
    @routes.get("/rejections/{id:path}", responses={200: {"model": list[Rejection]}})
    def list_rejections(request: Request, id: str) -> Response:
        """What was looked at in an article and dropped, with the rule that dropped it."""

        def get(register: Register) -> Any:
            document = queries.get_article(register, id).article.id
            return [encode_rejection(one) for one in queries.list_rejections(register, document)]

        return answers.read(request, get)

    @routes.get("/articles/{id:path}", responses={200: {"model": Article}})
    def get_article(request: Request, id: str) -> Response:
        """One article with its text, by its id or the beginning of it."""
        return answers.read(request, lambda register: encode_held_article(queries.get_article(register, id)))

    return routes
